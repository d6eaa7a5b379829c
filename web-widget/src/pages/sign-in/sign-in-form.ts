import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { PeopleClient } from "../../people/client.ts";
import type { Account } from "../../people/wire.ts";
import { FormPart } from "../parts/form-part.ts";
import { formStyles } from "../parts/house.styles.ts";
import { controls } from "../parts/styles.ts";
import type { FieldName } from "../texts/people.ts";

/** Somebody has come in. */
export class SignedInEvent extends Event {
  constructor(readonly account: Account) {
    super("house-signed-in");
  }
}

/** Login and password. */
@customElement("sf-sign-in-form")
export class SignInForm extends FormPart {
  static override readonly styles = [controls, formStyles];

  @property({ attribute: false }) people!: PeopleClient;

  protected get fields(): readonly FieldName[] {
    return ["login", "password"];
  }

  protected override render(): TemplateResult {
    return html`<form novalidate @submit=${this.onSubmit}>
      ${this.wholeProblem()} ${this.field("login", { autocomplete: "username" })}
      ${this.field("password", { type: "password", autocomplete: "current-password" })}
      ${this.showPassword()}
      <div class="actions">${this.submit(this.words.signIn.submit)}</div>
    </form>`;
  }

  private readonly onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    await this.attempt(this.missing("login", "password"), async () => {
      const account = await this.people.signIn(this.typed("login"), this.typed("password"));
      this.dispatchEvent(new SignedInEvent(account));
    });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-sign-in-form": SignInForm;
  }
}
