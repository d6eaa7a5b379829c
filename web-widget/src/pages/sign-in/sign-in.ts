import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Refused } from "../../people/client.ts";
import { ownPage } from "../../people/own-path.ts";
import type { Account } from "../../people/wire.ts";
import { problemOf } from "../parts/form-part.ts";
import { HousePage } from "../parts/house-page.ts";
import { formStyles, houseStyles } from "../parts/house.styles.ts";
import { dress } from "../parts/page.ts";
import { controls } from "../parts/styles.ts";
import "./sign-in-form.ts";
import type { SignedInEvent } from "./sign-in-form.ts";
import { signInStyles } from "./sign-in.styles.ts";

dress();

/**
 * Where people come in. Goes on to the page that `then` names, if it is one of this server; else to
 * the people, for an admin; else says who is signed in, and lets them sign out.
 */
@customElement("sf-sign-in-page")
export class SignInPage extends HousePage {
  static override readonly styles = [controls, houseStyles, formStyles, signInStyles];

  /** Undefined until the server has said whether somebody is signed in. */
  @state() private who: Account | "nobody" | undefined;
  /** Whether the first account can still be made. */
  @state() private open = false;
  @state() private refused: Refused | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.look();
  }

  protected get heading(): string {
    const { words, who } = this;
    return typeof who === "object" ? words.signedIn.title(who.name) : words.signIn.title;
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
      this.open = (await this.people.ways()).open;
      this.who = "nobody";
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      this.refused = failure;
    }
  }

  /** Goes to the page that was asked for before; whether there is one. */
  private goOn(otherwise?: string): boolean {
    const then = new URLSearchParams(location.search).get("then");
    const page = ownPage(then, location.origin) ?? otherwise;
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
    this.who = "nobody";
    this.done = this.words.signedIn.signedOut;
    await this.toHeading();
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
    return html`
      <p class="lead">
        ${this.open
          ? html`${signIn.noAccounts} <a href="/set-up/">${signIn.toSetUp}</a>`
          : signIn.lead}
      </p>
      <div class="card">
        <sf-sign-in-form
          .words=${this.words}
          .people=${this.people}
          @house-signed-in=${(event: SignedInEvent) => this.cameIn(event)}
        ></sf-sign-in-form>
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
          <button class="button" type="button" @click=${this.onSignOut}>${signOut}</button>
        </div>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-sign-in-page": SignInPage;
  }
}
