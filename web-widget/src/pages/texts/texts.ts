/** Every word of the demo pages, complete in each language by type. */
export interface PageTexts {
  readonly language: string;
  readonly theme: { readonly label: string; readonly toDark: string; readonly toLight: string };
  readonly dark: string;
  readonly light: string;
  readonly home: {
    readonly title: string;
    readonly claim: string;
    readonly lead: string;
    readonly exampleLabel: string;
    readonly exampleCustomer: string;
    readonly exampleSaid: string;
    readonly exampleWhy: string;
    readonly exampleTitle: string;
    readonly examplePhrase: string;
    readonly exampleCaption: string;
    readonly tryTitle: string;
    readonly trySide: string;
    readonly customerTitle: string;
    readonly customerText: string;
    readonly customerOpen: string;
    readonly deskTitle: string;
    readonly deskText: string;
    readonly deskOpen: string;
    readonly aloneTitle: string;
    readonly aloneText: string;
    readonly alonePlay: string;
    readonly newWindow: string;
    readonly principles: readonly { readonly title: string; readonly text: string }[];
    readonly states: string;
  };
  /** Where there is no page. */
  readonly nothing: { readonly title: string; readonly text: string; readonly home: string };
  readonly customer: {
    readonly title: string;
    readonly service: string;
    readonly welcome: string;
    readonly welcomeText: string;
    readonly firstName: string;
    readonly firstNameMissing: string;
    readonly chatLanguage: string;
    readonly start: string;
    readonly log: string;
    readonly empty: (agent: string) => string;
    readonly placeholder: string;
    readonly ended: string;
    readonly again: string;
    readonly you: string;
  };
  readonly desk: {
    readonly title: string;
    readonly service: string;
    readonly mine: string;
    readonly over: string;
    readonly noRooms: string;
    readonly noRoomsText: string;
    readonly openCustomer: string;
    readonly playCustomer: string;
    readonly choose: string;
    readonly log: (customer: string) => string;
    readonly placeholder: string;
    readonly end: string;
    readonly ended: string;
    readonly you: (text: string) => string;
    readonly waiting: (duration: string) => string;
    readonly paneList: string;
    readonly paneChat: string;
    readonly paneCoach: string;
    readonly panes: string;
    readonly toCoach: string;
    readonly shown: string;
  };
  readonly chat: {
    readonly send: string;
    readonly sending: string;
    readonly writing: (name: string) => string;
    readonly connecting: string;
    readonly lost: string;
    readonly tooLong: (limit: string) => string;
    readonly meta: (name: string, time: string) => string;
  };
  readonly draft: {
    readonly label: string;
    readonly replace: string;
    readonly replaceBy: (words: string, by: string) => string;
    readonly remove: string;
    readonly mask: string;
    readonly fixFirst: (reason: string) => string;
    readonly ignore: (words: string) => string;
    readonly quote: (words: string) => string;
    readonly becomes: string;
    readonly others: (count: number) => string;
    readonly willTick: (titles: readonly string[]) => string;
  };
  readonly scene: {
    readonly label: string;
    readonly note: string;
    readonly playAgent: string;
    readonly playCustomer: string;
    readonly leave: string;
  };
}

export type PageLanguage = "fr" | "en";
