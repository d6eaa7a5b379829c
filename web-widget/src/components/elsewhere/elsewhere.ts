import { LitElement, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ActEvent } from "../../events/act-event.ts";
import parts from "../../theme/parts.styles.ts";
import type { Translation } from "../../translations/index.ts";
import type { AttentionRow } from "../../wire/frames.ts";
import "../icon/icon.ts";
import styles from "./elsewhere.styles.ts";

/** Another conversation of the same agent that waits for them: one line, only when it is due. */
@customElement("sf-elsewhere")
export class SfElsewhere extends LitElement {
  static override styles = [parts, styles];

  @property({ attribute: false }) words!: Translation;
  @property({ attribute: false }) row!: AttentionRow;
  @property({ type: Number }) now = 0;
  @property({ reflect: true }) state: AttentionRow["state"] = "at_risk";

  override willUpdate(): void {
    this.state = this.row.state;
  }

  override render() {
    const { words, row } = this;
    const span = row.waitingSince === undefined ? undefined : this.now - row.waitingSince;
    const [name, waits] = words.waits(row.customer ?? words.noName, span);
    return html`<p>
      <sf-icon name=${row.state === "breached" ? "alarm-clock" : "hourglass"}></sf-icon>
      <span class="what"><strong>${name}</strong> ${waits}</span>
      <button
        class="link"
        type="button"
        aria-label=${`${words.openOther}, ${name}`}
        @click=${() =>
          this.dispatchEvent(new ActEvent({ act: "open", conversation: row.conversation }))}
      >
        ${words.openOther}
      </button>
    </p>`;
  }
}

/** The conversation to point at: the nearest clock that is about to run out, or has. */
export function pressing(
  rows: readonly AttentionRow[],
  current: string | undefined,
): AttentionRow | undefined {
  return rows
    .filter((row) => row.state !== "running" && row.conversation !== current)
    .sort((a, b) => a.deadline - b.deadline)[0];
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-elsewhere": SfElsewhere;
  }
}
