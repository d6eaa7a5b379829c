/**
 * What a demo page and the demo chat host say to each other over `/demo/chat`: JSON text frames, one
 * object each. This is the chat channel itself; it knows nothing of coaching.
 */

export type ChatAuthor = "customer" | "agent" | "bot" | "system";
export type ChatLanguage = "fr" | "en";

/** One message of a room; `key` is the one its sender gave it, repeated so that it can be recognised. */
export interface ChatMessage {
  readonly id: string;
  readonly author: ChatAuthor;
  readonly name: string;
  readonly text: string;
  /** RFC 3339. */
  readonly at: string;
  readonly key?: string;
}

/** One row of an agent's list. */
export interface ChatRoom {
  readonly room: string;
  readonly customer: string;
  readonly language: string;
  readonly subject?: string;
  readonly last?: { readonly author: ChatAuthor; readonly text: string; readonly at: string };
  readonly ended: boolean;
}

export type ToHost =
  | {
      readonly type: "join";
      readonly role: "customer" | "agent";
      readonly language?: ChatLanguage;
      readonly name?: string;
      readonly room?: string;
    }
  | { readonly type: "say"; readonly room: string; readonly text: string; readonly key: string }
  | { readonly type: "typing"; readonly room: string; readonly active: boolean }
  | { readonly type: "play"; readonly scene: ChatLanguage }
  | { readonly type: "end"; readonly room: string };

export type FromHost =
  | { readonly type: "joined"; readonly room?: string; readonly agent?: string }
  | { readonly type: "rooms"; readonly rooms: readonly ChatRoom[] }
  | { readonly type: "history"; readonly room: string; readonly messages: readonly ChatMessage[] }
  | { readonly type: "said"; readonly room: string; readonly message: ChatMessage }
  | {
      readonly type: "typing";
      readonly room: string;
      readonly author: ChatAuthor;
      readonly active: boolean;
    }
  | { readonly type: "ended"; readonly room: string };

/** Reads one frame of the host; anything that isn't one of its messages is `undefined`, never an error. */
export function readFrame(frame: unknown): FromHost | undefined {
  if (typeof frame !== "string") return undefined;
  let value: unknown;
  try {
    value = JSON.parse(frame);
  } catch {
    return undefined;
  }
  if (!isRecord(value)) return undefined;
  const room = text(value["room"]);
  switch (value["type"]) {
    case "joined": {
      const agent = agentName(value["agent"]);
      return { type: "joined", ...(room && { room }), ...(agent && { agent }) };
    }
    case "rooms":
      return { type: "rooms", rooms: list(value["rooms"], readRoom) };
    case "history":
      return room ? { type: "history", room, messages: list(value["messages"], readMessage) } : undefined;
    case "said": {
      const message = readMessage(value["message"]);
      return room && message ? { type: "said", room, message } : undefined;
    }
    case "typing":
      return room
        ? { type: "typing", room, author: author(value["author"]), active: value["active"] === true }
        : undefined;
    case "ended":
      return room ? { type: "ended", room } : undefined;
    default:
      return undefined;
  }
}

function readRoom(value: unknown): ChatRoom | undefined {
  if (!isRecord(value)) return undefined;
  const room = text(value["room"]);
  if (!room) return undefined;
  const subject = text(value["subject"]);
  const last = isRecord(value["last"]) ? value["last"] : undefined;
  return {
    room,
    customer: text(value["customer"]) ?? "",
    language: text(value["language"]) ?? "",
    ended: value["ended"] === true,
    ...(subject && { subject }),
    ...(last && {
      last: {
        author: author(last["author"]),
        text: text(last["text"]) ?? "",
        at: text(last["at"]) ?? "",
      },
    }),
  };
}

function readMessage(value: unknown): ChatMessage | undefined {
  if (!isRecord(value)) return undefined;
  const id = text(value["id"]);
  const said = text(value["text"]);
  const at = text(value["at"]);
  if (id === undefined || said === undefined || at === undefined) return undefined;
  const key = text(value["key"]);
  return {
    id,
    author: author(value["author"]),
    name: text(value["name"]) ?? "",
    text: said,
    at,
    ...(key && { key }),
  };
}

function author(value: unknown): ChatAuthor {
  return value === "customer" || value === "agent" || value === "bot" ? value : "system";
}

function agentName(value: unknown): string | undefined {
  return isRecord(value) ? text(value["name"]) : text(value);
}

function list<T>(value: unknown, read: (entry: unknown) => T | undefined): readonly T[] {
  if (!Array.isArray(value)) return [];
  return value.map(read).filter((entry): entry is T & {} => entry !== undefined);
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
