import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ChevronRight } from "lucide";
import "../parts/glyph.ts";
import { controls } from "../parts/styles.ts";
import type { PageLanguage } from "../texts/texts.ts";
import { type Hints, signOf } from "./hint-sign.ts";

/** The prominent hint in one line over the composer, where the sidebar is folded; pressing it is left to the page. */
@customElement("sf-hint-line")
export class HintLine extends LitElement {
  static override readonly styles = [
    controls,
    css`
      :host {
        display: block;
      }

      button {
        display: flex;
        align-items: flex-start;
        gap: 8px;
        width: 100%;
        min-height: 36px;
        padding: 8px 10px;
        border: 1px solid var(--sf-line);
        border-radius: 8px;
        background: var(--sf-canvas);
        font-size: 0.8125rem;
        line-height: 1.125rem;
        text-align: start;
      }

      button:hover {
        border-color: var(--sf-control);
      }

      .urgent {
        border: 1.5px solid var(--sf-breach);
      }

      .words {
        flex: 1;
        min-width: 0;
        display: flex;
        flex-wrap: wrap;
        gap: 0 8px;
      }

      strong {
        font-weight: 600;
      }

      sf-glyph {
        margin-top: 1px;
        color: var(--sf-text-3);
      }

      .prompt :is(.sign, strong) {
        color: var(--sf-risk);
      }

      .urgent :is(.sign, strong) {
        color: var(--sf-breach);
      }
    `,
  ];

  @property({ attribute: false }) hints: Hints = { quiet: 0 };
  @property({ attribute: false }) language: PageLanguage = "fr";

  protected override render(): TemplateResult | typeof nothing {
    const { prominent } = this.hints;
    const sign = signOf(this.hints, this.language);
    if (prominent === undefined || sign === undefined) return nothing;
    return html`<button type="button" class=${sign.severity}>
      <sf-glyph class="sign" .drawing=${sign.drawing}></sf-glyph>
      <span class="words"><strong>${sign.word}</strong> <span>${prominent.title}</span></span>
      <sf-glyph .drawing=${ChevronRight}></sf-glyph>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-hint-line": HintLine;
  }
}
