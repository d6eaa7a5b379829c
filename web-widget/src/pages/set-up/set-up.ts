import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Refused } from "../../people/client.ts";
import { problemOf } from "../parts/form-part.ts";
import { HousePage } from "../parts/house-page.ts";
import { formStyles, houseStyles } from "../parts/house.styles.ts";
import { dress } from "../parts/page.ts";
import { controls } from "../parts/styles.ts";
import "./set-up-form.ts";

dress();

/** Makes the first account of a server, an admin’s; once there is one, says so. */
@customElement("sf-set-up-page")
export class SetUpPage extends HousePage {
  static override readonly styles = [controls, houseStyles, formStyles];

  /** Whether the first account can still be made; undefined until the server has said. */
  @state() private open: boolean | undefined;
  @state() private refused: Refused | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.look();
  }

  protected get heading(): string {
    const { setUp } = this.words;
    return this.open === false ? setUp.doneTitle : setUp.title;
  }

  private async look(): Promise<void> {
    try {
      this.open = (await this.people.ways()).open;
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      this.refused = failure;
    }
  }

  protected content(): TemplateResult {
    return html`<main class="narrow">
      <h1 tabindex="-1">${this.heading}</h1>
      ${this.refused === undefined
        ? nothing
        : html`<p class="problem whole" role="alert">
            ${problemOf(this.refused, this.words).text}
          </p>`}
      ${this.open === undefined ? nothing : this.open ? this.first() : this.late()}
    </main>`;
  }

  private first(): TemplateResult {
    return html`
      <p class="lead">${this.words.setUp.lead}</p>
      <div class="card">
        <sf-set-up-form
          .words=${this.words}
          .people=${this.people}
          @house-set-up=${() => {
            location.replace("/people/");
          }}
        ></sf-set-up-form>
      </div>
    `;
  }

  private late(): TemplateResult {
    const { setUp } = this.words;
    return html`
      <p class="lead">${setUp.doneText}</p>
      <div class="card">
        <a class="button primary" href="/sign-in/">${setUp.toSignIn}</a>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-set-up-page": SetUpPage;
  }
}
