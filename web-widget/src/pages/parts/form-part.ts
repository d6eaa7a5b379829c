import { html, LitElement, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { ifDefined } from "lit/directives/if-defined.js";
import { Refused } from "../../people/client.ts";
import type { FieldName, PeopleTexts } from "../texts/people.ts";

/** What has to be mended in a form: in one field, or in the whole. */
export interface Problem {
  readonly field?: FieldName;
  readonly text: string;
}

interface FieldLook {
  readonly value?: string;
  readonly type?: "text" | "password";
  readonly autocomplete: string;
  readonly label?: string;
  readonly hint?: string;
  readonly required?: boolean;
}

const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 256;

/** Words for a refusal, and the field it belongs to; `password` is what was sent as one. */
export function problemOf(refused: Refused, words: PeopleTexts, password = ""): Problem {
  const { problem } = words;
  const { code } = refused;
  const field = fieldNames.find((name) => name === refused.field);
  if (code === "too_many_attempts") {
    return { text: problem.wait(Math.max(1, refused.seconds ?? 1), Date.now()) };
  }
  if (code === "wrong_code") return { field: "code", text: problem.of.wrong_code };
  if (code === "wrong_password") return { field: "current", text: problem.of.wrong_password };
  if (field === undefined) return { text: problem.of[code] };
  if (code === "taken" && (field === "login" || field === "agent" || field === "name")) {
    return { field, text: problem.taken[field] };
  }
  if (code === "invalid_field") {
    const weak = field === "password" && longEnough(password);
    return { field, text: weak ? problem.passwordWeak : problem.invalid[field] };
  }
  return { field, text: problem.of[code] };
}

const fieldNames: readonly FieldName[] = ["code", "login", "name", "agent", "password", "current"];

function longEnough(password: string): boolean {
  return password.length >= SHORTEST_PASSWORD && password.length <= LONGEST_PASSWORD;
}

/**
 * A form about people: fields with labels, one problem at a time with the focus on what has to be
 * mended, and nothing sent twice.
 */
export abstract class FormPart extends LitElement {
  @property({ attribute: false }) words!: PeopleTexts;

  @state() private problem: Problem | undefined;
  @state() private passwordShown = false;
  @state() protected busy = false;

  /** What was typed; blanks around it don’t count, but in passwords they do. */
  protected typed(name: FieldName): string {
    const field = this.renderRoot.querySelector<HTMLInputElement>(`input[name="${name}"]`);
    const value = field?.value ?? "";
    return name === "password" || name === "current" ? value : value.trim();
  }

  /** The values of the checked boxes of a group. */
  protected checked(group: string): string[] {
    const boxes = this.renderRoot.querySelectorAll<HTMLInputElement>(
      `input[name="${group}"]:checked`,
    );
    return [...boxes].map((box) => box.value);
  }

  /** The first of these fields that is empty. */
  protected missing(...names: readonly FieldName[]): Problem | undefined {
    const field = names.find((name) => this.typed(name) === "");
    return field && { field, text: this.words.problem.missing[field] };
  }

  protected badPassword(): Problem | undefined {
    const password = this.typed("password");
    if (longEnough(password)) return undefined;
    return { field: "password", text: this.words.problem.passwordLength };
  }

  /** Does the work unless there is a problem already; whether it was done. */
  protected async attempt(
    problem: Problem | undefined,
    work: () => Promise<unknown>,
  ): Promise<boolean> {
    if (this.busy) return false;
    this.problem = undefined;
    if (problem !== undefined) {
      await this.tell(problem);
      return false;
    }
    this.busy = true;
    try {
      await work();
      return true;
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      await this.tell(problemOf(failure, this.words, this.typed("password")));
      return false;
    } finally {
      this.busy = false;
    }
  }

  private async tell(problem: Problem): Promise<void> {
    this.problem = problem;
    await this.updateComplete;
    const field = problem.field === undefined ? ".problem" : `input[name="${problem.field}"]`;
    const target =
      this.renderRoot.querySelector<HTMLElement>(field) ??
      this.renderRoot.querySelector<HTMLElement>(".problem");
    target?.focus();
  }

  /** The problem of the whole form, above its fields. */
  protected wholeProblem(): TemplateResult | typeof nothing {
    if (this.problem === undefined || this.shownAtField(this.problem)) return nothing;
    return html`<p class="problem whole" role="alert" tabindex="-1">${this.problem.text}</p>`;
  }

  private shownAtField({ field }: Problem): boolean {
    return field !== undefined && this.fields.includes(field);
  }

  /** The fields that this form has now. */
  protected abstract get fields(): readonly FieldName[];

  protected field(name: FieldName, look: FieldLook): TemplateResult {
    const wrong = this.problem?.field === name ? this.problem.text : undefined;
    const password = look.type === "password";
    const described = [look.hint && `${name}-hint`, wrong && `${name}-problem`].filter(Boolean);
    return html`<div class="field">
      <label for=${name}>${look.label ?? this.words.field[name]}</label>
      <input
        id=${name}
        name=${name}
        type=${password && !this.passwordShown ? "password" : "text"}
        autocomplete=${look.autocomplete}
        autocapitalize="none"
        spellcheck="false"
        dir="auto"
        maxlength=${password ? LONGEST_PASSWORD : 128}
        ?required=${look.required ?? true}
        .value=${look.value ?? ""}
        aria-invalid=${wrong === undefined ? "false" : "true"}
        aria-describedby=${ifDefined(described.length > 0 ? described.join(" ") : undefined)}
      />
      ${look.hint ? html`<p class="hint" id="${name}-hint">${look.hint}</p>` : nothing}
      ${wrong ? html`<p class="problem" id="${name}-problem">${wrong}</p>` : nothing}
    </div>`;
  }

  protected showPassword(): TemplateResult {
    return html`<label class="choice">
      <input
        type="checkbox"
        .checked=${this.passwordShown}
        @change=${(event: Event) => {
          this.passwordShown = (event.target as HTMLInputElement).checked;
        }}
      />${this.words.showPassword}
    </label>`;
  }

  protected submit(label: string): TemplateResult {
    return html`<button
      class="button primary"
      type="submit"
      aria-disabled=${this.busy ? "true" : "false"}
    >
      ${this.busy ? this.words.working : label}
    </button>`;
  }
}
