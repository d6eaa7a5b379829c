import { LitElement, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
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
  @property({ attribute: false }) findings: readonly Finding[] = [];
  /** Titles of the items that sending it would tick. */
  @property({ attribute: false }) ticks: readonly string[] = [];
  /** Language of the conversation, where it is known. */
  @property({ attribute: false }) spoken: string | undefined;

  override render() {
    const { words } = this;
    const sorted = [...this.findings].sort((a, b) => gravity(a) - gravity(b) || a.start - b.start);
    const more = sorted.length - most;
    return html`<div class="card" role="group" aria-label=${words.draft}>
      ${sorted.length === 0
        ? nothing
        : html`<ul>
            ${sorted.slice(0, most).map((finding) => this.finding(finding))}
          </ul>`}
      ${more > 0 ? html`<p class="foot">${words.andOthers(more)}</p>` : nothing}
      ${this.ticks.map(
        (title) =>
          html`<p class="foot"><sf-icon name="check"></sf-icon>${words.willTick(title)}</p>`,
      )}
    </div>`;
  }

  private finding(finding: Finding) {
    const { words } = this;
    const quoted = this.text.slice(finding.start, finding.end);
    const by = finding.replacements[0];
    return html`<li class=${serious(finding) ? "serious" : "wording"}>
      <sf-icon name=${serious(finding) ? "shield-alert" : "pencil-line"}></sf-icon>
      <p class="what">
        <span class="quoted" lang=${this.spoken ?? ""}>${quoted}</span>
        ${by === undefined || by === ""
          ? nothing
          : html`<sf-icon class="to" name="arrow-right"></sf-icon>
              <span class="phrase" lang=${this.spoken ?? ""}>${by}</span>`}
        <span class="text">${finding.text}</span>
      </p>
      <button
        class="link"
        type="button"
        aria-label=${`${this.verb(finding)}, ${quoted}`}
        @click=${() => {
          this.send({ act: "replace", finding, by: this.cure(finding, quoted) });
        }}
      >
        ${this.verb(finding)}
      </button>
      <button
        class="icon-button"
        type="button"
        aria-label=${`${words.ignore}, ${quoted}`}
        title=${words.ignore}
        @click=${() => {
          this.send({ act: "leave", finding });
        }}
      >
        <sf-icon name="x"></sf-icon>
      </button>
    </li>`;
  }

  private verb(finding: Finding): string {
    const [by] = finding.replacements;
    if (by !== undefined && by !== "") return this.words.replace;
    return serious(finding) ? this.words.mask : this.words.remove;
  }

  private cure(finding: Finding, quoted: string): string {
    const [by] = finding.replacements;
    if (by !== undefined) return by;
    return serious(finding) ? quoted.replace(/[\p{L}\p{N}]/gu, "•") : "";
  }

  private send(act: Act): void {
    this.dispatchEvent(new ActEvent(act));
  }
}

/** Data that does not belong here, or another customer's name: more than a matter of wording. */
export function serious(finding: Finding): boolean {
  return finding.severity === "urgent" || /^(personal|wrong|card|data)/.test(finding.cue);
}

function gravity(finding: Finding): number {
  return serious(finding) ? 0 : 1;
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-draft": SfDraft;
  }
}
