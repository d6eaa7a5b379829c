import { LitElement, type PropertyValues, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ActEvent } from "../../events/act-event.ts";
import type { Point } from "../../state/checklist.ts";
import parts from "../../theme/parts.styles.ts";
import type { Translation } from "../../translations/index.ts";
import "../evidence/evidence.ts";
import type { Quoted } from "../evidence/evidence.ts";
import "../icon/icon.ts";
import type { IconName } from "../icon/icons.ts";
import styles from "./item.styles.ts";

const icons: Record<Point["state"], IconName> = {
  pending: "circle",
  at_risk: "hourglass",
  done: "done",
  missed: "circle-minus",
  not_applicable: "circle-slash",
  in_draft: "circle",
  contested: "flag",
};

/** One point of the list; pressing it unfolds what it rests on, why it exists and how to contest it. */
@customElement("sf-item")
export class SfItem extends LitElement {
  static override styles = [parts, styles];

  @property({ attribute: false }) words!: Translation;
  @property({ attribute: false }) point!: Point;
  @property({ attribute: false }) quotes: ReadonlyMap<string, Quoted> = new Map();
  @property({ attribute: false }) customer: string | undefined;
  @property({ attribute: false }) spoken: string | undefined;
  /** Its stage is still to come. */
  @property({ type: Boolean }) ahead = false;
  /** When it was last known to be so, while off line. */
  @property({ attribute: false }) seen: number | undefined;
  @property({ reflect: true }) state: Point["state"] = "pending";
  @property({ type: Boolean, reflect: true }) open = false;
  /** Changed a moment ago: tinted once. */
  @property({ type: Boolean, reflect: true }) fresh = false;
  /** The list's one stop of the Tab key. */
  @property({ type: Boolean }) stop = false;

  @state() private contesting = false;

  override willUpdate(changed: PropertyValues<this>): void {
    this.state = this.point.state;
    const before = changed.get("point");
    if (before?.item.item === this.point.item.item && before.state !== this.point.state) {
      this.fresh = true;
    }
  }

  override render() {
    const { words, point } = this;
    const meta = this.meta();
    return html`<button
        class="row"
        type="button"
        tabindex=${this.stop ? 0 : -1}
        aria-expanded=${this.open}
        aria-controls="why"
        @click=${this.toggle}
        @keydown=${this.close}
        @animationend=${() => {
          this.fresh = false;
        }}
      >
        <sf-icon name=${icons[point.state]}></sf-icon>
        <span class="words"
          ><span class="title">${point.item.title}</span>
          <span class="reader">, ${words.spokenState[point.state]}</span>
          ${meta === "" ? nothing : html`<span class="meta">${meta}</span>`}</span
        >
      </button>
      <div class="fold" id="why" ?data-open=${this.open}>
        <div>${this.open ? this.details() : nothing}</div>
      </div>`;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>(".row")?.focus();
  }

  private meta(): string {
    const { words } = this;
    const { item, state } = this.point;
    if (this.seen !== undefined) return words.seenAt(this.seen);
    const counted = item.target !== undefined && item.target > 1;
    switch (state) {
      case "pending":
        if (counted) return words.timesSoFar(item.count ?? 0, item.target ?? 0);
        return this.ahead ? words.later : "";
      case "at_risk":
        return words.now;
      case "done":
        return counted ? words.times(item.count ?? 0, item.target ?? 0) : words.at(item.at);
      case "missed":
        return words.wentBy;
      case "not_applicable":
        return words.unneeded;
      case "in_draft":
        return words.inDraft;
      case "contested":
        return words.contested;
    }
  }

  private details() {
    const { words, point } = this;
    const { item } = point;
    return html`<div class="details">
      ${point.contest === undefined
        ? this.grounds()
        : html`${point.contest.comment === ""
              ? nothing
              : html`<p class="own">${words.quote(point.contest.comment).join("")}</p>`}
            <p class="source">${words.contestSent(point.contest.at)}</p>`}
      ${item.why === undefined ? nothing : html`<p class="why">${item.why}</p>`}
      ${this.contesting
        ? this.form()
        : html`<p class="source">
            <span>${words.source(item.norms, item.version)}</span>
            ${point.contest === undefined
              ? html`<span aria-hidden="true"> · </span
                  ><button
                    class="link"
                    type="button"
                    @click=${() => {
                      this.contesting = true;
                      void this.updateComplete.then(() =>
                        this.renderRoot.querySelector("textarea")?.focus(),
                      );
                    }}
                  >
                    ${words.notJust}
                  </button>`
              : nothing}
          </p>`}
    </div>`;
  }

  private grounds() {
    const { words, point } = this;
    if (point.item.evidence.length > 0) {
      return html`<sf-evidence
        .words=${words}
        .because=${point.item.evidence}
        .quotes=${this.quotes}
        .customer=${this.customer}
        .spoken=${this.spoken}
      ></sf-evidence>`;
    }
    const settled = point.state === "done" || point.state === "not_applicable";
    return html`<p class="source">${settled ? words.seen : words.notFound}</p>`;
  }

  private form() {
    const { words } = this;
    return html`<form @submit=${this.contest} @keydown=${this.leave}>
      <label for="comment">${words.contestLabel}</label>
      <textarea id="comment" rows="2" maxlength="500" required></textarea>
      <div>
        <button class="send" type="submit">${words.send}</button>
        <button
          class="link"
          type="button"
          @click=${() => {
            this.contesting = false;
          }}
        >
          ${words.cancel}
        </button>
      </div>
    </form>`;
  }

  private readonly toggle = (): void => {
    this.open = !this.open;
    if (!this.open) this.contesting = false;
  };

  private readonly close = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !this.open) return;
    event.stopPropagation();
    this.toggle();
  };

  private readonly contest = (event: SubmitEvent): void => {
    event.preventDefault();
    const comment = this.renderRoot.querySelector("textarea")?.value.trim() ?? "";
    if (comment === "") return;
    this.contesting = false;
    this.dispatchEvent(new ActEvent({ act: "contest", item: this.point.item.item, comment }));
    this.focus();
  };

  private readonly leave = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.contesting = false;
    this.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-item": SfItem;
  }
}
