import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { type PeopleClient, Refused } from "../../people/client.ts";
import type { Guest } from "../../people/wire.ts";
import { problemOf } from "../parts/form-part.ts";
import { formStyles } from "../parts/house.styles.ts";
import { controls } from "../parts/styles.ts";
import type { PeopleTexts } from "../texts/people.ts";
import { SignedInEvent } from "./sign-in-form.ts";

/** The ready-made accounts of a demo, with their passwords, to come in as any of them. */
@customElement("sf-guest-list")
export class GuestList extends LitElement {
  static override readonly styles = [
    controls,
    formStyles,
    css`
      h2 {
        font-size: 0.9375rem;
        line-height: 1.375rem;
        font-weight: 600;
      }

      .hint {
        margin-top: 4px;
      }

      ul {
        display: grid;
        gap: 16px;
        margin: 16px 0 0;
        padding: 0;
        list-style: none;
      }

      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
      }

      .key {
        margin-top: 0;
        white-space: nowrap;
      }

      .who {
        flex: 1 1 12rem;
        min-width: 0;
      }
    `,
  ];

  @property({ attribute: false }) words!: PeopleTexts;
  @property({ attribute: false }) people!: PeopleClient;
  @property({ attribute: false }) guests: readonly Guest[] = [];

  @state() private refused: Refused | undefined;

  protected override render(): TemplateResult {
    const { demo, role } = this.words;
    return html`
      <h2 id="demo">${demo.title}</h2>
      <p class="hint">${demo.text}</p>
      ${this.refused === undefined
        ? nothing
        : html`<p class="problem whole" role="alert">
            ${problemOf(this.refused, this.words).text}
          </p>`}
      <ul aria-labelledby="demo">
        ${this.guests.map(
          (guest) => html`<li>
            <div class="who">
              <p dir="auto">${demo.called(guest.name)} · ${role[guest.role]}</p>
              <p class="hint key">${demo.login(guest.login)}</p>
              <p class="hint key">${demo.password(guest.password)}</p>
            </div>
            <button
              class="button"
              type="button"
              aria-label=${demo.comeInAs(demo.called(guest.name))}
              @click=${() => this.comeIn(guest)}
            >
              ${demo.comeIn}
            </button>
          </li>`,
        )}
      </ul>
    `;
  }

  private async comeIn({ login, password }: Guest): Promise<void> {
    this.refused = undefined;
    try {
      const account = await this.people.signIn(login, password);
      this.dispatchEvent(new SignedInEvent(account));
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      this.refused = failure;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-guest-list": GuestList;
  }
}
