import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { PeopleClient } from "../../people/client.ts";
import type { Team } from "../../people/wire.ts";
import { FormPart } from "../parts/form-part.ts";
import { formStyles } from "../parts/house.styles.ts";
import { controls } from "../parts/styles.ts";
import type { FieldName } from "../texts/people.ts";
import type { Act } from "./act.ts";

/** The name of a new team, or another one for a team there is. Fires `house-close` when renamed. */
@customElement("sf-team-name-form")
export class TeamNameForm extends FormPart {
  static override readonly styles = [controls, formStyles];

  @property({ attribute: false }) people!: PeopleClient;
  @property({ attribute: false }) act!: Act;
  /** None: a new one. */
  @property({ attribute: false }) team: Team | undefined;

  protected get fields(): readonly FieldName[] {
    return ["name"];
  }

  protected override render(): TemplateResult {
    const { team, words } = this;
    return html`<form novalidate @submit=${this.onSubmit}>
      ${this.wholeProblem()}
      ${this.field("name", {
        autocomplete: "off",
        label: words.team.name,
        value: team?.name ?? "",
      })}
      <div class="actions">
        ${this.submit(team === undefined ? words.team.create : words.save)}
        ${team === undefined
          ? nothing
          : html`<button class="button" type="button" @click=${this.close}>
              ${words.cancel}
            </button>`}
      </div>
    </form>`;
  }

  private readonly close = (): void => {
    this.dispatchEvent(new Event("house-close"));
  };

  private readonly onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { team, people, words } = this;
    const name = this.typed("name");
    const saved = await this.attempt(this.missing("name"), () =>
      team === undefined
        ? this.act(() => people.addTeam(name), words.team.created(name))
        : this.act(() => people.renameTeam(team.id, name), words.team.renamed(name)),
    );
    if (!saved) return;
    if (team !== undefined) {
      this.close();
      return;
    }
    const field = this.renderRoot.querySelector("input");
    if (field !== null) field.value = "";
    field?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-team-name-form": TeamNameForm;
  }
}
