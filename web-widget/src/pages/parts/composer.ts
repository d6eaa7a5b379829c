import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { ArrowRight, CircleCheck, PencilLine, SendHorizontal, ShieldAlert, X } from "lucide";
import { insertInto, replaceRange } from "../../composer/insert.ts";
import { carried, type DraftSpan, pieces, removal } from "../../demo/editing.ts";
import type { PageLanguage, PageTexts } from "../texts/texts.ts";
import { composerStyles } from "./composer.styles.ts";
import "./glyph.ts";
import { controls } from "./styles.ts";

/** Something in the draft worth another look, as the draft check found it. */
export interface DraftFinding extends DraftSpan {
  readonly cue: string;
  readonly severity: string;
  /** Why, in a few words. */
  readonly text: string;
  readonly replacements: readonly string[];
}

/** The agent or the customer sends what they wrote. */
export class SendEvent extends Event {
  constructor(readonly text: string) {
    super("demo-send", { bubbles: true, composed: true });
  }
}

/** The draft changed, by hand, by a phrase or by being sent. */
export class DraftEvent extends Event {
  constructor(readonly text: string) {
    super("demo-draft", { bubbles: true, composed: true });
  }
}

const SHOWN = 2;
/** The contract's limit of one text, in UTF-16 code units. */
const LIMIT = 16_384;
const SERIOUS: readonly string[] = ["urgent", "prompt", "nudge"];

/**
 * The field one writes a message in. Findings of the draft check are underlined behind the field, by
 * a copy of the text that only the eye meets, so that neither caret nor text ever moves; the strip
 * under the field says the same in words.
 */
@customElement("sf-composer")
export class Composer extends LitElement {
  static override readonly styles = [controls, composerStyles];

  @property({ attribute: false }) texts!: PageTexts;
  @property({ attribute: false }) label = "";
  @property({ attribute: false }) language: PageLanguage = "fr";
  /** Language of the conversation, for the field's spelling and for those who hear it read. */
  @property({ attribute: false }) spoken = "";
  @property({ attribute: false }) text = "";
  @property({ attribute: false }) findings: readonly DraftFinding[] = [];
  /** Titles of the items that sending would tick. */
  @property({ attribute: false }) would: readonly string[] = [];

  @state() private marks: readonly DraftFinding[] = [];
  @state() private tooLong = false;
  @query("textarea") private readonly field!: HTMLTextAreaElement;

  override focus(): void {
    this.field.focus();
  }

  /** Puts a phrase where the caret is, with the spaces it needs; the caret ends up behind it. */
  insert(phrase: string): void {
    insertInto(this.field, phrase);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("findings")) this.marks = this.findings;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("text") && this.field.value !== this.text) this.field.value = this.text;
  }

  private readonly onInput = (): void => {
    const was = this.text;
    this.text = this.field.value;
    this.tooLong = this.text.length > LIMIT;
    this.marks = carried(this.marks, was, this.text);
    this.dispatchEvent(new DraftEvent(this.text));
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.send();
  };

  private readonly send = (): void => {
    const text = this.text.trim();
    if (text === "" || this.tooLong) return;
    this.text = "";
    this.marks = [];
    this.field.value = "";
    this.field.focus();
    this.dispatchEvent(new SendEvent(text));
    this.dispatchEvent(new DraftEvent(""));
  };

  protected override render(): TemplateResult {
    const idle = this.text.trim() === "" || this.tooLong;
    return html`
      <div class="frame">
        <div class="field">
          ${this.mirror()}
          <textarea
            rows="1"
            dir="auto"
            lang=${this.spoken || nothing}
            aria-label=${this.label}
            aria-describedby="check"
            placeholder=${this.label}
            .value=${this.text}
            @input=${this.onInput}
            @keydown=${this.onKey}
          ></textarea>
        </div>
        <div id="check">${this.marks.length > 0 ? this.strip() : nothing}</div>
        <div class="foot">
          ${this.tooLong
            ? html`<p class="limit" role="alert">
                ${this.texts.chat.tooLong(new Intl.NumberFormat(this.language).format(LIMIT))}
              </p>`
            : this.would.length > 0
              ? html`<p class="would">
                  <sf-glyph .drawing=${CircleCheck}></sf-glyph>
                  <span>${this.texts.draft.willTick(this.would)}</span>
                </p>`
              : nothing}
          <button
            class="button primary"
            type="button"
            aria-disabled=${idle ? "true" : "false"}
            @click=${this.send}
          >
            ${this.texts.chat.send}<sf-glyph .drawing=${SendHorizontal}></sf-glyph>
          </button>
        </div>
      </div>
    `;
  }

  /** On one line, since every space in it is one of the draft's; the last sign opens an empty line. */
  private mirror(): TemplateResult {
    const parts = pieces(this.text, this.marks).map(({ text, span }) =>
      span === undefined ? text : html`<mark class=${span.severity} data-cue=${span.cue}>${text}</mark>`,
    );
    return html`<div class="mirror" aria-hidden="true" dir="auto">${parts}${"\u200b"}</div>`;
  }

  private strip(): TemplateResult {
    const ranked = [...this.marks].sort(
      (a, b) => SERIOUS.indexOf(a.severity) - SERIOUS.indexOf(b.severity) || a.start - b.start,
    );
    const more = ranked.length - SHOWN;
    return html`
      <div class="findings" role="group" aria-label=${this.texts.draft.label}>
        <ul>
          ${ranked.slice(0, SHOWN).map((finding) => this.finding(finding))}
        </ul>
        ${more > 0 ? html`<p class="others">${this.texts.draft.others(more)}</p>` : nothing}
      </div>
    `;
  }

  private finding(finding: DraftFinding): TemplateResult {
    const { draft } = this.texts;
    const words = this.text.slice(finding.start, finding.end);
    const [better] = finding.replacements;
    return html`
      <li class="finding ${finding.severity}" data-cue=${finding.cue}>
        <sf-glyph
          class="sign"
          .drawing=${finding.severity === "urgent" ? ShieldAlert : PencilLine}
        ></sf-glyph>
        <span class="said">
          <span class="words" lang=${this.spoken || nothing}>${draft.quote(words)}</span>
          ${better
            ? html`<sf-glyph class="arrow" .drawing=${ArrowRight}></sf-glyph>
                <span class="visually-hidden">${draft.becomes}</span>
                <span class="becomes" lang=${this.spoken || nothing}>${better}</span>`
            : nothing}
          <span>${finding.text}</span>
        </span>
        <button
          class="act"
          type="button"
          @click=${() => {
            const { start, end } = better ? finding : removal(this.text, finding);
            replaceRange(this.field, start, end, better ?? "");
          }}
        >
          ${better ? draft.replace : draft.remove}
          <span class="visually-hidden">${draft.quote(words)}</span>
        </button>
        <button
          class="drop"
          type="button"
          aria-label=${draft.ignore(words)}
          @click=${() => {
            this.marks = this.marks.filter((mark) => mark !== finding);
            this.field.focus();
          }}
        >
          <sf-glyph .drawing=${X}></sf-glyph>
        </button>
      </li>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-composer": Composer;
  }
  interface HTMLElementEventMap {
    "demo-send": SendEvent;
    "demo-draft": DraftEvent;
  }
}
