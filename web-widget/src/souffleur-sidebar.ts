import { LitElement, type PropertyValues, css, html, unsafeCSS } from "lit";
import { customElement, property } from "lit/decorators.js";
import "./components/sidebar/sidebar.ts";
import type { SfSidebar } from "./components/sidebar/sidebar.ts";
import { type Field, insertInto, replaceRange } from "./composer/insert.ts";
import { browser } from "./connection/ports.ts";
import { Desk, type Page } from "./desk/desk.ts";
import { signInPage } from "./desk/sign-in.ts";
import { type TicketSource, deskDoor, ticketOf } from "./desk/tickets.ts";
import type { Act, ActEvent } from "./events/act-event.ts";
import { type HostEvents, tellHost } from "./events/host-events.ts";
import { type Keys, type Press, commandOf, label, onMac } from "./shortcuts/shortcuts.ts";
import { idle, undoable } from "./state/prompter.ts";
import { type Settings, loadSettings, localStore, saveSettings } from "./state/settings.ts";
import type { SidebarModel } from "./state/sidebar-model.ts";
import { loadFonts } from "./theme/fonts.ts";
import { tokens } from "./theme/tokens.ts";
import { type Command, type Language, languageOf, wordsIn } from "./translations/index.ts";
import type { DraftChecked, Finding } from "./wire/frames.ts";

/** Where this script came from: that is the server, unless the host names another. */
const home = new URL(
  ".",
  (document.currentScript as HTMLScriptElement | null)?.src ?? `${location.origin}/`,
);

/**
 * The sidebar that an agent's tool embeds: what is owed to the customer, what runs out, what to say.
 *
 * @fires souffleur:insert - the agent wants this text in the answer
 * @fires souffleur:replace - the agent wants part of the draft replaced
 * @fires souffleur:open - the agent wants another conversation
 * @fires souffleur:show-message - the agent wants to see a message
 * @fires souffleur:focus-composer - the agent goes back to the answer
 * @fires souffleur:signed-out - the session is over
 * @fires souffleur:hints - what there is to say has changed
 * @fires souffleur:draft-checked - what the check of the draft found
 */
@customElement("souffleur-sidebar")
export class SouffleurSidebar extends LitElement {
  static override styles = [
    unsafeCSS(tokens(":host")),
    css`
      :host {
        display: block;
        height: 100%;
        min-width: 280px;
        background: var(--sf-canvas);
      }

      :host([hidden]) {
        display: none;
      }

      :host([folded]) {
        position: absolute;
        width: 1px;
        min-width: 0;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    `,
  ];

  /** Address of the server; by default where the script came from. */
  @property() server: string | null = null;
  /** The channel's key of the conversation on show; none when absent. */
  @property({ reflect: true }) conversation: string | null = null;
  /** `fr` or `en`; by default that of the page. An agent's own choice goes before it. */
  @property() override lang = "";
  /** `auto`, `light` or `dark`. An agent's own choice goes before it. */
  @property({ reflect: true }) theme: "auto" | "light" | "dark" = "auto";
  /** `host` to use the page's own fonts. */
  @property({ reflect: true }) font: "souffleur" | "host" = "souffleur";
  /** `none` when there is no field to insert into: phrases are copied instead. */
  @property() composer: "host" | "none" = "host";
  /** `host` when the host shows what the check of the draft found. */
  @property() draft: "sidebar" | "host" = "sidebar";
  /** Shows nothing, and still says what matters to those who hear pages read: the host shows a sign. */
  @property({ type: Boolean, reflect: true }) folded = false;
  /** Asked with POST for a ticket; the host's own server answers. */
  @property({ attribute: "ticket-url" }) ticketUrl: string | null = null;
  /** Where people sign in to the host; the sidebar leads there once their session is over. */
  @property({ attribute: "sign-in-url" }) signInUrl: string | null = null;
  /** Gives a ticket for each connection; goes before `ticketUrl`. */
  @property({ attribute: false }) ticketSource: TicketSource | undefined;

  private settings: Settings = loadSettings(localStore());
  private desk: Desk | undefined;
  private field: Field | undefined;
  /** What the host was last told of the hints. */
  private told = "";
  private readonly mac = onMac();

  /** Shows another conversation, by the channel's key; none without one. */
  setConversation(conversation: string | null): void {
    this.conversation = conversation;
  }

  /** Tells what stands in the answer and is not sent; an empty text once it is. */
  draftChanged(text: string): void {
    this.desk?.draftChanged(text);
  }

  /** Why the house wants the draft, as last checked, not to be sent like that; nothing when it may. */
  get blocked(): string | undefined {
    return this.desk?.model().draft.findings.find((finding) => finding.blocks)?.text;
  }

  /** The agent wants these words of the draft as they are: the finding is not told again. */
  leave(finding: Finding): void {
    this.act({ act: "leave", finding });
  }

  /** Connects at once, with a new ticket: the agent has signed in again, or the line is back. */
  reconnect(): void {
    this.act({ act: "retry" });
  }

  /** Takes a plain field as the composer: follows its draft and inserts into it. Gives the way out. */
  attachComposer(field: Field): () => void {
    this.field = field;
    const follow = () => {
      this.draftChanged(field.value);
    };
    field.addEventListener("input", follow);
    this.requestUpdate();
    return () => {
      field.removeEventListener("input", follow);
      if (this.field === field) this.field = undefined;
    };
  }

  /** Which keys do what, for a host that listens to keys on the sidebar's behalf; none when off. */
  get shortcuts(): { readonly keys: Keys | undefined; readonly mac: boolean } {
    return { keys: this.settings.shortcuts ? this.settings.keys : undefined, mac: this.mac };
  }

  /** Does what a key would do; gives whether it did anything. */
  run(command: Command): boolean {
    const card = this.card?.card;
    const prominent = this.desk?.model().prompter.prominent;
    switch (command) {
      case "list":
        this.card?.focusList();
        return this.desk?.model().phase === "ready";
      case "elsewhere": {
        const conversation = this.desk?.other;
        if (conversation !== undefined) this.act({ act: "open", conversation });
        return conversation !== undefined;
      }
      case "undo": {
        const hidden = this.desk === undefined ? undefined : undoable(this.desk.model().prompter);
        if (hidden !== undefined) this.act({ act: "undo", hint: hidden.hint.hint });
        return hidden !== undefined;
      }
      case "insert":
        card?.takePhrase();
        break;
      case "wrong":
        card?.askWrong();
        break;
      case "why":
        card?.toggleWhy();
        break;
      case "next":
      case "hide":
        if (prominent !== undefined) this.act({ act: command, hint: prominent.hint.hint });
        break;
    }
    return prominent !== undefined;
  }

  /** Does what this press means, if anything; gives whether it did. */
  press(press: Press): boolean {
    if (!this.settings.shortcuts) return false;
    const command = commandOf(press, this.settings.keys, this.mac);
    return command !== undefined && this.run(command);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("keydown", this.onKey, true);
    window.addEventListener("pagehide", this.onLeave);
    window.addEventListener("pageshow", this.onReturn);
    document.addEventListener("visibilitychange", this.onLook);
    window.addEventListener("focus", this.onLook);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.onKey, true);
    window.removeEventListener("pagehide", this.onLeave);
    window.removeEventListener("pageshow", this.onReturn);
    document.removeEventListener("visibilitychange", this.onLook);
    window.removeEventListener("focus", this.onLook);
    this.desk?.stop();
    this.desk = undefined;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (this.font !== "host") loadFonts(document, home);
    const fresh = this.desk === undefined;
    if (fresh || changed.has("server") || changed.has("lang")) this.restart();
    if (fresh || changed.has("conversation")) {
      this.desk?.setConversation(this.conversation ?? undefined);
    }
  }

  override updated(): void {
    this.tellHints();
  }

  override render() {
    const model = this.model();
    if (model === undefined) return html``;
    return html`<sf-sidebar
      .words=${wordsIn(this.language)}
      .model=${model}
      .folded=${this.folded}
      @sf-act=${this.onAct}
    ></sf-sidebar>`;
  }

  private get language(): Language {
    return (
      this.settings.language ??
      languageOf(this.lang === "" ? document.documentElement.lang : this.lang)
    );
  }

  private get card(): SfSidebar | null {
    return this.renderRoot.querySelector("sf-sidebar");
  }

  private model(): SidebarModel | undefined {
    if (this.desk === undefined) return undefined;
    const shown = this.desk.model();
    const voice = shown.view?.facts.medium === "voice";
    return {
      ...shown,
      settings: this.settings,
      theme: this.settings.theme ?? this.theme,
      use: voice ? "say" : this.composer === "none" ? "copy" : "insert",
      composer: this.composer !== "none",
      draftElsewhere: this.draft === "host",
      signIn: this.signIn,
      mac: this.mac,
    };
  }

  /** Another server or another language: titles come in the language the desk asked for. */
  private restart(): void {
    this.desk?.stop();
    this.desk = new Desk(
      deskDoor(this.serverUrl),
      () => ticketOf(this.ticketSource, this.ticketsUrl),
      this.language,
      this.page(),
      browser(),
    );
    if (this.settings.theme !== undefined) this.theme = this.settings.theme;
    this.desk.start();
    this.desk.setConversation(this.conversation ?? undefined);
  }

  private get serverUrl(): URL {
    return new URL(this.server ?? home, document.baseURI);
  }

  private get ticketsUrl(): URL | undefined {
    return this.ticketUrl === null ? undefined : new URL(this.ticketUrl, document.baseURI);
  }

  private get signIn(): string | undefined {
    return signInPage({
      server: this.serverUrl,
      page: new URL(location.href),
      tickets: this.ticketSource === undefined ? this.ticketsUrl : undefined,
      named: this.signInUrl,
    });
  }

  private page(): Page {
    return {
      changed: () => {
        this.requestUpdate();
      },
      insert: (text) => {
        const done = tellHost(this, "souffleur:insert", { text });
        if (!done && this.field !== undefined) insertInto(this.field, text);
      },
      replace: (start, end, text) => {
        const done = tellHost(this, "souffleur:replace", { start, end, text });
        if (!done && this.field !== undefined) replaceRange(this.field, start, end, text);
      },
      copy: (text) => void navigator.clipboard.writeText(text).catch(() => undefined),
      open: (conversation) => void tellHost(this, "souffleur:open", { conversation }),
      showMessage: (message) => void tellHost(this, "souffleur:show-message", { message }),
      draftChecked: (result) => {
        this.tellDraft(result);
      },
      signedOut: () => void tellHost(this, "souffleur:signed-out", {}),
      key: () => crypto.randomUUID(),
      words: () => wordsIn(this.language),
      loudness: () => this.settings.loudness,
      insertKey: () =>
        this.settings.shortcuts ? label(this.settings.keys.insert, this.mac) : undefined,
    };
  }

  private tellHints(): void {
    const { prominent, nudges } = this.desk?.model().prompter ?? idle;
    const quiet = nudges.length;
    let detail: HostEvents["souffleur:hints"] = { quiet };
    if (prominent?.state === "shown") {
      const { hint, severity, title } = prominent.hint;
      detail = { prominent: { hint, severity, title }, quiet };
    }
    const now = JSON.stringify(detail);
    if (now === this.told) return;
    this.told = now;
    tellHost(this, "souffleur:hints", detail);
  }

  private tellDraft(result: DraftChecked): void {
    const shown = this.desk?.model();
    const titles = new Map(shown?.view?.items.map((item) => [item.item, item.title]));
    const { blocked } = this;
    tellHost(this, "souffleur:draft-checked", {
      text: shown?.draft.text ?? "",
      would: result.would.map((item) => ({ item, title: titles.get(item) ?? item })),
      findings: shown?.draft.findings ?? result.findings,
      ...(blocked === undefined ? {} : { blocked }),
    });
  }

  private readonly onAct = (event: ActEvent): void => {
    event.stopPropagation();
    this.act(event.act);
  };

  private act(act: Act): void {
    if (act.act === "settings") this.choose(act.change);
    if (act.act === "skip") {
      const done = tellHost(this, "souffleur:focus-composer", {});
      if (!done) this.field?.focus();
    }
    this.desk?.do(act);
  }

  private choose(change: Partial<Settings>): void {
    const before = this.language;
    this.settings = { ...this.settings, ...change };
    saveSettings(localStore(), this.settings);
    this.dispatchEvent(new Event("souffleur-keys"));
    if (this.settings.theme !== undefined) this.theme = this.settings.theme;
    if (this.language !== before) this.restart();
    this.requestUpdate();
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (!this.press(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** A page that the browser had put aside is on show again. */
  private readonly onReturn = (): void => {
    this.requestUpdate();
  };

  /** Somebody is there again, who may have signed in elsewhere. */
  private readonly onLook = (): void => {
    if (document.visibilityState === "visible") this.desk?.lookAgain();
  };

  private readonly onLeave = (): void => {
    this.desk?.stop();
    this.desk = undefined;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "souffleur-sidebar": SouffleurSidebar;
  }
}
