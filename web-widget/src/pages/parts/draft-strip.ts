import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ArrowRight, PencilLine, ShieldAlert, X } from "lucide";
import { type Cure, curesOf } from "../../composer/editing.ts";
import type { Finding } from "../../wire/frames.ts";
import type { PageTexts } from "../texts/texts.ts";
import { stripStyles } from "./draft-strip.styles.ts";
import "./glyph.ts";
import { controls } from "./styles.ts";

/** The agent wants the words of a finding cured. */
export class CureEvent extends Event {
  constructor(readonly cure: Cure) {
    super("demo-cure", { bubbles: true, composed: true });
  }
}

/** The agent wants the words of a finding as they are. */
export class LeaveEvent extends Event {
  constructor(readonly finding: Finding) {
    super("demo-leave", { bubbles: true, composed: true });
  }
}

const SHOWN = 2;

/** What the draft check found, in words, under the field: at most two at once, most serious first. */
@customElement("sf-draft-strip")
export class DraftStrip extends LitElement {
  static override readonly styles = [controls, stripStyles];

  @property({ attribute: false }) texts!: PageTexts;
  /** Language of the conversation. */
  @property({ attribute: false }) spoken = "";
  /** The draft that the findings are about. */
  @property({ attribute: false }) text = "";
  @property({ attribute: false }) findings: readonly Finding[] = [];

  protected override render(): TemplateResult | typeof nothing {
    const { draft } = this.texts;
    const more = this.findings.length - SHOWN;
    if (this.findings.length === 0) return nothing;
    return html`<div class="findings" role="group" aria-label=${draft.label}>
      <ul>
        ${this.findings.slice(0, SHOWN).map((finding) => this.finding(finding))}
      </ul>
      ${more > 0 ? html`<p class="others">${draft.others(more)}</p>` : nothing}
    </div>`;
  }

  private finding(finding: Finding): TemplateResult {
    const words = this.text.slice(finding.start, finding.end);
    const [cure, ...others] = curesOf(finding, this.text);
    const urgent = finding.severity === "urgent";
    return html`<li class="finding ${finding.severity}" data-cue=${finding.cue}>
      <sf-glyph class="sign" .drawing=${urgent ? ShieldAlert : PencilLine}></sf-glyph>
      <span class="said"
        >${this.said(words, cure)} ${others.map((other) => this.other(words, other))}
        <span class="why">${finding.text}</span></span>
      <span class="acts">
        ${cure === undefined ? nothing : this.act(words, cure)}
        ${finding.blocks === true ? nothing : this.leave(words, finding)}
      </span>
    </li>`;
  }

  private said(words: string, cure: Cure | undefined): TemplateResult | typeof nothing {
    const { draft } = this.texts;
    const lang = this.spoken || nothing;
    if (words === "") return nothing;
    if (cure?.verb === "mask") return html`<span class="words" lang=${lang}>${cure.by}</span>`;
    return html`<span class="words" lang=${lang}>${draft.quote(words)}</span> ${
      cure?.verb !== "replace"
        ? nothing
        : html`<span class="instead"
            ><sf-glyph class="arrow" .drawing=${ArrowRight}></sf-glyph
            ><span class="visually-hidden">${draft.becomes}</span
            ><span class="becomes" lang=${lang}>${cure.by}</span></span
          >`
    }`;
  }

  private other(words: string, cure: Cure): TemplateResult {
    return html`<button
      class="other"
      type="button"
      lang=${this.spoken || nothing}
      aria-label=${this.texts.draft.replaceBy(this.texts.draft.quote(words), cure.by)}
      @click=${() => this.dispatchEvent(new CureEvent(cure))}
    >
      ${cure.by}
    </button>`;
  }

  private act(words: string, cure: Cure): TemplateResult {
    const { draft } = this.texts;
    return html`<button
      class="act"
      type="button"
      @click=${() => this.dispatchEvent(new CureEvent(cure))}
    >
      ${draft[cure.verb]}<span class="visually-hidden"> ${draft.quote(words)}</span>
    </button>`;
  }

  private leave(words: string, finding: Finding): TemplateResult {
    return html`<button
      class="drop"
      type="button"
      aria-label=${this.texts.draft.ignore(words === "" ? finding.text : words)}
      @click=${() => this.dispatchEvent(new LeaveEvent(finding))}
    >
      <sf-glyph .drawing=${X}></sf-glyph>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-draft-strip": DraftStrip;
  }
  interface HTMLElementEventMap {
    "demo-cure": CureEvent;
    "demo-leave": LeaveEvent;
  }
}
