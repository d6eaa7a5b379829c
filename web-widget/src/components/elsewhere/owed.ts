import { LitElement, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ActEvent } from "../../events/act-event.ts";
import parts from "../../theme/parts.styles.ts";
import type { Translation } from "../../translations/index.ts";
import type { Owed } from "../../wire/frames.ts";
import "../icon/icon.ts";
import styles from "./elsewhere.styles.ts";

/** A promise of a conversation that has ended: one line, only when it is due. */
@customElement("sf-owed")
export class SfOwed extends LitElement {
  static override styles = [parts, styles];

  @property({ attribute: false }) words!: Translation;
  @property({ attribute: false }) owed!: Owed;
  @property({ type: Number }) now = 0;
  @property({ reflect: true }) state: Owed["state"] = "at_risk";

  override willUpdate(): void {
    this.state = this.owed.state;
  }

  override render() {
    const { words, owed } = this;
    const said = words.promisedTo(
      owed.customer ?? words.noName,
      owed.deadline,
      owed.day,
      this.now,
    );
    const [before, name, after] = said;
    return html`<p>
      <sf-icon name=${owed.state === "breached" ? "alarm-clock" : "handshake"}></sf-icon>
      <span class="what">${before}<strong>${name}</strong>${after}</span>
      <button
        class="link"
        type="button"
        aria-label=${`${words.keep}, ${said.join("")}`}
        @click=${() => {
          const { conversation, commitment } = owed;
          this.dispatchEvent(new ActEvent({ act: "keep-other", conversation, commitment }));
        }}
      >
        ${words.keep}
      </button>
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-owed": SfOwed;
  }
}
