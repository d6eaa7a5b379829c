import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { carried } from "../../composer/editing.ts";
import { ChatController } from "../../demo/chat-controller.ts";
import { threadOf } from "../../demo/chat-state.ts";
import { language, type PageLanguage, type Theme, theme } from "../../demo/preferences.ts";
import { TypingNews } from "../../demo/typing-news.ts";
import type { ChatRoom } from "../../demo/wire.ts";
import type { HostEvents } from "../../events/host-events.ts";
import type { SouffleurSidebar } from "../../souffleur-sidebar.ts";
import "../../souffleur-sidebar.ts";
import type { ChatLog } from "../parts/chat-log.ts";
import "../parts/chat-log.ts";
import type { Finding } from "../../wire/frames.ts";
import type { Composer, DraftEvent, SendEvent } from "../parts/composer.ts";
import "../parts/composer.ts";
import type { LeaveEvent } from "../parts/draft-strip.ts";
import type { LanguageEvent, ThemeEvent } from "../parts/page-controls.ts";
import "../parts/page-controls.ts";
import { dress, speak, texts, wear } from "../parts/page.ts";
import { firstName, initials } from "../parts/people.ts";
import type { RoomEvent } from "../parts/room-list.ts";
import "../parts/room-list.ts";
import "../parts/scene-bar.ts";
import { controls } from "../parts/styles.ts";
import type { PageTexts } from "../texts/texts.ts";
import { type Address, addressOf, readAddress } from "./address.ts";
import { deskStyles } from "./desk.styles.ts";
import "./hint-line.ts";
import type { Hints } from "./hint-sign.ts";
import { nobody } from "./nobody.ts";
import type { Pane, PaneEvent } from "./panes.ts";
import "./panes.ts";

dress();

/** So narrow that the sidebar shares its place with the list and the chat. */
const NARROW = "(width < 700px)";

/** The agent's desk of the demo: conversations, one chat, and Souffleur's sidebar beside it. */
@customElement("sf-desk")
export class DeskPage extends LitElement {
  static override readonly styles = [controls, deskStyles];

  @state() private language: PageLanguage = language();
  @state() private theme: Theme = theme();
  @state() private pane: Pane = "list";
  @state() private room: string | undefined;
  @state() private marked: string | undefined;
  @state() private now = Date.now();
  @state() private findings: readonly Finding[] = [];
  @state() private would: readonly string[] = [];
  @state() private scene: PageLanguage | undefined;
  @state() private hints: Hints = { quiet: 0 };
  @state() private narrow = false;
  @query("sf-composer") private readonly composer!: Composer | null;
  @query("sf-chat-log") private readonly log!: ChatLog | null;
  @query("souffleur-sidebar") private readonly sidebar!: SouffleurSidebar;
  private readonly drafts = new Map<string, string>();
  private readonly chat = new ChatController(this, { role: "agent", language: language() });
  /** The scene to play once it is known which rooms there are without it. */
  private wanted: PageLanguage | undefined;
  /** The rooms there were before the scene that is about to come in. */
  private known: ReadonlySet<string> | undefined;
  private readonly width = matchMedia(NARROW);
  private tick: ReturnType<typeof setInterval> | undefined;
  private readonly typing = new TypingNews((active) => {
    if (this.room !== undefined) this.chat.client.typing(this.room, active);
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.tick = setInterval(() => (this.now = Date.now()), 1_000);
    this.width.addEventListener("change", this.measure);
    this.measure();
    const address = readAddress(location.search);
    this.scene = address.scene;
    if (address.room !== undefined) this.open(address.room);
    else this.wanted = address.scene;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.tick);
    this.width.removeEventListener("change", this.measure);
  }

  private readonly measure = (): void => {
    this.narrow = this.width.matches;
  };

  private get texts(): PageTexts {
    return texts[this.language];
  }

  private get row(): ChatRoom | undefined {
    return this.chat.state.rooms.find((row) => row.room === this.room);
  }

  private play(scene: PageLanguage): void {
    this.known = new Set(this.chat.state.rooms.map((row) => row.room));
    this.scene = scene;
    this.chat.client.play(scene);
  }

  private open(room: string): void {
    if (room === this.room) {
      this.pane = "chat";
      return;
    }
    this.typing.stop();
    this.room = room;
    this.marked = undefined;
    this.findings = [];
    this.would = [];
    this.pane = "chat";
    this.remember({ room, scene: this.scene });
  }

  private remember(address: Address): void {
    history.replaceState(null, "", addressOf(address));
  }

  protected override willUpdate(): void {
    document.title = this.texts.desk.title;
    this.openWhatCame();
  }

  /** Opens the awaited scene once it is there, or the only conversation there is. */
  private openWhatCame(): void {
    const { listed, rooms } = this.chat.state;
    if (this.wanted !== undefined) {
      if (!listed) return;
      this.play(this.wanted);
      this.wanted = undefined;
    } else if (this.known !== undefined) {
      const came = rooms.find((row) => !row.ended && this.known?.has(row.room) === false);
      if (came === undefined) return;
      this.known = undefined;
      this.open(came.room);
    } else if (this.room === undefined && rooms.filter((row) => !row.ended).length === 1) {
      const only = rooms.find((row) => !row.ended);
      if (only !== undefined) this.open(only.room);
    }
  }

  private readonly onDraft = (event: DraftEvent): void => {
    const { room } = this;
    if (room === undefined) return;
    this.drafts.set(room, event.text);
    this.typing.draft(event.text);
    this.sidebar.draftChanged(event.text);
    if (event.text === "") {
      this.findings = [];
      this.would = [];
    }
    this.requestUpdate();
  };

  private readonly onSend = (event: SendEvent): void => {
    if (this.room === undefined) return;
    this.marked = undefined;
    this.typing.stop();
    this.chat.client.say(this.room, event.text);
  };

  private readonly onInsert = (event: CustomEvent<HostEvents["souffleur:insert"]>): void => {
    const { composer } = this;
    if (composer === null) return;
    event.preventDefault();
    this.pane = "chat";
    void this.updateComplete.then(() => {
      composer.insert(event.detail.text);
    });
  };

  private readonly onChecked = (event: CustomEvent<HostEvents["souffleur:draft-checked"]>): void => {
    const { text, findings, would } = event.detail;
    const draft = this.room === undefined ? "" : (this.drafts.get(this.room) ?? "");
    this.findings = carried(findings, text, draft);
    this.would = draft.trim() === "" ? [] : would.map(({ title }) => title);
  };

  private readonly onShowMessage = (
    event: CustomEvent<HostEvents["souffleur:show-message"]>,
  ): void => {
    event.preventDefault();
    this.pane = "chat";
    this.marked = event.detail.message;
    void this.log?.show(event.detail.message);
  };

  private readonly onOpen = (event: CustomEvent<HostEvents["souffleur:open"]>): void => {
    event.preventDefault();
    this.open(event.detail.conversation);
  };

  private readonly onFocusComposer = (event: Event): void => {
    event.preventDefault();
    this.pane = "chat";
    void this.updateComplete.then(() => {
      this.composer?.focus();
    });
  };

  protected override render(): TemplateResult {
    const { desk } = this.texts;
    return html`
      ${this.scene === undefined ? nothing : this.sceneBar(this.scene)}
      <header class="top">
        <div class="house">
          <h1>Maison Aubépine</h1>
          <p>${desk.service}</p>
        </div>
        <sf-page-controls
          .texts=${this.texts}
          .language=${this.language}
          .theme=${this.theme}
          @demo-language=${(event: LanguageEvent) => {
            this.language = event.language;
            speak(event.language, true);
          }}
          @demo-theme=${(event: ThemeEvent) => {
            this.theme = event.theme;
            wear(event.theme, true);
          }}
        ></sf-page-controls>
        ${this.agent()}
      </header>
      <sf-panes
        .pane=${this.pane}
        .texts=${this.texts}
        .language=${this.language}
        .hints=${this.hints}
        @demo-pane=${(event: PaneEvent) => {
          this.pane = event.pane;
        }}
      ></sf-panes>
      <div
        class="columns"
        data-pane=${this.pane}
        ?data-idle=${this.chat.state.rooms.length === 0}
      >
        <main>
          <sf-room-list
            role="navigation"
            aria-label=${desk.mine}
            .chat=${this.chat.state}
            .open=${this.room}
            .texts=${this.texts}
            .language=${this.language}
            .now=${this.now}
            @demo-room=${(event: RoomEvent) => {
              this.open(event.room);
            }}
        ></sf-room-list>
          <div class="chat">
            ${this.room === undefined
              ? nobody(this.texts, this.chat.state, () => {
                  this.play(this.language);
                })
              : this.conversation(this.room)}
          </div>
        </main>
        <div class="coach">
          <souffleur-sidebar
            ticket-url="/demo/ticket"
            draft="host"
            lang=${this.language}
            .theme=${this.theme}
            .conversation=${this.room ?? null}
            .folded=${this.narrow && this.pane !== "coach"}
            @souffleur:hints=${(event: CustomEvent<Hints>) => {
              this.hints = event.detail;
            }}
            @souffleur:insert=${this.onInsert}
            @souffleur:draft-checked=${this.onChecked}
            @souffleur:show-message=${this.onShowMessage}
            @souffleur:open=${this.onOpen}
            @souffleur:focus-composer=${this.onFocusComposer}
          ></souffleur-sidebar>
        </div>
      </div>
    `;
  }

  private readonly toCoach = (): void => {
    this.pane = "coach";
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector("sf-panes")?.focus();
    });
  };

  private agent(): TemplateResult | typeof nothing {
    const name = this.chat.state.agent;
    if (name === undefined) return nothing;
    return html`<div class="agent">
      <span class="disc" aria-hidden="true">${initials(name)}</span>
      <span class="who-name">${name}</span>
    </div>`;
  }

  private sceneBar(scene: PageLanguage): TemplateResult {
    const query = addressOf({ room: this.room, scene });
    return html`<sf-scene-bar
      .playing=${"agent" as const}
      .texts=${this.texts}
      .agentPage=${`/demo/desk/${query}`}
      .customerPage=${`/demo/customer/${query}`}
    ></sf-scene-bar>`;
  }

  private conversation(room: string): TemplateResult {
    const { desk, chat } = this.texts;
    const { state } = this.chat;
    const { row } = this;
    const thread = threadOf(state, room);
    const customer = row?.customer ?? "";
    const spoken = row?.language ?? "";
    return html`
      <div class="who">
        <span class="disc" aria-hidden="true">${initials(customer)}</span>
        <div>
          <h2 dir="auto">${customer}</h2>
          ${row?.subject ? html`<p dir="auto">${row.subject}</p>` : nothing}
        </div>
        ${thread.ended
          ? nothing
          : html`<button
              class="button"
              type="button"
              @click=${() => {
                this.chat.client.end(room);
              }}
            >
              ${desk.end}
            </button>`}
      </div>
      <sf-chat-log
        .self=${"agent" as const}
        .label=${desk.log(customer)}
        .thread=${thread}
        .pending=${state.pending.filter((waiting) => waiting.room === room)}
        .texts=${this.texts}
        .language=${this.language}
        .spoken=${spoken}
        .other=${firstName(customer)}
        .ownName=${state.agent ?? ""}
        .marked=${this.marked}
      ></sf-chat-log>
      ${thread.ended || !this.narrow
        ? nothing
        : html`<sf-hint-line
            .hints=${this.hints}
            .language=${this.language}
            @click=${this.toCoach}
          ></sf-hint-line>`}
      <p class="notice" role="status">${state.connection === "lost" ? chat.lost : ""}</p>
      ${thread.ended
        ? html`<p class="over" role="status">${desk.ended}</p>`
        : html`<sf-composer
            .label=${desk.placeholder}
            .texts=${this.texts}
            .language=${this.language}
            .spoken=${spoken}
            .text=${live(this.drafts.get(room) ?? "")}
            .findings=${this.findings}
            .would=${this.would}
            @demo-draft=${this.onDraft}
            @demo-send=${this.onSend}
            @demo-leave=${(event: LeaveEvent) => {
              this.sidebar.leave(event.finding);
            }}
          ></sf-composer>`}
      <p class="visually-hidden" role="status">${this.marked === undefined ? "" : desk.shown}</p>
      <button
        class="button skip"
        type="button"
        @click=${() => {
          this.pane = "coach";
          void this.updateComplete.then(() => this.sidebar.run("list"));
        }}
      >
        ${desk.toCoach}
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-desk": DeskPage;
  }
}
