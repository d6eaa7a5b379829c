import { LitElement, type PropertyValues, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { frozenSince } from "../../connection/status.ts";
import { ActEvent } from "../../events/act-event.ts";
import { label } from "../../shortcuts/shortcuts.ts";
import { groups, owed } from "../../state/checklist.ts";
import { clocksAt, mostShown } from "../../state/clocks.ts";
import type { ConversationView } from "../../state/conversation-view.ts";
import { dueElsewhere, promisesAt, rank } from "../../state/promises.ts";
import { undoable } from "../../state/prompter.ts";
import type { SidebarModel } from "../../state/sidebar-model.ts";
import parts from "../../theme/parts.styles.ts";
import type { Translation } from "../../translations/index.ts";
import "../checklist/checklist.ts";
import "../clock/clock.ts";
import "../connection/connection.ts";
import "../draft/draft.ts";
import "../elsewhere/elsewhere.ts";
import { pressing } from "../elsewhere/elsewhere.ts";
import "../elsewhere/owed.ts";
import "../header/header.ts";
import { nameOf } from "../header/header.ts";
import "../hidden-line/hidden-line.ts";
import "../hint/hint.ts";
import "../icon/icon.ts";
import "../keys/keys.ts";
import "../nudge/nudge.ts";
import "../promise/promise.ts";
import "../stages/stages.ts";
import styles from "./sidebar.styles.ts";

/** Below this height, in CSS pixels, what can be folded is. */
const little = 600;

/** The whole sidebar as a picture of its model; what the agent does leaves it as events. */
@customElement("sf-sidebar")
export class SfSidebar extends LitElement {
  static override styles = [parts, styles];

  @property({ attribute: false }) words!: Translation;
  @property({ attribute: false }) model!: SidebarModel;
  /** There is little height: quiet hints and stage names fold away. */
  @property({ type: Boolean, reflect: true }) short = false;
  /** Nothing is shown; what is read aloud stays. */
  @property({ type: Boolean, reflect: true }) folded = false;
  @state() private keysOpen = false;
  @state() private nudgesOpen = false;

  private hintHadFocus = false;

  private readonly size = new ResizeObserver(([entry]) => {
    if (entry !== undefined) this.short = entry.contentRect.height < little;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.size.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.size.disconnect();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const root = this.shadowRoot;
    const before = changed.get("model");
    const was = before?.prompter.prominent?.hint.hint;
    this.hintHadFocus =
      was !== undefined &&
      was !== this.model.prompter.prominent?.hint.hint &&
      root?.activeElement?.localName === "sf-hint";
  }

  override updated(): void {
    if (this.hintHadFocus) this.renderRoot.querySelector<HTMLElement>("#hints")?.focus();
    this.hintHadFocus = false;
  }

  override render() {
    const { words, model } = this;
    const { view } = model;
    const name = view === undefined ? undefined : nameOf(view.facts);
    return html`<aside aria-label=${words.region(name)} lang=${words.lang}>
      ${model.composer
        ? html`<button class="skip" type="button" @click=${this.skip}>
            ${words.skipToComposer}
          </button>`
        : nothing}
      <div class="top">
        <sf-header
          .words=${words}
          .facts=${view?.facts}
          .settings=${model.settings}
          .theme=${model.theme}
          .hiddenHints=${[...model.prompter.hidden.values()].filter((h) => h.told).map((h) => h.hint)}
          .muted=${model.mutedUntil !== undefined}
          .now=${model.now}
        ></sf-header>
        ${view === undefined ? nothing : this.conversation(view)}
      </div>
      <div class="list" data-phase=${model.phase} @keydown=${this.escape}>${this.list(name)}</div>
      <div class="foot">${this.foot()}</div>
      <div class="reader" role="status" aria-live="polite" aria-atomic="true">${model.polite}</div>
      <div class="reader" role="alert">${model.alert}</div>
    </aside>`;
  }

  /** The prominent card, for what is done from the keyboard. */
  get card() {
    return this.renderRoot.querySelector("sf-hint");
  }

  /** Goes to the list, at the point where it was left. */
  focusList(): void {
    this.renderRoot.querySelector("sf-checklist")?.focus();
  }

  private conversation(view: ConversationView) {
    const { words } = this;
    const ended = view.facts.ended ?? view.summary?.at;
    return html`<sf-stages .words=${words} .stage=${view.stage} .bare=${this.short}></sf-stages>
      ${ended === undefined ? nothing : html`<p class="ended">${words.ended(ended)}</p>`}
      ${this.clocks(view, ended !== undefined)} ${this.hints(view)}`;
  }

  private clocks(view: ConversationView, ended: boolean) {
    const { words, model } = this;
    const running = ended ? [] : clocksAt(view.timers, model.now);
    const promised = promisesAt(view.commitments, model.now, ended);
    const lines = [
      ...running.map((clock) => ({
        key: `timer ${clock.timer}`,
        rank: rank(clock),
        deadline: clock.deadline,
        line: html`<sf-clock .words=${words} .clock=${clock}></sf-clock>`,
      })),
      ...promised.map((clock) => ({
        key: `promise ${clock.timer}`,
        rank: rank(clock),
        deadline: clock.deadline,
        line: html`<sf-promise
          .words=${words}
          .clock=${clock}
          .quotes=${model.quotes}
          .customer=${view.facts.customer.firstName ?? nameOf(view.facts)}
          .spoken=${view.facts.language}
          .now=${model.now}
        ></sf-promise>`,
      })),
    ]
      .sort((a, b) => a.rank - b.rank || a.deadline - b.deadline)
      .slice(0, mostShown);
    if (lines.length === 0) return nothing;
    return html`<div class="clocks" role="group" aria-label=${words.clocks}>
      ${repeat(
        lines,
        (each) => each.key,
        (each) => each.line,
      )}
    </div>`;
  }

  private hints(view: ConversationView) {
    const { words, model } = this;
    const { prompter, status } = model;
    const { prominent, nudges } = prompter;
    const hidden = undoable(prompter);
    const dated = status.state === "stale" ? status.since : undefined;
    const customer = view.facts.customer.firstName ?? nameOf(view.facts);
    const empty = prominent === undefined && nudges.length === 0 && hidden === undefined;
    return html`<div class="hints" role="group" aria-labelledby="hints" ?data-empty=${empty}>
      <h3 id="hints" class="reader" tabindex="-1">${words.hints}</h3>
      ${hidden === undefined
        ? nothing
        : html`<sf-hidden-line
            .words=${words}
            .hint=${hidden.hint.hint}
            .wrong=${hidden.wrong !== undefined}
          ></sf-hidden-line>`}
      ${prominent === undefined
        ? nothing
        : html`<sf-hint
            .words=${words}
            .hint=${prominent.hint}
            .state=${prominent.state}
            .wording=${prominent.wording}
            .quotes=${model.quotes}
            .customer=${customer}
            .use=${model.use}
            .keys=${model.settings.shortcuts && model.use === "insert"
              ? label(model.settings.keys.insert, model.mac)
              : undefined}
            .dated=${dated}
            .now=${model.now}
          ></sf-hint>`}
      ${this.short && nudges.length > 0
        ? html`<button
            class="fewer"
            type="button"
            aria-expanded=${this.nudgesOpen}
            @click=${() => {
              this.nudgesOpen = !this.nudgesOpen;
            }}
          >
            <sf-icon name="feather"></sf-icon><span>${words.suggestions(nudges.length)}</span>
            <sf-icon name="chevron-down"></sf-icon>
          </button>`
        : nothing}
      ${repeat(
        this.short && !this.nudgesOpen ? [] : nudges,
        (hint) => hint.hint,
        (hint) =>
          html`<sf-nudge
            .words=${words}
            .hint=${hint}
            .quotes=${model.quotes}
            .customer=${customer}
            .use=${model.use}
            .dated=${dated}
            .now=${model.now}
          ></sf-nudge>`,
      )}
    </div>`;
  }

  private list(name: string | undefined) {
    const { words, model } = this;
    switch (model.phase) {
      case "none":
        return html`<p class="plain">${words.noConversation}</p>`;
      case "waiting":
        return nothing;
      case "loading":
        return skeleton(words);
      case "slow":
        return html`${skeleton(words)}
          <p class="plain" role="status">
            ${words.slow}
            <button
              class="link"
              type="button"
              @click=${() => this.dispatchEvent(new ActEvent({ act: "retry" }))}
            >
              ${words.tryAgain}
            </button>
          </p>`;
      case "refused":
        return html`<p class="plain">${words.notShown(model.refusal ?? "")}</p>`;
      case "ready":
        return model.view === undefined ? nothing : this.checklist(model.view, name);
    }
  }

  private checklist(view: ConversationView, name: string | undefined) {
    const { words, model } = this;
    if (view.items.length === 0) return html`<p class="plain">${words.noChecklist}</p>`;
    const shown = groups(view.items, view.stage, model.draft.would, model.contests);
    const { prompter, status } = model;
    const nothingDue =
      !shown.some((group) => group.points.some(owed)) &&
      prompter.prominent === undefined &&
      prompter.nudges.length === 0;
    return html`${nothingDue
        ? html`<div class="calm">
            <p class="phrase">${words.nothingDue}</p>
            <p>${words.nothingDueWhy(view.facts.customer.firstName ?? name)}</p>
          </div>`
        : nothing}
      <sf-checklist
        .words=${words}
        .groups=${shown}
        .quotes=${model.quotes}
        .customer=${view.facts.customer.firstName ?? name}
        .spoken=${view.facts.language}
        .density=${model.settings.density}
        .seen=${frozenSince(status)}
      ></sf-checklist>`;
  }

  private foot() {
    const { words, model } = this;
    const other = pressing(model.attention, model.view?.conversation);
    const owed = dueElsewhere(model.owed, model.view?.conversation);
    const owes = owed !== undefined && (other === undefined || owed.deadline < other.deadline);
    const { draft, view } = model;
    const ticks = (view?.items ?? []).filter((i) => draft.would.has(i.item) && i.state !== "done");
    const checked = !model.draftElsewhere && (draft.findings.length > 0 || ticks.length > 0);
    return html`${checked
        ? html`<sf-draft
            .words=${words}
            .text=${draft.text}
            .findings=${draft.findings}
            .ticks=${ticks.map((item) => item.title)}
            .spoken=${view?.facts.language}
          ></sf-draft>`
        : nothing}
      ${model.undelivered ? this.undelivered() : nothing}
      ${owes
        ? html`<sf-owed .words=${words} .owed=${owed} .now=${model.now}></sf-owed>`
        : other === undefined
          ? nothing
          : html`<sf-elsewhere .words=${words} .row=${other} .now=${model.now}></sf-elsewhere>`}
      <div class="state">
        <sf-connection
          .words=${words}
          .status=${model.status}
          .signIn=${model.signIn}
          .mutedUntil=${model.mutedUntil}
          .back=${model.back}
        ></sf-connection>
        <button
          class="shortcuts"
          type="button"
          aria-expanded=${this.keysOpen}
          aria-controls="keys"
          @click=${this.toggleKeys}
        >
          <sf-icon name="keyboard"></sf-icon><span>${words.shortcuts}</span>
        </button>
      </div>
      <div id="keys" ?hidden=${!this.keysOpen} @keydown=${this.escapeKeys}>
        ${this.keysOpen
          ? html`<sf-keys
              .words=${words}
              .settings=${model.settings}
              .mac=${model.mac}
              @close=${this.toggleKeys}
            ></sf-keys>`
          : nothing}
      </div>`;
  }

  private undelivered() {
    const { words } = this;
    return html`<p class="undelivered" role="status">
      <sf-icon name="circle-alert"></sf-icon>
      <span
        >${words.undelivered}
        <button
          class="link"
          type="button"
          @click=${() => this.dispatchEvent(new ActEvent({ act: "resend" }))}
        >
          ${words.sendAgain}
        </button></span
      >
      <button
        class="icon-button"
        type="button"
        aria-label=${words.close}
        title=${words.close}
        @click=${() => this.dispatchEvent(new ActEvent({ act: "close-toast" }))}
      >
        <sf-icon name="x"></sf-icon>
      </button>
    </p>`;
  }

  private readonly toggleKeys = (): void => {
    this.keysOpen = !this.keysOpen;
    void this.updateComplete.then(() => {
      const to = this.keysOpen ? "sf-keys" : ".shortcuts";
      this.renderRoot.querySelector<HTMLElement>(to)?.focus();
    });
  };

  private readonly escapeKeys = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.toggleKeys();
  };

  private readonly escape = (event: KeyboardEvent): void => {
    if (event.key === "Escape") this.skip();
  };

  private readonly skip = (): void => {
    this.dispatchEvent(new ActEvent({ act: "skip" }));
  };
}

function skeleton(words: Translation) {
  return html`<div class="skeleton" role="img" aria-label=${words.loading}>
    <span></span><span class="short"></span><span></span><span class="short"></span>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-sidebar": SfSidebar;
  }
}
