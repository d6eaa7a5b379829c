import type { Facts } from "../wire/frames.ts";
import type { Severity, Stage } from "../wire/updates.ts";
import type { Language } from "./format.ts";

/** What an agent can find wrong with a hint. */
export const wrongs = ["done", "off_topic", "bad_moment"] as const;
export type Wrong = (typeof wrongs)[number];

/** What can be done from the keyboard. */
export const commands = ["insert", "next", "hide", "wrong", "list", "elsewhere", "undo", "why"] as const;
export type Command = (typeof commands)[number];

/** How much is read aloud. */
export const loudnesses = ["all", "main", "none"] as const;
export type Loudness = (typeof loudnesses)[number];

/** Every word the sidebar says by itself. Instants are milliseconds since 1970, spans milliseconds. */
export interface Translation {
  readonly lang: Language;

  /** Name of the landmark. */
  region(customer: string | undefined): string;
  readonly skipToComposer: string;
  readonly noName: string;
  readonly medium: Record<Facts["medium"], string>;
  /** How long the conversation has gone on; changes once a minute. */
  readonly since: (span: number) => string;
  readonly address: Record<Language, string>;
  readonly menu: string;
  readonly stages: string;
  readonly stage: Record<Stage | "throughout", string>;
  readonly stageDone: string;
  readonly stageNow: string;

  readonly clocks: string;
  readonly left: (span: number) => string;
  readonly over: (span: number) => string;
  readonly leftAloud: (title: string, span: number) => string;
  readonly overAloud: (title: string, span: number) => string;
  readonly kept: (at: number) => string;
  readonly paused: string;

  /** A promise by its deadline; `day` is the day to whose end it was made, as ISO 8601 writes it. */
  readonly promised: (deadline: number, day: string | undefined, now: number) => string;
  /** The same, to a customer of another conversation: the name stands apart. */
  readonly promisedTo: (
    name: string,
    deadline: number,
    day: string | undefined,
    now: number,
  ) => readonly [string, string, string];
  readonly promisedEarlier: string;
  readonly keep: string;
  readonly reopen: string;

  readonly hints: string;
  readonly severity: Record<Severity, string>;
  readonly why: string;
  readonly insert: string;
  readonly inserted: string;
  readonly copy: string;
  readonly copied: string;
  readonly anotherWording: string;
  readonly notRight: string;
  readonly hide: string;
  readonly open: string;
  readonly hidden: string;
  readonly noted: string;
  readonly undo: string;
  readonly dated: (at: number) => string;
  readonly wrongQuestion: string;
  readonly wrong: Record<Wrong, string>;
  readonly comment: string;
  readonly send: string;
  readonly cancel: string;
  readonly deadlineWas: (at: number) => string;
  readonly deadlineIs: (at: number) => string;

  readonly checklist: string;
  readonly toDo: (n: number) => string;
  readonly done: (n: number) => string;
  readonly missed: (n: number) => string;
  readonly toCome: (n: number) => string;
  readonly notNeeded: (n: number) => string;
  readonly now: string;
  readonly later: string;
  readonly wentBy: string;
  readonly unneeded: string;
  readonly inDraft: string;
  readonly contested: string;
  readonly times: (count: number, target: number) => string;
  readonly timesSoFar: (count: number, target: number) => string;
  readonly at: (instant: number) => string;
  /** States as read aloud with the item's title. */
  readonly spokenState: Record<
    "pending" | "at_risk" | "done" | "missed" | "not_applicable" | "in_draft" | "contested",
    string
  >;

  readonly author: Record<"customer" | "agent" | "bot" | "system", string>;
  readonly quote: (words: string) => readonly [string, string, string];
  readonly notFound: string;
  readonly seen: string;
  readonly fetching: string;
  readonly gone: string;
  /** In place of a message whose text the house does not keep. */
  readonly notKept: string;
  readonly showMessage: string;
  readonly source: (norms: readonly string[], version: string | undefined) => string;
  readonly notJust: string;
  readonly contestLabel: string;
  readonly contestSent: (at: number) => string;

  readonly waits: (name: string, span: number | undefined) => readonly [string, string];
  readonly openOther: string;

  readonly live: string;
  readonly connecting: string;
  readonly stale: (since: number) => string;
  readonly offline: string;
  readonly seenAt: (at: number) => string;
  /** The session has ended, or there was none. */
  readonly sessionOver: (since: number | undefined) => string;
  readonly signInToHost: string;
  readonly signIn: string;
  /** Without a reason: nobody allows it. */
  readonly refused: (reason: string | undefined) => string;
  readonly tryAgain: string;
  readonly back: string;
  readonly muted: (until: number) => string;
  readonly unmute: string;
  readonly shortcuts: string;

  readonly nothingDue: string;
  readonly nothingDueWhy: (customer: string | undefined) => string;
  readonly noConversation: string;
  readonly noChecklist: string;
  readonly loading: string;
  readonly slow: string;
  readonly notShown: (reason: string) => string;
  readonly ended: (at: number) => string;

  readonly draft: string;
  readonly replace: string;
  /** These words of the draft by those: one of several that fit. */
  readonly replaceBy: (words: string, by: string) => string;
  readonly remove: string;
  readonly mask: string;
  readonly ignore: string;
  readonly andOthers: (n: number) => string;
  /** Why the house wants the draft not to be sent like that; beside the button. */
  readonly fixFirst: (reason: string) => string;
  readonly willTick: (title: string) => string;
  readonly suggestions: (n: number) => string;

  readonly undelivered: string;
  readonly sendAgain: string;

  readonly muteFor: string;
  readonly language: string;
  readonly languageName: Record<Language, string>;
  readonly theme: string;
  readonly themeName: Record<"auto" | "light" | "dark", string>;
  readonly density: string;
  readonly densityName: Record<"comfort" | "compact", string>;
  readonly loudness: string;
  readonly loudnessName: Record<Loudness, string>;
  readonly shortcutsOn: string;
  readonly command: Record<Command, string>;
  readonly change: (command: string) => string;
  readonly pressKey: string;
  readonly reset: string;
  readonly close: string;
  readonly hiddenHints: string;
  readonly showAgain: string;

  readonly sayPrompt: (title: string, keys: string | undefined) => string;
  readonly sayBreach: (title: string) => string;
  readonly sayFinding: (words: string, reason: string) => string;
  readonly sayOver: string;
  readonly sayTicked: (title: string) => string;
  readonly sayCounts: (hints: number, items: number) => string;
}
