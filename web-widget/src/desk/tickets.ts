import { TicketRefused } from "../connection/desk-connection.ts";

/** Gives a ticket for one connection, each time a new one. */
export type TicketSource = () => Promise<string>;

/** Asks the host's own server, which knows who is signed in; it answers `{"ticket": "…"}`. */
export async function ticketFrom(url: string): Promise<string> {
  const response = await fetch(url, { method: "POST", headers: { Accept: "application/json" } });
  if (response.status === 401 || response.status === 403) {
    throw new TicketRefused(`${url}: ${response.status}`);
  }
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
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
