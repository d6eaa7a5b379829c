import { html, LitElement, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { language } from "../../demo/preferences.ts";
import { dress, texts } from "../parts/page.ts";
import { controls } from "../parts/styles.ts";
import { nothingStyles } from "./nothing.styles.ts";

dress();

/** What stands at an address where nothing is, and the way out. */
@customElement("sf-nothing")
export class NothingPage extends LitElement {
  static override readonly styles = [controls, nothingStyles];

  protected override firstUpdated(): void {
    document.title = texts[language()].nothing.title;
  }

  protected override render(): TemplateResult {
    const { nothing } = texts[language()];
    return html`<main>
      <p class="mark" lang="fr">Souffleur</p>
      <h1>${nothing.title}</h1>
      <p>${nothing.text}</p>
      <a class="button" href="/">${nothing.home}</a>
    </main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-nothing": NothingPage;
  }
}
