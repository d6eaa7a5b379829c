import { LitElement, type PropertyValues, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { type Group, type Point, fewUnneeded } from "../../state/checklist.ts";
import parts from "../../theme/parts.styles.ts";
import type { Translation } from "../../translations/index.ts";
import type { Quoted } from "../evidence/evidence.ts";
import "../icon/icon.ts";
import "../item/item.ts";
import styles from "./checklist.styles.ts";
import { countOf } from "./count.ts";

/** What is owed, by stage. One stop of the Tab key; arrows, Home and End go from point to point. */
@customElement("sf-checklist")
export class SfChecklist extends LitElement {
  static override styles = [parts, styles];

  @property({ attribute: false }) words!: Translation;
  @property({ attribute: false }) groups: readonly Group[] = [];
  @property({ attribute: false }) quotes: ReadonlyMap<string, Quoted> = new Map();
  @property({ attribute: false }) customer: string | undefined;
  @property({ attribute: false }) spoken: string | undefined;
  /** When it was last known to be so, while off line. */
  @property({ attribute: false }) seen: number | undefined;
  @property() density: "comfort" | "compact" = "comfort";

  /** Groups that the agent folded or unfolded, by stage; anything else is as the list has it. */
  @state() private folded: ReadonlyMap<string, boolean> = new Map();
  @state() private unneeded: ReadonlySet<string> = new Set();
  @state() private stop = "";
  /** What is drawn; stays behind `groups` while the pointer or the focus is inside. */
  private drawn: readonly Group[] = [];
  private busy = false;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("groups")) this.drawn = this.busy ? inPlace(this.drawn, this.groups) : this.groups;
  }

  override render() {
    return html`<div
      role="group"
      aria-label=${this.words.checklist}
      @keydown=${this.move}
      @pointerenter=${this.enter}
      @pointerleave=${this.leave}
      @focusin=${this.enter}
      @focusout=${this.leave}
    >
      ${repeat(this.drawn, (group) => group.stage, (group, i) => this.group(group, i))}
    </div>`;
  }

  override focus(): void {
    (this.stops().find((s) => s.dataset["stop"] === this.stop) ?? this.stops()[0])?.focus();
  }

  private group(group: Group, index: number) {
    const { words } = this;
    const foldable = group.when === "past" || group.when === "future";
    // What was folded while it was still to come has no button any more once it is the stage.
    const open = foldable ? (this.folded.get(group.stage) ?? group.open) : true;
    const count = countOf(group, this.words);
    const key = `head-${group.stage}`;
    const title = words.stage[group.stage];
    return html`<div class="stage">
      <h3>
        ${foldable
          ? html`<button
              class="head"
              type="button"
              data-stop=${key}
              tabindex=${this.isStop(key, index) ? 0 : -1}
              aria-expanded=${open}
              @click=${() => {
                this.folded = new Map(this.folded).set(group.stage, !open);
              }}
            >
              <span class="name">${title}</span><span class="count">${count}</span>
              <sf-icon name="chevron-down" ?data-up=${open}></sf-icon>
            </button>`
          : html`<span class="head"
              ><span class="name">${title}</span><span class="count">${count}</span></span
            >`}
      </h3>
      <div class="fold" ?data-open=${open}>
        <div>${open ? this.points(group, index) : nothing}</div>
      </div>
    </div>`;
  }

  private points(group: Group, index: number) {
    const spare = group.points.filter((p) => p.state === "not_applicable");
    const folds = spare.length > fewUnneeded && !this.unneeded.has(group.stage);
    const shown = folds ? group.points.filter((p) => p.state !== "not_applicable") : group.points;
    return html`<ul>
        ${repeat(
          shown,
          (point) => point.item.item,
          (point, i) => html`<li>${this.point(group, point, index === 0 && i === 0)}</li>`,
        )}
      </ul>
      ${folds
        ? html`<button
            class="spare"
            type="button"
            data-stop=${`spare-${group.stage}`}
            tabindex="-1"
            aria-expanded="false"
            @click=${() => {
              this.unneeded = new Set(this.unneeded).add(group.stage);
            }}
          >
            ${this.words.notNeeded(spare.length)}<sf-icon name="chevron-down"></sf-icon>
          </button>`
        : nothing}`;
  }

  private point(group: Group, point: Point, first: boolean) {
    const key = `item-${point.item.item}`;
    return html`<sf-item
      data-stop=${key}
      data-density=${this.density}
      ?data-offline=${this.seen !== undefined}
      .words=${this.words}
      .point=${point}
      .quotes=${this.quotes}
      .customer=${this.customer}
      .spoken=${this.spoken}
      .ahead=${group.when === "future"}
      .seen=${this.seen}
      .stop=${this.stop === "" ? first : this.stop === key}
    ></sf-item>`;
  }

  private isStop(key: string, index: number): boolean {
    return this.stop === "" ? index === 0 : this.stop === key;
  }

  private stops(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>("[data-stop]")];
  }

  private readonly move = (event: KeyboardEvent): void => {
    const stops = this.stops();
    const focused = (this.renderRoot as ShadowRoot).activeElement;
    const at = stops.findIndex((s) => s === focused);
    if (at < 0 || inField(event)) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
    const target = to === undefined ? undefined : stops[Math.min(Math.max(0, to), stops.length - 1)];
    if (target === undefined) return;
    event.preventDefault();
    this.stop = target.dataset["stop"] ?? "";
    void this.updateComplete.then(() => {
      target.focus();
    });
  };

  private readonly enter = (event: Event): void => {
    this.busy = true;
    if (event.type !== "focusin") return;
    const focused = (event.target as HTMLElement | null)?.closest<HTMLElement>("[data-stop]");
    if (focused?.dataset["stop"] !== undefined) this.stop = focused.dataset["stop"];
  };

  private readonly leave = (): void => {
    this.busy = false;
    if (this.drawn !== this.groups) {
      this.drawn = this.groups;
      this.requestUpdate();
    }
  };
}

/** The newest points where the old ones stand, so that nothing moves under the pointer. */
function inPlace(drawn: readonly Group[], newest: readonly Group[]): readonly Group[] {
  const known = new Set(drawn.flatMap((g) => g.points.map((p) => p.item.item)));
  const points = new Map(newest.flatMap((g) => g.points).map((p) => [p.item.item, p]));
  const same = known.size === points.size && [...points.keys()].every((key) => known.has(key));
  if (!same) return newest;
  return drawn.map((group) => ({
    ...group,
    points: group.points.map((p) => points.get(p.item.item) ?? p),
  }));
}

function inField(event: Event): boolean {
  return event
    .composedPath()
    .some((e) => e instanceof HTMLTextAreaElement || e instanceof HTMLInputElement);
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-checklist": SfChecklist;
  }
}
