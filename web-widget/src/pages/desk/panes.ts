import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import "../parts/glyph.ts";
import { controls } from "../parts/styles.ts";
import type { PageLanguage, PageTexts } from "../texts/texts.ts";
import { type Hints, signOf } from "./hint-sign.ts";

/** What a narrow desk shows one of at a time. */
export type Pane = "list" | "chat" | "coach";

/** The agent wants to see another part of the desk. */
export class PaneEvent extends Event {
  constructor(readonly pane: Pane) {
    super("demo-pane", { bubbles: true, composed: true });
  }
}

/** The way from one part of a narrow desk to another, with a quiet sign when there is something to say. */
@customElement("sf-panes")
export class Panes extends LitElement {
  static override readonly styles = [
    controls,
    css`
      nav {
        display: flex;
        gap: 4px;
        padding: 4px 12px;
        border-bottom: 1px solid var(--sf-line);
      }

      button {
        flex: 1 1 auto;
        display: inline-flex;
        align-items: center;
        justify-content: center;
        gap: 6px;
        min-height: 36px;
        padding: 4px 8px;
        border: 0;
        border-radius: 8px;
        background: transparent;
        color: var(--sf-text-2);
        font-size: 0.8125rem;
        line-height: 1.125rem;
      }

      button[aria-pressed="true"] {
        background: var(--sf-sunken);
        color: var(--sf-text);
        font-weight: 600;
      }

      .prompt {
        color: var(--sf-risk);
      }

      .urgent {
        color: var(--sf-breach);
      }

      @media (700px <= width) {
        .coach {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) pane: Pane = "list";
  @property({ attribute: false }) texts!: PageTexts;
  @property({ attribute: false }) language: PageLanguage = "fr";
  @property({ attribute: false }) hints: Hints = { quiet: 0 };
  @query(".coach") private readonly coach!: HTMLElement;

  /** Puts the focus on the way to the sidebar. */
  override focus(): void {
    this.coach.focus();
  }

  protected override render(): TemplateResult {
    const { desk } = this.texts;
    return html`<nav aria-label=${desk.panes}>
      ${this.button("list", desk.paneList)} ${this.button("chat", desk.paneChat)}
      ${this.button("coach", desk.paneCoach)}
    </nav>`;
  }

  private button(pane: Pane, words: string): TemplateResult {
    const away = pane === "coach" && this.pane !== "coach";
    const sign = away ? signOf(this.hints, this.language) : undefined;
    return html`<button
      type="button"
      class=${pane}
      aria-pressed=${this.pane === pane ? "true" : "false"}
      @click=${() => this.dispatchEvent(new PaneEvent(pane))}
    >
      ${sign === undefined
        ? words
        : html`<sf-glyph class=${sign.severity} .drawing=${sign.drawing}></sf-glyph>
            <span>${words}<span class="visually-hidden">, ${sign.word}</span></span>`}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-panes": Panes;
  }
  interface HTMLElementEventMap {
    "demo-pane": PaneEvent;
  }
}
