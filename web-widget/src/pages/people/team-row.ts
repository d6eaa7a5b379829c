import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { type PeopleClient, Refused } from "../../people/client.ts";
import type { Team } from "../../people/wire.ts";
import { problemOf } from "../parts/form-part.ts";
import { formStyles } from "../parts/house.styles.ts";
import { controls } from "../parts/styles.ts";
import type { PeopleTexts } from "../texts/people.ts";
import type { Act } from "./act.ts";
import "./confirmation.ts";
import type { Confirmation } from "./confirmation.ts";
import "./team-name-form.ts";

/** One team of the list: how many are in it, another name, the end of it. */
@customElement("sf-team-row")
export class TeamRow extends LitElement {
  static override readonly styles = [
    controls,
    formStyles,
    css`
      :host {
        display: block;
      }

      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 16px;
        padding: 10px 16px;
      }

      .who {
        flex: 1 1 9rem;
        min-width: 0;
      }

      .name {
        font-weight: 600;
      }

      .members {
        color: var(--sf-text-2);
        font-size: 0.8125rem;
        line-height: 1.125rem;
      }

      .row .button {
        min-height: 36px;
      }

      .remove {
        color: var(--sf-breach);
      }

      sf-team-name-form {
        display: block;
        max-width: 34rem;
        padding: 8px 16px 20px;
      }

      .whole {
        margin: 0 16px 12px;
      }
    `,
  ];

  @property({ attribute: false }) words!: PeopleTexts;
  @property({ attribute: false }) people!: PeopleClient;
  @property({ attribute: false }) act!: Act;
  @property({ attribute: false }) team!: Team;
  @property({ type: Number }) members = 0;

  @state() private renaming = false;
  @state() private refused: Refused | undefined;

  @query("sf-confirmation") private confirmation!: Confirmation;

  protected override render(): TemplateResult {
    const { team, words, renaming } = this;
    return html`
      <div class="row">
        <div class="who">
          <p class="name" dir="auto">${team.name}</p>
          <p class="members">${words.team.members(this.members)}</p>
        </div>
        <div class="actions">
          <button
            class="button rename"
            type="button"
            aria-label=${words.team.renameOf(team.name)}
            aria-expanded=${renaming ? "true" : "false"}
            @click=${() => {
              this.renaming = !renaming;
            }}
          >
            ${words.team.rename}
          </button>
          <button
            class="button remove"
            type="button"
            aria-label=${words.team.removeOf(team.name)}
            @click=${this.onRemove}
          >
            ${words.team.remove}
          </button>
        </div>
      </div>
      ${this.refused === undefined
        ? nothing
        : html`<p class="problem whole" role="alert" tabindex="-1">
            ${problemOf(this.refused, words).text}
          </p>`}
      ${renaming
        ? html`<sf-team-name-form
            .words=${words}
            .people=${this.people}
            .act=${this.act}
            .team=${team}
            @house-close=${this.close}
          ></sf-team-name-form>`
        : nothing}
      <sf-confirmation
        .heading=${words.team.removeTitle(team.name)}
        .text=${words.team.removeText}
        .yes=${words.team.removeYes}
        .no=${words.cancel}
      ></sf-confirmation>
    `;
  }

  private readonly close = async (): Promise<void> => {
    this.renaming = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".rename")?.focus();
  };

  private readonly onRemove = async (): Promise<void> => {
    const { team, words } = this;
    this.refused = undefined;
    if (!(await this.confirmation.asked())) return;
    try {
      await this.act(() => this.people.removeTeam(team.id), words.team.removed(team.name));
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      this.refused = failure;
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>(".problem")?.focus();
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-team-row": TeamRow;
  }
}
