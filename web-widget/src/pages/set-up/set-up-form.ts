import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { PeopleClient } from "../../people/client.ts";
import { FormPart } from "../parts/form-part.ts";
import { formStyles } from "../parts/house.styles.ts";
import { controls } from "../parts/styles.ts";
import type { FieldName } from "../texts/people.ts";

/** The code that the server printed, and who the first admin is. Fires `house-set-up` when done. */
@customElement("sf-set-up-form")
export class SetUpForm extends FormPart {
  static override readonly styles = [controls, formStyles];

  @property({ attribute: false }) people!: PeopleClient;

  protected get fields(): readonly FieldName[] {
    return ["code", "name", "login", "password"];
  }

  protected override render(): TemplateResult {
    const { hint, setUp } = this.words;
    return html`<form novalidate @submit=${this.onSubmit}>
      ${this.wholeProblem()} ${this.field("code", { autocomplete: "off", hint: hint.code })}
      ${this.field("name", { autocomplete: "name" })}
      ${this.field("login", { autocomplete: "username", hint: hint.login })}
      ${this.field("password", {
        type: "password",
        autocomplete: "new-password",
        hint: hint.password,
      })}
      ${this.showPassword()}
      <div class="actions">${this.submit(setUp.submit)}</div>
    </form>`;
  }

  private readonly onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const problem = this.missing(...this.fields) ?? this.badPassword();
    const made = await this.attempt(problem, () =>
      this.people.setUp({
        code: this.typed("code"),
        name: this.typed("name"),
        login: this.typed("login"),
        password: this.typed("password"),
      }),
    );
    if (made) this.dispatchEvent(new Event("house-set-up"));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-set-up-form": SetUpForm;
  }
}
