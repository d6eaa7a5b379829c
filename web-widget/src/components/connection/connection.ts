import { LitElement, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Status } from "../../connection/status.ts";
import { ActEvent } from "../../events/act-event.ts";
import parts from "../../theme/parts.styles.ts";
import type { Translation } from "../../translations/index.ts";
import "../icon/icon.ts";
import type { IconName } from "../icon/icons.ts";
import styles from "./connection.styles.ts";

/** How things stand with the server, in plain words; nothing is said of a gap nobody notices. */
@customElement("sf-connection")
export class SfConnection extends LitElement {
  static override styles = [parts, styles];

  @property({ attribute: false }) words!: Translation;
  @property({ attribute: false }) status: Status = { state: "connecting" };
  /** Until when the agent wants silence; milliseconds since 1970. */
  @property({ attribute: false }) mutedUntil: number | undefined;
  /** Back after a loss that was shown. */
  @property({ type: Boolean }) back = false;
  @property({ reflect: true }) state: Status["state"] | "muted" = "connecting";

  override willUpdate(): void {
    const live = this.status.state === "live";
    this.state = live && this.mutedUntil !== undefined ? "muted" : this.status.state;
  }

  override render() {
    const { words, status } = this;
    if (this.state === "muted" && this.mutedUntil !== undefined) {
      return this.strip("bell-off", words.muted(this.mutedUntil), "unmute", words.unmute);
    }
    switch (status.state) {
      case "connecting":
        return html`<p class="line"><span class="dot"></span>${words.connecting}</p>`;
      case "live":
      case "reconnecting":
        return html`<p class="line"><span class="dot"></span>
          ${this.back ? words.back : words.live}
        </p>`;
      case "stale":
        return this.strip("cloud-off", words.stale(status.since));
      case "offline":
        return this.strip("cloud-off", words.offline, "retry", words.tryAgain);
      case "refused":
        return this.strip("circle-alert", words.refused(status.reason), "retry", words.tryAgain);
    }
  }

  private strip(icon: IconName, text: string, act?: "retry" | "unmute", name?: string) {
    return html`<p class="strip">
      <sf-icon name=${icon}></sf-icon>
      <span
        >${text}
        ${act === undefined
          ? nothing
          : html`<button
              class="link"
              type="button"
              @click=${() => this.dispatchEvent(new ActEvent({ act }))}
            >
              ${name}
            </button>`}</span
      >
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-connection": SfConnection;
  }
}
