import { LitElement, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ActEvent } from "../../events/act-event.ts";
import type { PromiseClock } from "../../state/promises.ts";
import parts from "../../theme/parts.styles.ts";
import type { Translation } from "../../translations/index.ts";
import clockStyles from "../clock/clock.styles.ts";
import { figure, roundedUp } from "../clock/ring.ts";
import "../evidence/evidence.ts";
import type { Quoted } from "../evidence/evidence.ts";
import styles from "./promise.styles.ts";

/** From this length on the day says more than the hours that are left, in milliseconds. */
const far = 24 * 60 * 60_000;

/** A promise and what is left of its time; pressing it unfolds its words, and the way to say it is kept. */
@customElement("sf-promise")
export class SfPromise extends LitElement {
  static override styles = [parts, clockStyles, styles];

  @property({ attribute: false }) words!: Translation;
  @property({ attribute: false }) clock!: PromiseClock;
  @property({ attribute: false }) quotes: ReadonlyMap<string, Quoted> = new Map();
  @property({ attribute: false }) customer: string | undefined;
  @property({ attribute: false }) spoken: string | undefined;
  @property({ type: Number }) now = 0;
  @property({ reflect: true }) state: PromiseClock["state"] = "running";
  @property({ type: Boolean, reflect: true }) open = false;

  override willUpdate(): void {
    this.state = this.clock.state;
  }

  override render() {
    const { clock } = this;
    const span = this.span();
    return html`<button
        class="row"
        type="button"
        aria-expanded=${this.open}
        aria-controls="what"
        @click=${this.toggle}
        @keydown=${this.escape}
      >
        ${figure(clock)}
        <span class="title">${this.what()}</span>
        ${span === ""
          ? nothing
          : html`<span class="reader">, </span><span class="span">${span}</span>`}
      </button>
      <div id="what" ?hidden=${!this.open} @keydown=${this.escape}>
        ${this.open ? this.details() : nothing}
      </div>`;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>(".row")?.focus();
  }

  private what(): string {
    const { deadline, day } = this.clock.promise;
    return this.words.promised(deadline, day, this.now);
  }

  private span(): string {
    const { words, clock } = this;
    switch (clock.state) {
      case "running":
      case "at_risk":
        return clock.span < far ? words.left(roundedUp(clock.span)) : "";
      case "breached":
        return clock.span < far ? words.over(clock.span) : "";
      case "met":
        return words.kept(clock.at);
      case "stopped":
        return "";
    }
  }

  private details() {
    const { words, clock } = this;
    const { promise } = clock;
    const kept = clock.state === "met";
    return html`<div class="details">
      ${promise.from === undefined
        ? nothing
        : html`<p class="source">${words.promisedEarlier}</p>`}
      <sf-evidence
        .words=${words}
        .because=${promise.evidence}
        .quotes=${this.quotes}
        .customer=${this.customer}
        .spoken=${this.spoken}
        .from=${promise.from}
        .now=${this.now}
      ></sf-evidence>
      <p>
        <button
          class=${kept ? "link" : "keep"}
          type="button"
          aria-label=${`${kept ? words.reopen : words.keep}, ${this.what()}`}
          @click=${() => {
            this.settle(kept ? "reopen" : "keep");
          }}
        >
          ${kept ? words.reopen : words.keep}
        </button>
      </p>
    </div>`;
  }

  private settle(act: "keep" | "reopen"): void {
    this.dispatchEvent(new ActEvent({ act, commitment: this.clock.promise.commitment }));
    this.open = false;
    this.focus();
  }

  private readonly toggle = (): void => {
    this.open = !this.open;
  };

  private readonly escape = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !this.open) return;
    event.stopPropagation();
    this.open = false;
    this.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-promise": SfPromise;
  }
}
