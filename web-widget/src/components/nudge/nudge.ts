import { LitElement, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import parts from "../../theme/parts.styles.ts";
import type { Translation } from "../../translations/index.ts";
import type { HintUpdate } from "../../wire/updates.ts";
import type { Quoted } from "../evidence/evidence.ts";
import "../hint/hint.ts";
import type { Use } from "../hint/hint.ts";
import "../icon/icon.ts";
import styles from "./nudge.styles.ts";

/** A hint that only offers itself: one line, and the whole card once it is pressed. */
@customElement("sf-nudge")
export class SfNudge extends LitElement {
  static override styles = [parts, styles];

  @property({ attribute: false }) words!: Translation;
  @property({ attribute: false }) hint!: HintUpdate;
  @property({ attribute: false }) quotes: ReadonlyMap<string, Quoted> = new Map();
  @property({ attribute: false }) customer: string | undefined;
  @property({ attribute: false }) dated: number | undefined;
  @property() use: Use = "insert";
  @property({ type: Number }) wording = 0;
  @property({ type: Number }) now = 0;
  @property({ type: Boolean, reflect: true }) open = false;

  override render() {
    const { hint, words } = this;
    return html`<button
        class="line"
        type="button"
        aria-expanded=${this.open}
        ?hidden=${this.open}
        @click=${this.unfold}
      >
        <sf-icon name="feather"></sf-icon>
        <span class="reader">${words.severity.nudge}: </span>
        <span class="title">${hint.title}</span>
        <sf-icon name="chevron-down"></sf-icon>
      </button>
      ${this.open
        ? html`<sf-hint
            .words=${words}
            .hint=${{ ...hint, severity: "nudge" }}
            .quotes=${this.quotes}
            .customer=${this.customer}
            .dated=${this.dated}
            .use=${this.use}
            .wording=${this.wording}
            .now=${this.now}
            @sf-act=${this.turn}
            @keydown=${this.fold}
          ></sf-hint>`
        : nothing}`;
  }

  private readonly unfold = (): void => {
    this.open = true;
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector("sf-hint")?.updateComplete.then(
        () => this.renderRoot.querySelector("sf-hint")?.focus(),
        () => undefined,
      );
    });
  };

  private readonly fold = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.open = false;
    void this.updateComplete.then(() => {
      this.focus();
    });
  };

  /** Another wording of a quiet hint is its own affair: it holds no prominent place. */
  private readonly turn = (event: HTMLElementEventMap["sf-act"]): void => {
    if (event.act.act !== "next") return;
    event.stopPropagation();
    this.wording = (this.wording + 1) % Math.max(1, this.hint.phrases.length);
  };

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>(".line")?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-nudge": SfNudge;
  }
}
