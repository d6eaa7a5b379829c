import { html, LitElement, nothing, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { language, theme } from "../../demo/preferences.ts";
import { PeopleClient, Refused } from "../../people/client.ts";
import { peopleTexts, type PeopleTexts } from "../texts/people.ts";
import type { PageTexts } from "../texts/texts.ts";
import { speak, texts, wear } from "./page.ts";
import type { LanguageEvent, ThemeEvent } from "./page-controls.ts";
import "./page-controls.ts";

/** A page about people: the header, language and theme, and one place that says what was done. */
export abstract class HousePage extends LitElement {
  @state() protected language = language();
  @state() protected theme = theme();
  /** What was done last, for everybody to read and for readers to hear. */
  @state() protected done = "";

  protected readonly people = new PeopleClient();

  protected get words(): PeopleTexts {
    return peopleTexts[this.language];
  }

  protected get pageTexts(): PageTexts {
    return texts[this.language];
  }

  /** The title of the document. */
  protected abstract get heading(): string;
  protected abstract content(): TemplateResult | typeof nothing;

  protected override willUpdate(): void {
    document.title = `${this.heading} · Souffleur`;
  }

  protected override render(): TemplateResult {
    return html`
      <header>
        <a class="mark" href="/" lang="fr">Souffleur</a>
        <sf-page-controls
          .texts=${this.pageTexts}
          .language=${this.language}
          .theme=${this.theme}
          @demo-language=${(event: LanguageEvent) => {
            this.language = event.language;
            this.done = "";
            speak(event.language, true);
          }}
          @demo-theme=${(event: ThemeEvent) => {
            this.theme = event.theme;
            wear(event.theme, true);
          }}
        ></sf-page-controls>
      </header>
      <p class="done" role="status">${this.done}</p>
      ${this.content()}
    `;
  }

  /** Moves the focus to the heading, after what had it went away. */
  protected async toHeading(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("h1")?.focus();
  }

  /** Who is signed in; undefined when nobody is. Rejects when the server can't say. */
  protected async whoIsIn() {
    try {
      return await this.people.me();
    } catch (failure) {
      if (failure instanceof Refused && failure.code === "signed_out") return undefined;
      throw failure;
    }
  }
}
