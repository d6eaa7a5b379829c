import { LitElement, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ActEvent } from "../../events/act-event.ts";
import parts from "../../theme/parts.styles.ts";
import type { Translation } from "../../translations/index.ts";
import styles from "./hidden-line.styles.ts";

/** What is left of a hint that was just hidden: one grey line, and the way back. */
@customElement("sf-hidden-line")
export class SfHiddenLine extends LitElement {
  static override styles = [parts, styles];

  @property({ attribute: false }) words!: Translation;
  @property() hint = "";
  /** Called wrong, rather than only hidden. */
  @property({ type: Boolean }) wrong = false;

  override render() {
    return html`<p
      @pointerenter=${() => {
        this.hold(true);
      }}
      @pointerleave=${() => {
        this.hold(false);
      }}
      @focusin=${() => {
        this.hold(true);
      }}
      @focusout=${() => {
        this.hold(false);
      }}
    >
      <span>${this.wrong ? this.words.noted : this.words.hidden}</span>
      <button
        class="link"
        type="button"
        @click=${() => this.dispatchEvent(new ActEvent({ act: "undo", hint: this.hint }))}
      >
        ${this.words.undo}
      </button>
    </p>`;
  }

  private hold(on: boolean): void {
    this.dispatchEvent(new ActEvent({ act: "hold", hint: this.hint, on }));
  }

  override focus(): void {
    this.renderRoot.querySelector("button")?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-hidden-line": SfHiddenLine;
  }
}
