import { SignedOut, TicketRefused } from "../connection/no-ticket.ts";

/**
 * Gives a ticket for one connection, each time a new one; nothing when nobody is signed in. Rejects when
 * there is none just now.
 */
export type TicketSource = () => Promise<string | null>;

/** A ticket by the way that a page has for them: its function, or else its server. */
export async function ticketOf(source: TicketSource | undefined, url: URL | undefined) {
  if (source !== undefined) return ticketBy(source);
  if (url !== undefined) return ticketFrom(url.href);
  throw new TicketRefused("the page gives no ticket: set ticket-url, or ticketSource");
}

async function ticketBy(source: TicketSource): Promise<string> {
  const ticket: unknown = await source();
  if (typeof ticket !== "string" || ticket === "") throw new SignedOut("no ticket");
  return ticket;
}

/**
 * Asks the host's own server, which knows who is signed in; it answers `{"ticket": "…"}`. A page in its
 * place, to which it has sent us on, is where people sign in.
 */
async function ticketFrom(url: string): Promise<string> {
  const response = await fetch(url, { method: "POST", headers: { Accept: "application/json" } });
  if (response.status === 401) throw new SignedOut(`${url}: 401`);
  if (response.status === 403) throw new TicketRefused();
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const page = response.headers.get("Content-Type")?.startsWith("text/html") ?? false;
  if (response.redirected && page) throw new SignedOut(`${url}: sent on to ${response.url}`);
  const { ticket } = (await response.json()) as { ticket?: unknown };
  if (typeof ticket !== "string") throw new TicketRefused(`${url}: no ticket in the answer`);
  return ticket;
}

/** The desk's door of a server. */
export function deskDoor(server: URL): string {
  const door = new URL("v1/desk", server);
  door.protocol = server.protocol === "http:" ? "ws:" : "wss:";
  return door.href;
}
