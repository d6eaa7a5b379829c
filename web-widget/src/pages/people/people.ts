import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { Plus } from "lucide";
import { Refused } from "../../people/client.ts";
import type { Account, Team } from "../../people/wire.ts";
import { problemOf } from "../parts/form-part.ts";
import "../parts/glyph.ts";
import { HousePage } from "../parts/house-page.ts";
import { formStyles, houseStyles } from "../parts/house.styles.ts";
import { dress } from "../parts/page.ts";
import { SeenAgain } from "../parts/seen-again.ts";
import { controls } from "../parts/styles.ts";
import "./account-form.ts";
import "./account-row.ts";
import type { Act } from "./act.ts";
import { matching } from "./matching.ts";
import { peopleStyles } from "./people.styles.ts";
import "./team-name-form.ts";
import "./team-row.ts";

dress();

/** As many accounts as are shown at once; the search finds the others. */
const MOST_SHOWN = 100;

/** Where admins look after accounts and teams. */
@customElement("sf-people-page")
export class PeoplePage extends HousePage {
  static override readonly styles = [controls, houseStyles, formStyles, peopleStyles];

  @state() private who: Account | undefined;
  @state() private accounts: readonly Account[] = [];
  @state() private teams: readonly Team[] = [];
  @state() private stage: "asking" | "admin" | "not allowed" = "asking";
  @state() private sought = "";
  @state() private adding = false;
  @state() private refused: Refused | undefined;

  constructor() {
    super();
    new SeenAgain(this, () => void this.lookAgain());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.look();
  }

  protected get heading(): string {
    const { people } = this.words;
    return this.stage === "not allowed" ? people.notForYou : people.title;
  }

  private async look(): Promise<void> {
    try {
      this.who = await this.people.me();
      if (!this.who.roles.includes("admin")) {
        this.stage = "not allowed";
        return;
      }
      await this.load();
      this.stage = "admin";
    } catch (failure) {
      this.fail(failure);
    }
  }

  /** Whoever is not signed in any more sees no people. */
  private async lookAgain(): Promise<void> {
    if (this.stage !== "admin") return;
    try {
      await this.people.me();
    } catch (failure) {
      if (failure instanceof Refused && failure.code === "signed_out") this.fail(failure);
    }
  }

  private async load(): Promise<void> {
    [this.accounts, this.teams] = await Promise.all([this.people.accounts(), this.people.teams()]);
    this.who = this.accounts.find(({ id }) => id === this.who?.id) ?? this.who;
  }

  /** Who is signed out signs in again, and comes back here. */
  private fail(failure: unknown): void {
    if (!(failure instanceof Refused)) throw failure;
    if (failure.code === "signed_out") location.replace("/sign-in/?then=%2Fpeople%2F");
    else this.refused = failure;
  }

  private readonly act: Act = async (work, done) => {
    this.done = "";
    try {
      await work();
    } catch (failure) {
      if (failure instanceof Refused && failure.code === "signed_out") this.fail(failure);
      throw failure;
    }
    try {
      await this.load();
      this.done = done;
    } catch (failure) {
      this.fail(failure);
    }
    await this.updateComplete;
    // What had the focus may have gone with its row.
    if (this.shadowRoot?.activeElement === null) await this.toHeading();
  };

  private readonly onSignOut = async (): Promise<void> => {
    try {
      await this.people.signOut();
      location.replace("/sign-in/");
    } catch (failure) {
      this.fail(failure);
    }
  };

  protected content(): TemplateResult {
    const { words } = this;
    return html`<main>
      <div class="top">
        <h1 tabindex="-1">${this.heading}</h1>
        ${this.who === undefined
          ? nothing
          : html`<p class="self" dir="auto">${words.demo.called(this.who.name)}</p>
              <button class="button" type="button" @click=${this.onSignOut}>
                ${words.signOut}
              </button>`}
      </div>
      ${this.refused === undefined
        ? nothing
        : html`<p class="problem whole" role="alert">${problemOf(this.refused, words).text}</p>`}
      ${this.stage === "admin"
        ? html`${this.accountsPart()} ${this.teamsPart()}`
        : this.stage === "not allowed"
          ? html`<p class="lead">${words.people.notForYouText}</p>`
          : nothing}
    </main>`;
  }

  private accountsPart(): TemplateResult {
    const { people } = this.words;
    const found = matching(this.accounts, this.sought);
    const shown = found.slice(0, MOST_SHOWN);
    return html`<section aria-labelledby="accounts">
      <div class="head">
        <h2 id="accounts">${people.accounts}</h2>
        <p class="count">${people.count(this.accounts.length)}</p>
        <button
          class="button primary add"
          type="button"
          aria-expanded=${this.adding ? "true" : "false"}
          @click=${this.onAdd}
        >
          <sf-glyph .drawing=${Plus}></sf-glyph>${people.add}
        </button>
      </div>
      ${this.adding
        ? html`<div class="card new" role="group" aria-labelledby="new">
            <h3 id="new">${people.addTitle}</h3>
            <sf-account-form
              .words=${this.words}
              .people=${this.people}
              .act=${this.act}
              .teams=${this.teams}
              @house-close=${this.onAdded}
            ></sf-account-form>
          </div>`
        : nothing}
      <div class="search">
        <label for="search">${people.search}</label>
        <input
          id="search"
          type="search"
          autocomplete="off"
          .value=${this.sought}
          @input=${(event: Event) => {
            this.sought = (event.target as HTMLInputElement).value;
          }}
        />
        <p class="count" role="status">
          ${shown.length < this.accounts.length
            ? shown.length === 0
              ? people.none
              : people.found(shown.length, this.accounts.length)
            : nothing}
        </p>
      </div>
      ${shown.length === 0 ? nothing : this.accountList(shown)}
    </section>`;
  }

  private accountList(shown: readonly Account[]): TemplateResult {
    return html`<ul class="list">
      ${repeat(
        shown,
        ({ id }) => id,
        (account) => html`<li>
          <sf-account-row
            .words=${this.words}
            .language=${this.language}
            .people=${this.people}
            .act=${this.act}
            .account=${account}
            .teams=${this.teams}
            ?own=${account.id === this.who?.id}
          ></sf-account-row>
        </li>`,
      )}
    </ul>`;
  }

  private teamsPart(): TemplateResult {
    const { people, team } = this.words;
    return html`<section aria-labelledby="teams">
      <div class="head"><h2 id="teams">${people.teams}</h2></div>
      ${this.teams.length === 0
        ? html`<p class="lead">${team.none}</p>`
        : html`<ul class="list">
            ${repeat(
              this.teams,
              ({ id }) => id,
              (one) => html`<li>
                <sf-team-row
                  .words=${this.words}
                  .people=${this.people}
                  .act=${this.act}
                  .team=${one}
                  .members=${this.accounts.filter(({ teams }) => teams.includes(one.id)).length}
                ></sf-team-row>
              </li>`,
            )}
          </ul>`}
      <div class="card new">
        <sf-team-name-form
          .words=${this.words}
          .people=${this.people}
          .act=${this.act}
        ></sf-team-name-form>
      </div>
    </section>`;
  }

  private readonly onAdd = async (): Promise<void> => {
    this.adding = !this.adding;
    if (!this.adding) return;
    await this.updateComplete;
    const form = this.renderRoot.querySelector("sf-account-form");
    await form?.updateComplete;
    form?.renderRoot.querySelector("input")?.focus();
  };

  private readonly onAdded = async (): Promise<void> => {
    this.adding = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".add")?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-people-page": PeoplePage;
  }
}
