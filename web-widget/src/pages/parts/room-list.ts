import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { type ChatState, threadOf, waitingSince } from "../../demo/chat-state.ts";
import type { ChatRoom } from "../../demo/wire.ts";
import { shortSpan, timeOfDay } from "../../translations/format.ts";
import type { PageLanguage, PageTexts } from "../texts/texts.ts";
import { initials } from "./people.ts";
import { controls } from "./styles.ts";

/** The agent opened a conversation of the list. */
export class RoomEvent extends Event {
  constructor(readonly room: string) {
    super("demo-room", { bubbles: true, composed: true });
  }
}

/** A wait of this long, in milliseconds, is shown in the colour of what is due soon. */
const SOON = 60_000;

/** The agent's conversations, live ones first, each with its last words and who waits how long. */
@customElement("sf-room-list")
export class RoomList extends LitElement {
  static override readonly styles = [
    controls,
    css`
      :host {
        display: block;
        min-height: 0;
        overflow: hidden auto;
        padding: 18px 8px;
      }

      h2 {
        padding: 0 12px 8px;
        font-size: 0.8125rem;
        line-height: 1.125rem;
        font-weight: 600;
      }

      ul + h2 {
        padding-top: 20px;
      }

      li + li {
        margin-top: 2px;
      }

      button {
        display: grid;
        grid-template-columns: 36px minmax(0, 1fr) auto;
        align-items: center;
        column-gap: 12px;
        width: 100%;
        padding: 10px 12px;
        border: 0;
        border-radius: 12px;
        background: transparent;
        text-align: start;
      }

      button:hover {
        background: var(--sf-canvas);
      }

      button[aria-current="true"] {
        background: var(--sf-canvas);
      }

      .disc {
        grid-row: span 2;
        display: grid;
        place-items: center;
        width: 36px;
        height: 36px;
        border-radius: 50%;
        background: var(--sf-sunken);
        color: var(--sf-text-2);
        font-size: 0.75rem;
        font-weight: 600;
      }

      [aria-current="true"] .disc {
        background: var(--sf-surface);
      }

      .name {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font-size: 0.875rem;
        line-height: 1.25rem;
        font-weight: 600;
      }

      .time {
        color: var(--sf-text-3);
        font-size: 0.75rem;
        line-height: 1rem;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }

      .time.waits {
        color: var(--sf-text-2);
        font-weight: 600;
      }

      .time.soon {
        color: var(--sf-risk);
        font-weight: 600;
      }

      .last {
        grid-column: 2 / -1;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        color: var(--sf-text-3);
        font-size: 0.8125rem;
        line-height: 1.125rem;
      }

      .unread .last {
        color: var(--sf-text-2);
      }

      [aria-current="true"] :is(.time, .last) {
        color: var(--sf-text-2);
      }

      .over {
        color: var(--sf-text-2);
        font-weight: 400;
      }

      .none {
        padding: 0 12px;
        color: var(--sf-text-2);
        font-size: 0.8125rem;
        line-height: 1.25rem;
      }
    `,
  ];

  @property({ attribute: false }) chat!: ChatState;
  @property({ attribute: false }) open: string | undefined;
  @property({ attribute: false }) texts!: PageTexts;
  @property({ attribute: false }) language: PageLanguage = "fr";
  /** The page's clock, in milliseconds. */
  @property({ attribute: false }) now = 0;

  protected override render(): TemplateResult {
    const { desk } = this.texts;
    const rows = [...this.chat.rooms].sort((a, b) => lastAt(b) - lastAt(a));
    const over = rows.filter((row) => row.ended);
    const live = rows.filter((row) => !row.ended);
    return html`
      <h2 id="mine">${desk.mine}</h2>
      ${live.length === 0 ? html`<p class="none">${desk.noRooms}</p>` : this.rows("mine", live)}
      ${over.length === 0
        ? nothing
        : html`<h2 id="over">${desk.over}</h2>
            ${this.rows("over", over)}`}
    `;
  }

  private rows(heading: string, rows: readonly ChatRoom[]): TemplateResult {
    return html`<ul aria-labelledby=${heading}>
      ${repeat(
        rows,
        (row) => row.room,
        (row) => html`<li>${this.row(row)}</li>`,
      )}
    </ul>`;
  }

  private row(row: ChatRoom): TemplateResult {
    const { desk, chat } = this.texts;
    const thread = threadOf(this.chat, row.room);
    const since = waitingSince(row, thread);
    const waited = since === undefined ? undefined : this.now - Date.parse(since);
    const shown = row.room !== this.open && waited !== undefined;
    const writing = thread.typing.includes("customer");
    const last = row.last?.author === "agent" ? desk.you(row.last.text) : (row.last?.text ?? "");
    const name = row.customer.trim();
    return html`
      <button
        type="button"
        class=${since !== undefined && row.room !== this.open ? "unread" : ""}
        aria-current=${row.room === this.open ? "true" : "false"}
        data-room=${row.room}
        @click=${() => this.dispatchEvent(new RoomEvent(row.room))}
      >
        <span class="disc" aria-hidden="true">${initials(name)}</span>
        <span class="name ${row.ended ? "over" : ""}" dir="auto">${name}</span>
        ${shown
          ? html`<span class="time ${waited >= SOON ? "soon" : "waits"}">
              <span aria-hidden="true">${shortSpan(waited)}</span>
              <span class="visually-hidden">${desk.waiting(shortSpan(waited))}</span>
            </span>`
          : html`<span class="time">
              ${row.last ? timeOfDay(Date.parse(row.last.at), this.language) : nothing}
            </span>`}
        <span class="last" dir="auto">${writing ? chat.writing(name) : last}</span>
      </button>
    `;
  }
}

function lastAt(row: ChatRoom): number {
  return row.last === undefined ? Number.POSITIVE_INFINITY : Date.parse(row.last.at);
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-room-list": RoomList;
  }
  interface HTMLElementEventMap {
    "demo-room": RoomEvent;
  }
}
