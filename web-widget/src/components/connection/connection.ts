import { LitElement, type TemplateResult, html, nothing } from "lit";
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
  /** Where people sign in; undefined when that is the host's own affair. */
  @property({ attribute: false }) signIn: string | undefined;
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
      return this.strip("bell-off", words.muted(this.mutedUntil), this.doing("unmute"));
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
        return this.strip("cloud-off", words.offline, this.doing("retry"));
      case "over":
        return this.over(status.since);
      case "refused":
        return this.strip("circle-alert", words.refused(status.reason), this.doing("retry"));
    }
  }

  private over(since: number | undefined) {
    const { words, signIn } = this;
    return signIn === undefined
      ? this.strip("log-in", `${words.sessionOver(since)} ${words.signInToHost}`, this.doing("retry"))
      : this.strip(
          "log-in",
          words.sessionOver(since),
          html`<a class="link" href=${signIn}>${words.signIn}</a>`,
        );
  }

  private strip(icon: IconName, text: string, what: TemplateResult | typeof nothing = nothing) {
    return html`<p class="strip"><sf-icon name=${icon}></sf-icon><span>${text} ${what}</span></p>`;
  }

  private doing(act: "retry" | "unmute") {
    return html`<button
      class="link"
      type="button"
      @click=${() => this.dispatchEvent(new ActEvent({ act }))}
    >
      ${act === "retry" ? this.words.tryAgain : this.words.unmute}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-connection": SfConnection;
  }
}
