import { LitElement, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Clock } from "../../state/clocks.ts";
import parts from "../../theme/parts.styles.ts";
import type { Translation } from "../../translations/index.ts";
import styles from "./clock.styles.ts";
import { figure, roundedUp } from "./ring.ts";

/** What runs out: a ring that empties, what it is for, and what is left. Read only on request. */
@customElement("sf-clock")
export class SfClock extends LitElement {
  static override styles = [parts, styles];

  @property({ attribute: false }) words!: Translation;
  @property({ attribute: false }) clock!: Clock;
  @property({ reflect: true }) state: Clock["state"] = "running";

  override willUpdate(): void {
    this.state = this.clock.state;
  }

  override render() {
    const { clock } = this;
    return html`<div class="row" role="timer" aria-live="off" aria-label=${this.spoken()}>
      ${figure(clock)}
      <span class="title">${clock.title}</span>
      <span class="span">${this.span()}</span>
    </div>`;
  }

  private span(): string {
    const { words, clock } = this;
    switch (clock.state) {
      case "running":
      case "at_risk":
        return words.left(roundedUp(clock.span));
      case "breached":
        return words.over(clock.span);
      case "met":
        return words.kept(clock.at);
      case "stopped":
        return words.paused;
    }
  }

  private spoken(): string {
    const { words, clock } = this;
    switch (clock.state) {
      case "running":
      case "at_risk":
        return words.leftAloud(clock.title, roundedUp(clock.span));
      case "breached":
        return words.overAloud(clock.title, clock.span);
      case "met":
      case "stopped":
        return `${clock.title}, ${this.span()}`;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-clock": SfClock;
  }
}
