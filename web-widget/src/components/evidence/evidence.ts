import { LitElement, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ActEvent } from "../../events/act-event.ts";
import { passage } from "../../state/passage.ts";
import parts from "../../theme/parts.styles.ts";
import type { Translation } from "../../translations/index.ts";
import type { MessageShown } from "../../wire/frames.ts";
import type { Because } from "../../wire/updates.ts";
import styles from "./evidence.styles.ts";

/** Where a message is found among the quotes; `from` is the earlier conversation it belongs to. */
export function quoteKey(message: string, from: string | undefined): string {
  return from === undefined ? message : `${from}\n${message}`;
}

/** A message as far as this desk has it: its words, on their way, or not to be had. */
export type Quoted = MessageShown | "asked" | "gone";

/** What something rests on: the words that decided, marked, with who said them and when. */
@customElement("sf-evidence")
export class SfEvidence extends LitElement {
  static override styles = [parts, styles];

  @property({ attribute: false }) words!: Translation;
  @property({ attribute: false }) because: readonly Because[] = [];
  @property({ attribute: false }) quotes: ReadonlyMap<string, Quoted> = new Map();
  /** What the customer is called. */
  @property({ attribute: false }) customer: string | undefined;
  /** Language of the conversation, where it is known. */
  @property({ attribute: false }) spoken: string | undefined;
  /** The earlier conversation that the messages belong to. */
  @property({ attribute: false }) from: string | undefined;
  @property({ type: Number }) now = 0;

  override updated(): void {
    const from = this.from === undefined ? {} : { from: this.from };
    for (const reason of this.because) {
      if ("message" in reason && !this.quotes.has(quoteKey(reason.message, this.from))) {
        this.dispatchEvent(new ActEvent({ act: "ask", message: reason.message, ...from }));
      }
    }
  }

  override render() {
    return this.because.map((reason) =>
      "message" in reason
        ? this.quote(reason.message, reason.start, reason.end)
        : html`<p class="when">
            ${reason.deadline < this.now
              ? this.words.deadlineWas(reason.deadline)
              : this.words.deadlineIs(reason.deadline)}
          </p>`,
    );
  }

  private quote(message: string, start: number, end: number) {
    const { words } = this;
    const quoted = this.quotes.get(quoteKey(message, this.from)) ?? "asked";
    if (quoted === "asked") return html`<p class="when">${words.fetching}</p>`;
    if (quoted === "gone") return html`<p class="when">${words.gone}</p>`;
    const who =
      quoted.author === "customer"
        ? (this.customer ?? words.author.customer)
        : words.author[quoted.author];
    return html`${quoted.forgotten === true
        ? html`<p class="when">${words.notKept}</p>`
        : this.passage(quoted.text, start, end)}
      <p class="when">
        ${this.from === undefined
          ? html`<button
              class="link"
              type="button"
              aria-label=${`${who}, ${words.at(quoted.at)}. ${words.showMessage}`}
              @click=${() => this.dispatchEvent(new ActEvent({ act: "show-message", message }))}
            >
              ${who}, ${words.at(quoted.at)}
            </button>`
          : html`${who}, ${words.at(quoted.at)}`}
      </p>`;
  }

  private passage(text: string, start: number, end: number) {
    const [before, marked, after] = passage(text, start, end);
    const [opening, , closing] = this.words.quote("");
    return html`<blockquote lang=${this.spoken ?? ""}>
      ${opening}${before}<mark>${marked}</mark>${after}${closing}
    </blockquote>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-evidence": SfEvidence;
  }
}
