import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { type PeopleClient, Refused } from "../../people/client.ts";
import type { Account, Team } from "../../people/wire.ts";
import { problemOf } from "../parts/form-part.ts";
import { formStyles } from "../parts/house.styles.ts";
import { controls } from "../parts/styles.ts";
import type { PeopleTexts } from "../texts/people.ts";
import "./account-form.ts";
import { accountRowStyles } from "./account-row.styles.ts";
import type { Act } from "./act.ts";
import "./confirmation.ts";
import type { Confirmation } from "./confirmation.ts";
import "./password-form.ts";

/** One account of the list, and under it what can be changed about it. */
@customElement("sf-account-row")
export class AccountRow extends LitElement {
  static override readonly styles = [controls, formStyles, accountRowStyles];

  @property({ attribute: false }) words!: PeopleTexts;
  @property({ attribute: false }) language = "fr";
  @property({ attribute: false }) people!: PeopleClient;
  @property({ attribute: false }) act!: Act;
  @property({ attribute: false }) account!: Account;
  @property({ attribute: false }) teams: readonly Team[] = [];
  /** Whether it is the account of who looks. */
  @property({ type: Boolean }) own = false;

  @state() private open: "nothing" | "account" | "password" = "nothing";
  @state() private refused: Refused | undefined;

  @query("sf-confirmation") private confirmation!: Confirmation;

  protected override render(): TemplateResult {
    const { account, words, own } = this;
    const { people } = words;
    const isOpen = this.open !== "nothing";
    return html`
      <div class="row">
        <div class="who">
          <p class="name" dir="auto">
            ${words.demo.called(account.name)}${own ? html` <span class="mark">${people.you}</span>` : nothing}
          </p>
          <p class="login" dir="auto">${account.login}</p>
        </div>
        <p class="roles">${this.listed(account.roles.map((r) => words.role[r]), people.noRole)}</p>
        <p class="teams" dir="auto">${this.listed(this.teamNames(), people.noTeam)}</p>
        <p class="state">${account.disabled ? people.disabled : ""}</p>
        <button
          class="button edit"
          type="button"
          aria-label=${people.editOf(words.demo.called(account.name))}
          aria-expanded=${isOpen ? "true" : "false"}
          @click=${() => {
            this.refused = undefined;
            this.open = isOpen ? "nothing" : "account";
          }}
        >
          ${people.edit}
        </button>
      </div>
      ${isOpen ? this.panel() : nothing}
      <sf-confirmation
        .heading=${people.removeTitle(words.demo.called(account.name))}
        .text=${people.removeText}
        .yes=${people.removeYes}
        .no=${words.cancel}
      ></sf-confirmation>
    `;
  }

  private teamNames(): string[] {
    return this.teams.filter(({ id }) => this.account.teams.includes(id)).map(({ name }) => name);
  }

  private listed(names: readonly string[], none: string): string {
    if (names.length === 0) return none;
    return new Intl.ListFormat(this.language, { type: "conjunction" }).format(names);
  }

  private panel(): TemplateResult {
    const { account, words, own } = this;
    const { people } = words;
    if (this.open === "password") {
      return html`<div class="panel">
        <sf-password-form
          .words=${words}
          .people=${this.people}
          .act=${this.act}
          .account=${account}
          ?own=${own}
          @house-close=${this.close}
        ></sf-password-form>
      </div>`;
    }
    return html`<div class="panel">
      ${own ? html`<p class="note">${people.youHint}</p>` : nothing}
      ${account.provided ? html`<p class="note">${people.provided}</p>` : nothing}
      <sf-account-form
        .words=${words}
        .people=${this.people}
        .act=${this.act}
        .account=${account}
        .teams=${this.teams}
        @house-close=${this.close}
      ></sf-account-form>
      <div class="otherwise" role="group" aria-label=${people.otherwise}>
        <h3>${people.otherwise}</h3>
        ${this.refused === undefined
          ? nothing
          : html`<p class="problem whole" role="alert" tabindex="-1">
              ${problemOf(this.refused, words).text}
            </p>`}
        <div class="actions">
          ${account.provided
            ? nothing
            : html`<button
                class="button"
                type="button"
                @click=${() => this.show("password", "sf-password-form")}
              >
                ${people.setPassword}
              </button>`}
          <button class="button" type="button" @click=${this.onToggle}>
            ${account.disabled ? people.enable : people.disable}
          </button>
          <button class="button remove" type="button" @click=${this.onRemove}>
            ${people.remove}
          </button>
        </div>
      </div>
    </div>`;
  }

  /** Opens a form and goes to its first field. */
  private async show(open: "account" | "password", form: "sf-password-form"): Promise<void> {
    this.open = open;
    await this.updateComplete;
    const shown = this.renderRoot.querySelector(form);
    await shown?.updateComplete;
    shown?.renderRoot.querySelector("input")?.focus();
  }

  private readonly close = async (): Promise<void> => {
    this.open = "nothing";
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".edit")?.focus();
  };

  private readonly onToggle = async (): Promise<void> => {
    const { account, words } = this;
    const { disabledNow, enabledNow } = words.people;
    await this.attempt(
      () => this.people.changeAccount(account.id, { disabled: !account.disabled }),
      (account.disabled ? enabledNow : disabledNow)(words.demo.called(account.name)),
    );
  };

  private readonly onRemove = async (): Promise<void> => {
    const { account, words } = this;
    if (!(await this.confirmation.asked())) return;
    await this.attempt(
      () => this.people.removeAccount(account.id),
      words.people.removed(words.demo.called(account.name)),
    );
  };

  private async attempt(work: () => Promise<unknown>, done: string): Promise<void> {
    this.refused = undefined;
    try {
      await this.act(work, done);
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      this.refused = failure;
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>(".otherwise .problem")?.focus();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-account-row": AccountRow;
  }
}
