import { LitElement, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import parts from "../../theme/parts.styles.ts";
import type { Translation } from "../../translations/index.ts";
import { type Stage, stages } from "../../wire/updates.ts";
import styles from "./stages.styles.ts";

/** Where the conversation stands: four segments, the current one half filled. Not a score. */
@customElement("sf-stages")
export class SfStages extends LitElement {
  static override styles = [parts, styles];

  @property({ attribute: false }) words!: Translation;
  /** The current one. */
  @property({ reflect: true }) stage: Stage = "opening";

  /** Without labels, where there is little height. */
  @property({ type: Boolean, reflect: true }) bare = false;

  override render() {
    const now = stages.indexOf(this.stage);
    return html`<ol aria-label=${this.words.stages}>
      ${stages.map((stage, i) => {
        const state = i < now ? "past" : i === now ? "now" : "future";
        return html`<li class=${state} aria-current=${i === now ? "step" : "false"}>
          <span class="bar"></span>
          <span class="label">${this.words.stage[stage]}</span>
          ${i < now ? html`<span class="reader">, ${this.words.stageDone}</span>` : ""}
        </li>`;
      })}
    </ol>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-stages": SfStages;
  }
}
