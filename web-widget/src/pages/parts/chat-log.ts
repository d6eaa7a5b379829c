import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Pending, Thread } from "../../demo/chat-state.ts";
import type { ChatMessage } from "../../demo/wire.ts";
import type { PageLanguage, PageTexts } from "../texts/texts.ts";
import { chatLogStyles } from "./chat-log.styles.ts";
import { timeOfDay } from "../../translations/format.ts";
import { firstName } from "./people.ts";
import { controls } from "./styles.ts";

/** Distance from the end, in pixels, within which the log keeps following the conversation. */
const FOLLOWS = 48;
/** Messages of one author closer than this, in milliseconds, share one line of name and time. */
const TOGETHER = 60_000;

/**
 * The messages of one conversation, in order, as text and nothing else. Follows the end while the
 * reader is there, and stays put while they read further up.
 */
@customElement("sf-chat-log")
export class ChatLog extends LitElement {
  static override readonly styles = [controls, chatLogStyles];

  @property({ attribute: false }) thread: Thread = { messages: [], typing: [], ended: false };
  @property({ attribute: false }) pending: readonly Pending[] = [];
  @property({ attribute: false }) texts!: PageTexts;
  @property({ attribute: false }) label = "";
  /** On whose page this is: their own messages stand on the right. */
  @property({ attribute: false }) self: "customer" | "agent" = "customer";
  /** The other person's name, for “is writing”. */
  @property({ attribute: false }) other = "";
  @property({ attribute: false }) ownName = "";
  /** Language of the page. */
  @property({ attribute: false }) language: PageLanguage = "fr";
  /** Language of the conversation, for those who hear it read. */
  @property({ attribute: false }) spoken = "";
  /** The message pointed at, if any. */
  @property({ attribute: false }) marked: string | undefined;
  @property({ attribute: false }) empty = "";

  @query(".scroll") private readonly scroller!: HTMLElement;
  private follows = true;
  /** The log also keeps to its end when what is under it grows, or a font comes late. */
  private readonly resized = new ResizeObserver(() => {
    this.toEnd();
  });

  /** Brings a message into sight. */
  async show(message: string): Promise<void> {
    this.marked = message;
    this.follows = false;
    await this.updateComplete;
    const smooth = matchMedia("(prefers-reduced-motion: no-preference)").matches;
    this.renderRoot
      .querySelector(".marked .bubble")
      ?.scrollIntoView({ block: "center", behavior: smooth ? "smooth" : "instant" });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("label")) this.follows = true;
    if (this.hasUpdated && !changed.has("label") && !changed.has("marked")) {
      const { scrollHeight, scrollTop, clientHeight } = this.scroller;
      if (scrollHeight - scrollTop - clientHeight <= FOLLOWS) this.follows = true;
    }
  }

  protected override firstUpdated(): void {
    this.resized.observe(this);
    const list = this.renderRoot.querySelector("ol");
    if (list !== null) this.resized.observe(list);
  }

  protected override updated(): void {
    this.toEnd();
  }

  private toEnd(): void {
    if (this.follows) this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  private readonly onScroll = (): void => {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    this.follows = scrollHeight - scrollTop - clientHeight <= FOLLOWS;
  };

  protected override render(): TemplateResult {
    const { messages, typing } = this.thread;
    const other = this.self === "agent" ? "customer" : "agent";
    return html`
      <div
        class="scroll"
        role="log"
        aria-label=${this.label}
        tabindex="0"
        @scroll=${this.onScroll}
      >
        ${messages.length === 0 && this.pending.length === 0 && this.empty
          ? html`<p class="meta">${this.empty}</p>`
          : nothing}
        <ol lang=${this.spoken || nothing}>
          ${repeat(
            messages,
            (message) => message.id,
            (message, index) => this.message(message, messages[index - 1], messages[index + 1]),
          )}
          ${repeat(
            this.pending,
            (pending) => pending.key,
            (pending) => html`
              <li class="own waiting">
                <div class="bubble" dir="auto">${pending.text}</div>
                <div class="meta" lang=${this.language}>
                  ${this.texts.chat.meta(firstName(this.ownName), this.texts.chat.sending)}
                </div>
              </li>
            `,
          )}
        </ol>
        <div class="writing">
          ${typing.includes(other) ? this.texts.chat.writing(this.other) : nothing}
        </div>
      </div>
    `;
  }

  private message(
    message: ChatMessage,
    before: ChatMessage | undefined,
    after: ChatMessage | undefined,
  ): TemplateResult {
    const own = message.author === this.self;
    const spoken = message.author === "customer" || message.author === "agent";
    const kind = [
      spoken ? (own ? "own" : "other") : "note",
      together(before, message) ? "close" : "",
      message.id === this.marked ? "marked" : "",
    ].join(" ");
    const who = firstName(message.name) || (own ? firstName(this.ownName) : this.other);
    return html`
      <li class=${kind} data-message=${message.id}>
        <div class="bubble" dir="auto">${message.text}</div>
        ${spoken && !together(message, after)
          ? html`<div class="meta" lang=${this.language}>
              ${this.texts.chat.meta(who, timeOfDay(Date.parse(message.at), this.language))}
            </div>`
          : nothing}
      </li>
    `;
  }
}

function together(one: ChatMessage | undefined, next: ChatMessage | undefined): boolean {
  if (one === undefined || next === undefined) return false;
  return one.author === next.author && Date.parse(next.at) - Date.parse(one.at) < TOGETHER;
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-chat-log": ChatLog;
  }
}
