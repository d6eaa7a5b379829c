import { LitElement, html, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Clock } from "../../state/clocks.ts";
import parts from "../../theme/parts.styles.ts";
import type { Translation } from "../../translations/index.ts";
import "../icon/icon.ts";
import styles from "./clock.styles.ts";

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
      ${this.figure()}
      <span class="title">${clock.title}</span>
      <span class="span">${this.span()}</span>
    </div>`;
  }

  private figure() {
    switch (this.clock.state) {
      case "running":
      case "at_risk":
        return html`<svg class="ring" viewBox="0 0 20 20" aria-hidden="true">
          ${svg`<circle cx="10" cy="10" r="7.5" class="track"></circle>
            <circle cx="10" cy="10" r="7.5" class="left" pathLength="100"
              transform="rotate(-90 10 10)"
              stroke-dasharray=${`${Math.round(this.clock.share * 100)} 100`}></circle>`}
        </svg>`;
      case "breached":
        return html`<sf-icon name="alarm-clock"></sf-icon>`;
      case "met":
        return html`<sf-icon name="check"></sf-icon>`;
      case "stopped":
        return html`<sf-icon name="pause"></sf-icon>`;
    }
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

/** To the next whole second: a clock reads zero only when nothing is left. */
function roundedUp(span: number): number {
  return Math.ceil(span / 1000) * 1000;
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-clock": SfClock;
  }
}
