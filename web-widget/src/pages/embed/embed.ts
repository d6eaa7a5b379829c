import "../../souffleur-sidebar.ts";
import { SignedOut } from "../../connection/no-ticket.ts";
import { type ToHost, edition, read, readToFrame } from "../../embed/messages.ts";
import type { SouffleurSidebar } from "../../souffleur-sidebar.ts";

/** The one page this frame speaks with; named by it, and checked against what it is. */
const host = new URLSearchParams(location.search).get("host") ?? "";
/** How often the host is asked what to show until it answers, in milliseconds. */
const askEvery = 500;

type Unmarked<T> = T extends unknown ? Omit<T, "souffleur"> : never;

const sidebar: SouffleurSidebar = document.createElement("souffleur-sidebar");
const waiting = new Map<number, (ticket: string | undefined, refused: boolean) => void>();
let tickets = 0;
let answered = false;

function post(message: Unmarked<ToHost>): void {
  window.parent.postMessage({ ...message, souffleur: edition }, host);
}

sidebar.ticketSource = () =>
  new Promise((resolve, reject) => {
    const id = ++tickets;
    waiting.set(id, (ticket, refused) => {
      waiting.delete(id);
      if (ticket !== undefined) resolve(ticket);
      else reject(refused ? new SignedOut("no ticket") : new Error("no ticket"));
    });
    post({ type: "ticket-wanted", id });
  });

for (const name of [
  "souffleur:insert",
  "souffleur:replace",
  "souffleur:open",
  "souffleur:show-message",
  "souffleur:focus-composer",
  "souffleur:signed-out",
  "souffleur:hints",
  "souffleur:draft-checked",
] as const) {
  sidebar.addEventListener(name, (event) => {
    event.preventDefault();
    post({ type: "event", name, detail: event.detail });
  });
}

sidebar.addEventListener("souffleur-keys", () => {
  tellKeys();
});

function tellKeys(): void {
  const { keys, mac } = sidebar.shortcuts;
  post(keys === undefined ? { type: "keys", mac } : { type: "keys", keys, mac });
}

window.addEventListener("message", (event) => {
  if (event.source !== window.parent || event.origin !== host) return;
  const message = read(readToFrame, event.data);
  switch (message?.type) {
    case "context":
      answered = true;
      sidebar.conversation = message.conversation ?? null;
      sidebar.lang = message.lang ?? "";
      sidebar.theme = message.theme ?? "auto";
      sidebar.composer = message.composer ?? "host";
      sidebar.draft = message.draft ?? "sidebar";
      sidebar.folded = message.folded ?? false;
      sidebar.signInUrl = message.signIn ?? null;
      if (!sidebar.isConnected) document.body.append(sidebar);
      tellKeys();
      return;
    case "draft":
      sidebar.draftChanged(message.text);
      return;
    case "reconnect":
      sidebar.reconnect();
      return;
    case "leave":
      sidebar.leave(message.finding);
      return;
    case "ticket":
      waiting.get(message.id)?.(message.ticket, message.refused ?? false);
      return;
    case "command":
      sidebar.run(message.command);
      return;
    case undefined:
      return;
  }
});

/** Asks rather than waits to be told: whichever of the two pages is there first, both meet. */
function ask(): void {
  if (answered) return;
  post({ type: "ready" });
  setTimeout(ask, askEvery);
}

if (window.parent !== window && /^https?:\/\/[^/]+$/.test(host)) ask();
