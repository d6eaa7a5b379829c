import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { PeopleClient } from "../../people/client.ts";
import type { Account, Role, Team } from "../../people/wire.ts";
import { FormPart } from "../parts/form-part.ts";
import { formStyles } from "../parts/house.styles.ts";
import { controls } from "../parts/styles.ts";
import type { FieldName } from "../texts/people.ts";
import type { Act } from "./act.ts";

const ROLES: readonly Role[] = ["agent", "supervisor", "admin"];

/** Who somebody is and what they may do: a new account, or changes to one. Fires `house-close`. */
@customElement("sf-account-form")
export class AccountForm extends FormPart {
  static override readonly styles = [controls, formStyles];

  @property({ attribute: false }) people!: PeopleClient;
  @property({ attribute: false }) act!: Act;
  @property({ attribute: false }) teams: readonly Team[] = [];
  /** None: a new one. */
  @property({ attribute: false }) account: Account | undefined;

  protected get fields(): readonly FieldName[] {
    return this.account === undefined
      ? ["name", "login", "password", "agent"]
      : ["name", "login", "agent"];
  }

  protected override render(): TemplateResult {
    const { account, words } = this;
    const { hint, people } = words;
    return html`<form novalidate @submit=${this.onSubmit}>
      ${this.wholeProblem()}
      ${this.field("name", { autocomplete: "off", value: account?.name ?? "" })}
      ${this.field("login", {
        autocomplete: "off",
        value: account?.login ?? "",
        hint: hint.login,
      })}
      ${account === undefined
        ? html`${this.field("password", {
            type: "password",
            autocomplete: "new-password",
            hint: hint.password,
          })}
          ${this.showPassword()}`
        : nothing}
      ${this.choices(
        people.roles,
        "roles",
        ROLES.map((role) => ({ id: role, name: words.role[role] })),
        account?.roles ?? ["agent"],
      )}
      ${this.teams.length > 0
        ? this.choices(people.teams, "teams", this.teams, account?.teams ?? [])
        : nothing}
      ${this.field("agent", {
        autocomplete: "off",
        value: account?.agent ?? "",
        hint: hint.agent,
        required: false,
      })}
      <div class="actions">
        ${this.submit(account === undefined ? people.create : words.save)}
        <button class="button" type="button" @click=${this.close}>${words.cancel}</button>
      </div>
    </form>`;
  }

  private choices(
    legend: string,
    name: "roles" | "teams",
    all: readonly Team[],
    chosen: readonly string[],
  ): TemplateResult {
    return html`<fieldset>
      <legend>${legend}</legend>
      <div class="choices">
        ${all.map(
          (one) => html`<label class="choice">
            <input
              type="checkbox"
              name=${name}
              value=${one.id}
              ?checked=${chosen.includes(one.id)}
            />${one.name}
          </label>`,
        )}
      </div>
    </fieldset>`;
  }

  private readonly close = (): void => {
    this.dispatchEvent(new Event("house-close"));
  };

  private readonly onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { account, people, words } = this;
    const isNew = account === undefined;
    const problem =
      this.missing("name", "login") ??
      (isNew ? (this.missing("password") ?? this.badPassword()) : undefined);
    const name = this.typed("name");
    const change = {
      name,
      login: this.typed("login"),
      agent: this.typed("agent") || null,
      roles: ROLES.filter((role) => this.checked("roles").includes(role)),
      teams: this.checked("teams"),
    };
    const password = this.typed("password");
    const saved = await this.attempt(problem, () =>
      isNew
        ? this.act(() => people.addAccount({ ...change, password }), words.people.created(name))
        : this.act(() => people.changeAccount(account.id, change), words.people.saved(name)),
    );
    if (saved) this.close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-account-form": AccountForm;
  }
}
