import { html, svg } from "lit";
import type { Clock } from "../../state/clocks.ts";
import "../icon/icon.ts";

/** How a clock stands, at a glance: a ring that empties, or what became of it. */
export function figure(clock: Clock) {
  switch (clock.state) {
    case "running":
    case "at_risk":
      return html`<svg class="ring" viewBox="0 0 20 20" aria-hidden="true">
        ${svg`<circle cx="10" cy="10" r="7.5" class="track"></circle>
          <circle cx="10" cy="10" r="7.5" class="left" pathLength="100"
            transform="rotate(-90 10 10)"
            stroke-dasharray=${`${Math.round(clock.share * 100)} 100`}></circle>`}
      </svg>`;
    case "breached":
      return html`<sf-icon name="alarm-clock"></sf-icon>`;
    case "met":
      return html`<sf-icon name="check"></sf-icon>`;
    case "stopped":
      return html`<sf-icon name="pause"></sf-icon>`;
  }
}

/** To the next whole second: a clock reads zero only when nothing is left. */
export function roundedUp(span: number): number {
  return Math.ceil(span / 1000) * 1000;
}
