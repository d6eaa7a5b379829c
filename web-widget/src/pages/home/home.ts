import { html, LitElement, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { ArrowRight, Hourglass, Play } from "lucide";
import { language, theme } from "../../demo/preferences.ts";
import "../parts/glyph.ts";
import { dress, speak, texts, wear } from "../parts/page.ts";
import type { LanguageEvent, ThemeEvent } from "../parts/page-controls.ts";
import "../parts/page-controls.ts";
import { controls } from "../parts/styles.ts";
import { homeStyles } from "./home.styles.ts";

dress();

/** The first page: what Souffleur does, in a few sentences, and the doors to try it. */
@customElement("sf-home")
export class HomePage extends LitElement {
  static override readonly styles = [controls, homeStyles];

  @state() private language = language();
  @state() private theme = theme();

  protected override willUpdate(): void {
    document.title = texts[this.language].home.title;
  }

  protected override render(): TemplateResult {
    const words = texts[this.language];
    const { home } = words;
    return html`
      <div class="page">
        <header>
          <div class="mark" lang="fr">Souffleur</div>
          <sf-page-controls
            .texts=${words}
            .language=${this.language}
            .theme=${this.theme}
            @demo-language=${(event: LanguageEvent) => {
              this.language = event.language;
              speak(event.language, true);
            }}
            @demo-theme=${(event: ThemeEvent) => {
              this.theme = event.theme;
              wear(event.theme, true);
            }}
          ></sf-page-controls>
        </header>
        <main>
          <div class="opening">
            <div>
              <h1>${home.claim}</h1>
              <p class="lead">${home.lead}</p>
            </div>
            <figure aria-label=${home.exampleLabel}>
              <p class="said">${home.exampleSaid}</p>
              <p class="by">${home.exampleCustomer}</p>
              <div class="hint">
                <div class="moment">
                  <sf-glyph .drawing=${Hourglass}></sf-glyph>${home.exampleWhy}
                </div>
                <strong>${home.exampleTitle}</strong>
                <q>${home.examplePhrase}</q>
              </div>
              <figcaption>${home.exampleCaption}</figcaption>
            </figure>
          </div>
          <section class="try" aria-labelledby="try">
            <h2 id="try">${home.tryTitle}</h2>
            <p>${home.trySide}</p>
            <ul class="doors">
              <li>
                <h3>${home.customerTitle}</h3>
                <p>${home.customerText}</p>
                ${this.door("/demo/customer/", home.customerOpen, true)}
              </li>
              <li>
                <h3>${home.deskTitle}</h3>
                <p>${home.deskText}</p>
                ${this.door("/demo/desk/", home.deskOpen, true)}
              </li>
              <li class="alone">
                <h3>${home.aloneTitle}</h3>
                <p>${home.aloneText}</p>
                <a class="button" href=${`/demo/desk/?scene=${this.language}`}>
                  <sf-glyph .drawing=${Play}></sf-glyph>${home.alonePlay}
                </a>
              </li>
            </ul>
          </section>
          <section class="principles" aria-label=${home.title}>
            ${home.principles.map(
              ({ title, text }) => html`<div>
                <h3>${title}</h3>
                <p>${text}</p>
              </div>`,
            )}
          </section>
        </main>
        <footer><a href="/states/">${home.states}</a></footer>
      </div>
    `;
  }

  private door(address: string, words: string, primary: boolean): TemplateResult {
    return html`<a
      class="button ${primary ? "primary" : ""}"
      href=${address}
      target="_blank"
      rel="noopener"
    >
      ${words}<span class="visually-hidden">${texts[this.language].home.newWindow}</span>
      <sf-glyph .drawing=${ArrowRight}></sf-glyph>
    </a>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-home": HomePage;
  }
}
