import { html, type TemplateResult } from "lit";
import type { ChatState } from "../../demo/chat-state.ts";
import type { PageTexts } from "../texts/texts.ts";

/** What stands in the chat's place while no conversation is open: the connection, or ways to get one. */
export function nobody(
  { desk, chat }: PageTexts,
  { connection, rooms }: ChatState,
  play: () => void,
): TemplateResult {
  if (connection !== "live") {
    return html`<div class="empty">
      <p role="status">${connection === "lost" ? chat.lost : chat.connecting}</p>
    </div>`;
  }
  if (rooms.some((row) => !row.ended)) {
    return html`<div class="empty"><h2>${desk.choose}</h2></div>`;
  }
  return html`<div class="empty">
    <h2>${desk.noRooms}</h2>
    <p>${desk.noRoomsText}</p>
    <div class="ways">
      <a class="button" href="/demo/customer/" target="_blank" rel="noopener">
        ${desk.openCustomer}
      </a>
      <button class="button primary" type="button" @click=${play}>${desk.playCustomer}</button>
    </div>
  </div>`;
}
