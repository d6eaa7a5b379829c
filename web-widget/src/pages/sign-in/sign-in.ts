import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Refused } from "../../people/client.ts";
import { ownPage } from "../../people/own-path.ts";
import { wayBackProblem, wayToProvider } from "../../people/way-back.ts";
import type { Account, Ways } from "../../people/wire.ts";
import type { Act } from "../people/act.ts";
import "../people/password-form.ts";
import { problemOf } from "../parts/form-part.ts";
import { HousePage } from "../parts/house-page.ts";
import { formStyles, houseStyles } from "../parts/house.styles.ts";
import { dress } from "../parts/page.ts";
import { SeenAgain } from "../parts/seen-again.ts";
import { controls } from "../parts/styles.ts";
import "./guest-list.ts";
import "./sign-in-form.ts";
import type { SignedInEvent } from "./sign-in-form.ts";
import { signInStyles } from "./sign-in.styles.ts";

dress();

/**
 * Where people come in: with a password, or by way of the identity provider, which leads back here
 * (and says `problem` when it was in vain). Goes on to the page that `then` names, if it is one of this server; else to
 * the people, for an admin; else says who is signed in, and lets them sign out or change their
 * password.
 */
@customElement("sf-sign-in-page")
export class SignInPage extends HousePage {
  static override readonly styles = [controls, houseStyles, formStyles, signInStyles];

  /** Undefined until the server has said whether somebody is signed in. */
  @state() private who: Account | "nobody" | undefined;
  @state() private ways: Ways | undefined;
  @state() private changing = false;
  /** Why the way by the identity provider was in vain. */
  @state() private inVain = wayBackProblem(location.search);
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
    const { words, who } = this;
    return typeof who === "object" ? words.signedIn.title(words.demo.called(who.name)) : words.signIn.title;
  }

  /** Looks who is there. */
  private async look(): Promise<void> {
    this.refused = undefined;
    try {
      const account = await this.whoIsIn();
      if (account !== undefined) {
        if (!this.goOn()) this.who = account;
        return;
      }
      this.ways = await this.people.ways();
      this.who = "nobody";
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      this.refused = failure;
    }
  }

  /** Looks whether who was signed in still is; a server that does not answer now says nothing of it. */
  private async lookAgain(): Promise<void> {
    if (typeof this.who !== "object") return;
    let account: Account | undefined;
    try {
      account = await this.whoIsIn();
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      return;
    }
    if (typeof this.who !== "object") return;
    if (account !== undefined) {
      this.who = account;
      return;
    }
    const focused = this.shadowRoot?.activeElement !== null;
    this.changing = false;
    await this.look();
    this.done = this.words.signedIn.over;
    if (focused) await this.toHeading();
  }

  private get then(): string | null {
    return new URLSearchParams(location.search).get("then");
  }

  /** Goes to the page that was asked for before; whether there is one. */
  private goOn(otherwise?: string): boolean {
    const page = ownPage(this.then, location.origin) ?? otherwise;
    if (page !== undefined) location.replace(page);
    return page !== undefined;
  }

  private async cameIn({ account }: SignedInEvent): Promise<void> {
    if (this.goOn(account.roles.includes("admin") ? "/people/" : undefined)) return;
    await this.look();
    await this.toHeading();
  }

  private readonly onSignOut = async (): Promise<void> => {
    try {
      await this.people.signOut();
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      if (failure.code !== "signed_out") {
        this.refused = failure;
        return;
      }
    }
    this.inVain = undefined;
    this.changing = false;
    await this.look();
    this.done = this.words.signedIn.signedOut;
    await this.toHeading();
  };

  /** Changes one’s own password; whoever is signed out meanwhile is asked to sign in again. */
  private readonly change: Act = async (work, done) => {
    this.done = "";
    try {
      await work();
    } catch (failure) {
      if (failure instanceof Refused && failure.code === "signed_out") await this.look();
      throw failure;
    }
    this.done = done;
  };

  protected content(): TemplateResult {
    const { who, words } = this;
    return html`<main class="narrow">
      <h1 tabindex="-1">${this.heading}</h1>
      ${this.refused === undefined
        ? nothing
        : html`<p class="problem whole" role="alert">${problemOf(this.refused, words).text}</p>`}
      ${who === "nobody" ? this.door() : who === undefined ? nothing : this.inside(who)}
    </main>`;
  }

  private door(): TemplateResult {
    const { signIn } = this.words;
    const { ways, inVain } = this;
    if (ways === undefined) return html``;
    const provider = ways.providerName ?? "";
    return html`
      ${inVain === undefined
        ? nothing
        : html`<p class="problem whole" role="alert">${signIn.wayBack[inVain](provider)}</p>`}
      ${inVain === undefined && ways.demo === undefined
        ? html`<p class="lead">
            ${ways.open
              ? html`${signIn.noAccounts} <a href="/set-up/">${signIn.toSetUp}</a>`
              : ways.provider
                ? signIn.leadProvider(provider)
                : signIn.lead}
          </p>`
        : nothing}
      ${ways.demo === undefined
        ? nothing
        : html`<div class="card">
            <sf-guest-list
              .words=${this.words}
              .people=${this.people}
              .guests=${ways.demo}
              @house-signed-in=${(event: SignedInEvent) => this.cameIn(event)}
            ></sf-guest-list>
          </div>`}
      <div class="card">
        ${ways.provider
          ? html`<a class="button primary provider" href=${wayToProvider(this.then)}
              >${signIn.with(provider)}</a
            >`
          : nothing}
        ${ways.provider && ways.passwords ? html`<h2>${signIn.orPassword}</h2>` : nothing}
        ${ways.passwords
          ? html`<sf-sign-in-form
              .words=${this.words}
              .people=${this.people}
              @house-signed-in=${(event: SignedInEvent) => this.cameIn(event)}
            ></sf-sign-in-form>`
          : nothing}
      </div>
    `;
  }

  private inside(account: Account): TemplateResult {
    const { signedIn, role, people, signOut } = this.words;
    const list = new Intl.ListFormat(this.language, { type: "conjunction" });
    const roles = account.roles.map((one) => role[one]);
    const teams = account.teamNames ?? [];
    return html`
      <p class="lead">${signedIn.as(account.login)}</p>
      <div class="card">
        <dl>
          <div>
            <dt>${signedIn.roles}</dt>
            <dd>${roles.length > 0 ? list.format(roles) : people.noRole}</dd>
          </div>
          <div>
            <dt>${signedIn.teams}</dt>
            <dd dir="auto">${teams.length > 0 ? list.format(teams) : signedIn.noTeams}</dd>
          </div>
        </dl>
        <div class="actions">
          ${account.roles.includes("admin")
            ? html`<a class="button primary" href="/people/">${signedIn.toPeople}</a>`
            : nothing}
          ${account.provided || this.changing
            ? nothing
            : html`<button class="button change" type="button" @click=${this.onChange}>
                ${signedIn.changePassword}
              </button>`}
          <button class="button" type="button" @click=${this.onSignOut}>${signOut}</button>
        </div>
      </div>
      ${this.changing ? this.ownPassword(account) : nothing}
    `;
  }

  private ownPassword(account: Account): TemplateResult {
    return html`<div class="card" role="group" aria-labelledby="own-password">
      <h2 id="own-password">${this.words.signedIn.passwordTitle}</h2>
      <sf-password-form
        own
        .words=${this.words}
        .people=${this.people}
        .act=${this.change}
        .account=${account}
        .said=${this.words.signedIn.passwordChanged}
        @house-close=${this.onChanged}
      ></sf-password-form>
    </div>`;
  }

  private readonly onChange = async (): Promise<void> => {
    this.changing = true;
    await this.updateComplete;
    const form = this.renderRoot.querySelector("sf-password-form");
    await form?.updateComplete;
    form?.renderRoot.querySelector("input")?.focus();
  };

  private readonly onChanged = async (): Promise<void> => {
    this.changing = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".change")?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-sign-in-page": SignInPage;
  }
}
