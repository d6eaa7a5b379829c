import { LitElement, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { type Act, ActEvent } from "../../events/act-event.ts";
import parts from "../../theme/parts.styles.ts";
import { type Translation, type Wrong, wrongs } from "../../translations/index.ts";
import type { HintUpdate, Severity } from "../../wire/updates.ts";
import "../evidence/evidence.ts";
import type { Quoted } from "../evidence/evidence.ts";
import "../icon/icon.ts";
import type { IconName } from "../icon/icons.ts";
import styles from "./hint.styles.ts";

const icons: Record<Severity, IconName> = {
  nudge: "feather",
  prompt: "hourglass",
  urgent: "alarm-clock",
};

/** What can be done with a phrase: put into the answer, taken along, or only said. */
export type Use = "insert" | "copy" | "say";

/** The card that says what to say now, why, and takes no for an answer. */
@customElement("sf-hint")
export class SfHint extends LitElement {
  static override styles = [parts, styles];

  @property({ attribute: false }) words!: Translation;
  @property({ attribute: false }) hint!: HintUpdate;
  @property({ attribute: false }) quotes: ReadonlyMap<string, Quoted> = new Map();
  @property({ attribute: false }) customer: string | undefined;
  @property({ reflect: true }) severity: Severity = "prompt";
  @property({ reflect: true }) state: "shown" | "inserted" | "satisfied" = "shown";
  /** Which phrase is offered, from 0. */
  @property({ type: Number }) wording = 0;
  @property({ reflect: true }) use: Use = "insert";
  /** The key that inserts, as it is written on labels; none when switched off. */
  @property({ attribute: false }) keys: string | undefined;
  /** Since when nothing was heard, when what is shown may be old. */
  @property({ attribute: false }) dated: number | undefined;
  @property({ type: Number }) now = 0;

  /** What is unfolded in the card. */
  @state() private open: "nothing" | "why" | "wrong" = "nothing";
  @state() private copied = false;

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("hint")) return;
    const before = changed.get("hint") as HintUpdate | undefined;
    this.severity = this.hint.severity;
    if (before?.hint !== this.hint.hint) {
      this.open = "nothing";
      this.copied = false;
    }
  }

  override render() {
    const { words, hint } = this;
    if (this.state === "satisfied") {
      return html`<div class="card kept"><sf-icon name="check"></sf-icon></div>`;
    }
    return html`<div class="card" role="group" aria-labelledby="title">
      <p class="label">
        <sf-icon name=${this.labelIcon()}></sf-icon><span>${this.label()}</span>
      </p>
      <h3 id="title" tabindex="-1">${hint.title}</h3>
      ${hint.text === "" && hint.because.length === 0
        ? nothing
        : html`<p class="reason">
            ${hint.text}
            ${hint.because.length === 0
              ? nothing
              : html`<button
                  class="why"
                  type="button"
                  aria-expanded=${this.open === "why"}
                  @click=${this.toggleWhy}
                >
                  ${words.why}
                </button>`}
          </p>`}
      <div class="fold" ?data-open=${this.open === "why"}>
        <div>
          ${this.open === "why"
            ? html`<sf-evidence
                .words=${words}
                .because=${hint.because}
                .quotes=${this.quotes}
                .customer=${this.customer}
                .spoken=${hint.lang}
                .now=${this.now}
              ></sf-evidence>`
            : nothing}
        </div>
      </div>
      ${this.phrase === undefined
        ? nothing
        : html`<p class="phrase" lang=${hint.lang ?? ""}>${this.quotation()}</p>`}
      ${this.open === "wrong" ? this.question() : this.actions()}
    </div>`;
  }

  /** The phrase on offer. */
  get phrase(): string | undefined {
    return this.hint.phrases[this.wording % Math.max(1, this.hint.phrases.length)];
  }

  /** Unfolds what made it come now, or folds it. */
  readonly toggleWhy = (): void => {
    this.open = this.open === "why" ? "nothing" : "why";
  };

  /** Asks what is wrong with it. */
  readonly askWrong = (): void => {
    this.open = "wrong";
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(".chip")?.focus(),
    );
  };

  /** Uses the phrase as its button would. */
  readonly takePhrase = (): void => {
    const text = this.phrase;
    if (text === undefined || this.use === "say") return;
    if (this.use === "copy") this.copied = true;
    this.send({ act: this.use, hint: this.hint.hint, text });
  };

  /** Focus goes to its heading, not to any action. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>("h3")?.focus();
  }

  private labelIcon(): IconName {
    return this.state === "inserted" ? "pencil-line" : icons[this.severity];
  }

  private label(): string {
    if (this.dated !== undefined) return this.words.dated(this.dated);
    return this.state === "inserted" ? this.words.inserted : this.words.severity[this.severity];
  }

  private quotation() {
    const [opening, , closing] = (this.hint.lang?.startsWith("fr") ?? this.words.lang === "fr")
      ? (["«\u00a0", "", "\u00a0»"] as const)
      : (["“", "", "”"] as const);
    return html`${opening}${this.phrase}${closing}`;
  }

  private actions() {
    const { words, hint } = this;
    const several = hint.phrases.length > 1;
    return html`<div class="actions">
      ${this.phrase === undefined || this.use === "say"
        ? nothing
        : html`<button class="take" type="button" @click=${this.takePhrase}>
            ${this.use === "insert" ? words.insert : this.copied ? words.copied : words.copy}
            ${this.keys === undefined
              ? nothing
              : html`<kbd aria-hidden="true">${this.keys}</kbd>`}
          </button>`}
      ${several
        ? html`<button
            class="next"
            type="button"
            aria-label=${words.anotherWording}
            @click=${() => {
              this.send({ act: "next", hint: hint.hint });
            }}
          >
            <sf-icon name="refresh-cw"></sf-icon><span>${words.anotherWording}</span>
          </button>`
        : nothing}
      <span class="space"></span>
      <button
        class="icon-button flag"
        type="button"
        aria-label=${words.notRight}
        title=${words.notRight}
        @click=${this.askWrong}
      >
        <sf-icon name="flag"></sf-icon>
      </button>
      <button
        class="icon-button hide"
        type="button"
        aria-label=${words.hide}
        title=${words.hide}
        @click=${() => {
          this.send({ act: "hide", hint: hint.hint });
        }}
      >
        <sf-icon name="x"></sf-icon>
      </button>
    </div>`;
  }

  private question() {
    const { words } = this;
    return html`<fieldset @keydown=${this.leaveQuestion}>
      <legend>${words.wrongQuestion}</legend>
      <div class="chips">
        ${wrongs.map(
          (wrong) =>
            html`<button class="chip" type="button" @click=${() => {
              this.sendWrong(wrong);
            }}>
              ${words.wrong[wrong]}
            </button>`,
        )}
      </div>
      <div class="comment">
        <input type="text" maxlength="200" aria-label=${words.comment} placeholder=${words.comment} />
        <button class="icon-button" type="button" aria-label=${words.cancel} title=${words.cancel}
          @click=${() => {
            this.open = "nothing";
          }}>
          <sf-icon name="x"></sf-icon>
        </button>
      </div>
    </fieldset>`;
  }

  private sendWrong(wrong: Wrong): void {
    const comment = this.renderRoot.querySelector("input")?.value.trim() ?? "";
    this.open = "nothing";
    this.send({ act: "wrong", hint: this.hint.hint, wrong, comment });
  }

  private readonly leaveQuestion = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.open = "nothing";
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(".flag")?.focus(),
    );
  };

  private send(act: Act): void {
    this.dispatchEvent(new ActEvent(act));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-hint": SfHint;
  }
}
