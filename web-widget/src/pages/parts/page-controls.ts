import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Globe, Moon, Sun } from "lucide";
import type { PageLanguage, Theme } from "../../demo/preferences.ts";
import type { PageTexts } from "../texts/texts.ts";
import "./glyph.ts";
import { controls } from "./styles.ts";

/** Somebody chose a language for the page. */
export class LanguageEvent extends Event {
  constructor(readonly language: PageLanguage) {
    super("demo-language", { bubbles: true, composed: true });
  }
}

/** Somebody chose a theme for the page. */
export class ThemeEvent extends Event {
  constructor(readonly theme: Theme) {
    super("demo-theme", { bubbles: true, composed: true });
  }
}

/** Language and theme of a demo page, at the end of its header. */
@customElement("sf-page-controls")
export class PageControls extends LitElement {
  static override readonly styles = [
    controls,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 4px;
      }

      .language {
        position: relative;
        padding-inline: 0;
        gap: 0;
      }

      .language sf-glyph {
        position: absolute;
        inset-inline-start: 8px;
        pointer-events: none;
      }

      select {
        appearance: none;
        min-height: 32px;
        padding: 4px 8px 4px 32px;
        border: 0;
        border-radius: 8px;
        background: transparent;
      }

      option {
        background: var(--sf-surface);
        color: var(--sf-text);
      }

      @media (forced-colors: active) {
        select {
          border: 1px solid ButtonBorder;
        }
      }

      @media (width < 640px) {
        .word {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }

        select {
          width: 32px;
          padding-inline: 32px 0;
          text-overflow: clip;
        }

        .quiet:not(.language) {
          min-width: 32px;
          justify-content: center;
        }
      }
    `,
  ];

  @property({ attribute: false }) texts!: PageTexts;
  @property({ attribute: false }) language: PageLanguage = "fr";
  @property({ attribute: false }) theme: Theme | undefined;

  protected override render(): TemplateResult {
    const { texts, theme } = this;
    return html`
      <div class="quiet language">
        <sf-glyph .drawing=${Globe}></sf-glyph>
        <select
          aria-label=${texts.language}
          .value=${this.language}
          @change=${(event: Event) => {
            const { value } = event.target as HTMLSelectElement;
            this.dispatchEvent(new LanguageEvent(value === "fr" ? "fr" : "en"));
          }}
        >
          <option value="fr" lang="fr" ?selected=${this.language === "fr"}>Français</option>
          <option value="en" lang="en" ?selected=${this.language === "en"}>English</option>
        </select>
      </div>
      ${theme === undefined
        ? nothing
        : html`<button
            class="quiet"
            type="button"
            aria-label=${theme === "light" ? texts.theme.toDark : texts.theme.toLight}
            @click=${() => this.dispatchEvent(new ThemeEvent(theme === "light" ? "dark" : "light"))}
          >
            <sf-glyph .drawing=${theme === "light" ? Moon : Sun}></sf-glyph>
            <span class="word">${theme === "light" ? texts.dark : texts.light}</span>
          </button>`}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-page-controls": PageControls;
  }
  interface HTMLElementEventMap {
    "demo-language": LanguageEvent;
    "demo-theme": ThemeEvent;
  }
}
