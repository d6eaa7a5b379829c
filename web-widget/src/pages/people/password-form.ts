import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { PeopleClient } from "../../people/client.ts";
import type { Account } from "../../people/wire.ts";
import { FormPart } from "../parts/form-part.ts";
import { formStyles } from "../parts/house.styles.ts";
import { controls } from "../parts/styles.ts";
import type { FieldName } from "../texts/people.ts";
import type { Act } from "./act.ts";

/** Another password for somebody; one’s own is asked for as it was so far. Fires `house-close`. */
@customElement("sf-password-form")
export class PasswordForm extends FormPart {
  static override readonly styles = [controls, formStyles];

  @property({ attribute: false }) people!: PeopleClient;
  @property({ attribute: false }) act!: Act;
  @property({ attribute: false }) account!: Account;
  @property({ type: Boolean }) own = false;
  /** What is said once it is done; undefined: whose password it was. */
  @property({ attribute: false }) said: string | undefined;

  protected get fields(): readonly FieldName[] {
    return this.own ? ["current", "password"] : ["password"];
  }

  protected override render(): TemplateResult {
    const { words } = this;
    return html`<form novalidate @submit=${this.onSubmit}>
      ${this.wholeProblem()}
      ${this.own
        ? this.field("current", { type: "password", autocomplete: "current-password" })
        : nothing}
      ${this.field("password", {
        type: "password",
        autocomplete: "new-password",
        label: words.people.newPassword,
        hint: words.hint.password,
      })}
      ${this.showPassword()}
      <div class="actions">
        ${this.submit(words.save)}
        <button class="button" type="button" @click=${this.close}>${words.cancel}</button>
      </div>
    </form>`;
  }

  private readonly close = (): void => {
    this.dispatchEvent(new Event("house-close"));
  };

  private readonly onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { account, words } = this;
    const problem = this.missing(...this.fields) ?? this.badPassword();
    const current = this.own ? this.typed("current") : undefined;
    const saved = await this.attempt(problem, () =>
      this.act(
        () => this.people.setPassword(account.id, this.typed("password"), current),
        this.said ?? words.people.passwordSet(words.demo.called(account.name)),
      ),
    );
    if (saved) this.close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-password-form": PasswordForm;
  }
}
