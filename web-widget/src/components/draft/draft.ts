import { LitElement, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { type Cure, curesOf } from "../../composer/editing.ts";
import { type Act, ActEvent } from "../../events/act-event.ts";
import parts from "../../theme/parts.styles.ts";
import type { Translation } from "../../translations/index.ts";
import type { Finding } from "../../wire/frames.ts";
import "../icon/icon.ts";
import styles from "./draft.styles.ts";

/** How many findings are shown at once. */
const most = 2;

/** What the check of the unsent answer found: the words, what could stand there, and why. */
@customElement("sf-draft")
export class SfDraft extends LitElement {
  static override styles = [parts, styles];

  @property({ attribute: false }) words!: Translation;
  /** The draft that the findings are about. */
  @property({ attribute: false }) text = "";
  /** Most serious first, as the server told them. */
  @property({ attribute: false }) findings: readonly Finding[] = [];
  /** Titles of the items that sending it would tick. */
  @property({ attribute: false }) ticks: readonly string[] = [];
  /** Language of the conversation, where it is known. */
  @property({ attribute: false }) spoken: string | undefined;

  override render() {
    const { words, findings } = this;
    const more = findings.length - most;
    const blocking = findings.find((finding) => finding.blocks);
    return html`<div class="card" role="group" aria-label=${words.draft}>
      ${findings.length === 0
        ? nothing
        : html`<ul>
            ${findings.slice(0, most).map((finding) => this.finding(finding))}
          </ul>`}
      ${more > 0 ? html`<p class="foot">${words.andOthers(more)}</p>` : nothing}
      ${blocking === undefined
        ? nothing
        : html`<p class="foot blocked">
            <sf-icon name="shield-alert"></sf-icon>${words.fixFirst(blocking.text)}
          </p>`}
      ${this.ticks.map(
        (title) =>
          html`<p class="foot"><sf-icon name="check"></sf-icon>${words.willTick(title)}</p>`,
      )}
    </div>`;
  }

  private finding(finding: Finding) {
    const { words } = this;
    const quoted = this.text.slice(finding.start, finding.end);
    const [cure, ...others] = curesOf(finding, this.text);
    const serious = finding.severity === "urgent";
    return html`<li class=${serious ? "serious" : "wording"}>
      <sf-icon name=${serious ? "shield-alert" : "pencil-line"}></sf-icon>
      <p class="what">
        ${quoted === "" ? nothing : this.quoted(cure?.verb === "mask" ? cure.by : quoted)}
        ${cure?.verb === "replace"
          ? html`<sf-icon class="to" name="arrow-right"></sf-icon>
              <span class="phrase" lang=${this.spoken ?? ""}>${cure.by}</span>`
          : nothing}
        ${others.map((other) => this.other(quoted, other))}
        <span class="text">${finding.text}</span>
      </p>
      ${cure === undefined
        ? nothing
        : html`<button
            class="link"
            type="button"
            aria-label=${`${words[cure.verb]}, ${quoted}`}
            @click=${() => {
              this.send({ act: "cure", cure });
            }}
          >
            ${words[cure.verb]}
          </button>`}
      ${finding.blocks
        ? nothing
        : html`<button
            class="icon-button"
            type="button"
            aria-label=${`${words.ignore}, ${quoted === "" ? finding.text : quoted}`}
            title=${words.ignore}
            @click=${() => {
              this.send({ act: "leave", finding });
            }}
          >
            <sf-icon name="x"></sf-icon>
          </button>`}
    </li>`;
  }

  private other(quoted: string, cure: Cure) {
    const { words } = this;
    return html`<button
      class="other"
      type="button"
      lang=${this.spoken ?? ""}
      aria-label=${words.replaceBy(quoted, cure.by)}
      @click=${() => {
        this.send({ act: "cure", cure });
      }}
    >
      ${cure.by}
    </button>`;
  }

  private quoted(words: string) {
    return html`<span class="quoted" lang=${this.spoken ?? ""}>${words}</span>`;
  }

  private send(act: Act): void {
    this.dispatchEvent(new ActEvent(act));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-draft": SfDraft;
  }
}
