import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { CircleCheck, SendHorizontal, ShieldAlert } from "lucide";
import { insertInto, replaceRange } from "../../composer/insert.ts";
import { carried, pieces } from "../../composer/editing.ts";
import type { Finding } from "../../wire/frames.ts";
import type { PageLanguage, PageTexts } from "../texts/texts.ts";
import { composerStyles } from "./composer.styles.ts";
import type { CureEvent, LeaveEvent } from "./draft-strip.ts";
import "./draft-strip.ts";
import "./glyph.ts";
import { controls } from "./styles.ts";

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

/** The contract's limit of one text, in UTF-16 code units. */
const LIMIT = 16_384;

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
  @property({ attribute: false }) findings: readonly Finding[] = [];
  /** Titles of the items that sending would tick. */
  @property({ attribute: false }) would: readonly string[] = [];

  @state() private marks: readonly Finding[] = [];
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

  /** What the house wants changed before this goes out. */
  private get blocking(): Finding | undefined {
    return this.marks.find((mark) => mark.blocks);
  }

  private readonly onCure = ({ cure }: CureEvent): void => {
    replaceRange(this.field, cure.start, cure.end, cure.by);
  };

  private readonly onLeave = ({ finding }: LeaveEvent): void => {
    this.marks = this.marks.filter((mark) => mark !== finding);
    this.field.focus();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.send();
  };

  private readonly send = (): void => {
    const text = this.text.trim();
    if (text === "" || this.tooLong || this.blocking !== undefined) return;
    this.text = "";
    this.marks = [];
    this.field.value = "";
    this.field.focus();
    this.dispatchEvent(new SendEvent(text));
    this.dispatchEvent(new DraftEvent(""));
  };

  protected override render(): TemplateResult {
    const held = this.blocking !== undefined;
    const idle = this.text.trim() === "" || this.tooLong || held;
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
        <sf-draft-strip
          id="check"
          .texts=${this.texts}
          .spoken=${this.spoken}
          .text=${this.text}
          .findings=${this.marks}
          @demo-cure=${this.onCure}
          @demo-leave=${this.onLeave}
        ></sf-draft-strip>
        <div class="foot">
          ${this.note()}
          <button
            class="button primary"
            type="button"
            aria-disabled=${idle ? "true" : "false"}
            aria-describedby=${held ? "blocked" : nothing}
            @click=${this.send}
          >
            ${this.texts.chat.send}<sf-glyph .drawing=${SendHorizontal}></sf-glyph>
          </button>
        </div>
      </div>
    `;
  }

  /** What is said beside the button: why it does not go out, or what it will tick. */
  private note(): TemplateResult | typeof nothing {
    const { chat, draft } = this.texts;
    if (this.tooLong) {
      const limit = new Intl.NumberFormat(this.language).format(LIMIT);
      return html`<p class="note limit" role="alert">${chat.tooLong(limit)}</p>`;
    }
    const { blocking } = this;
    if (blocking !== undefined) {
      return html`<p class="note limit" id="blocked">
        <sf-glyph .drawing=${ShieldAlert}></sf-glyph>
        <span>${draft.fixFirst(blocking.text)}</span>
      </p>`;
    }
    if (this.would.length === 0) return nothing;
    return html`<p class="note would">
      <sf-glyph .drawing=${CircleCheck}></sf-glyph>
      <span>${draft.willTick(this.would)}</span>
    </p>`;
  }

  /** On one line, since every space in it is one of the draft's; the last sign opens an empty line. */
  private mirror(): TemplateResult {
    const parts = pieces(this.text, this.marks).map(({ text, span }) =>
      span === undefined ? text : html`<mark class=${span.severity} data-cue=${span.cue}>${text}</mark>`,
    );
    return html`<div class="mirror" aria-hidden="true" dir="auto">${parts}${"\u200b"}</div>`;
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
