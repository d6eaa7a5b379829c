import type { ChatAuthor, ChatMessage, ChatRoom, FromHost } from "./wire.ts";

/** A message on its way: shown at once, sent again until the host repeats its key. */
export interface Pending {
  readonly key: string;
  readonly room: string;
  readonly text: string;
  /** Milliseconds of the page's clock. */
  readonly since: number;
}

export interface Thread {
  readonly messages: readonly ChatMessage[];
  /** Who is writing at this moment. */
  readonly typing: readonly ChatAuthor[];
  readonly ended: boolean;
}

export type Connection = "connecting" | "live" | "lost";

/** What a chat page knows; a value, replaced whole at every change. */
export interface ChatState {
  readonly connection: Connection;
  /** The customer's own room, once joined. */
  readonly room: string | undefined;
  readonly agent: string | undefined;
  /** Whether the host has told which rooms there are. */
  readonly listed: boolean;
  readonly rooms: readonly ChatRoom[];
  readonly threads: Readonly<Record<string, Thread>>;
  readonly pending: readonly Pending[];
}

export const emptyChat: ChatState = {
  connection: "connecting",
  room: undefined,
  agent: undefined,
  listed: false,
  rooms: [],
  threads: {},
  pending: [],
};

const emptyThread: Thread = { messages: [], typing: [], ended: false };

export function threadOf(state: ChatState, room: string | undefined): Thread {
  return (room === undefined ? undefined : state.threads[room]) ?? emptyThread;
}

/** The state after one message of the host. A repeated message changes nothing. */
export function received(state: ChatState, message: FromHost): ChatState {
  switch (message.type) {
    case "joined":
      return {
        ...state,
        connection: "live",
        room: message.room ?? state.room,
        agent: message.agent ?? state.agent,
      };
    case "rooms": {
      let next: ChatState = { ...state, listed: true, rooms: message.rooms };
      for (const { room, ended } of message.rooms) {
        if (ended) next = withThread(next, room, { ended: true });
      }
      return next;
    }
    case "history":
      return withMessages(state, message.room, message.messages);
    case "said":
      return withMessages(state, message.room, [message.message]);
    case "typing": {
      const others = threadOf(state, message.room).typing.filter((who) => who !== message.author);
      return withThread(state, message.room, {
        typing: message.active ? [...others, message.author] : others,
      });
    }
    case "ended":
      return {
        ...withThread(state, message.room, { ended: true, typing: [] }),
        rooms: state.rooms.map((row) => (row.room === message.room ? { ...row, ended: true } : row)),
        pending: state.pending.filter((waiting) => waiting.room !== message.room),
      };
  }
}

function withMessages(state: ChatState, room: string, news: readonly ChatMessage[]): ChatState {
  const known = threadOf(state, room);
  const seen = new Set(known.messages.map((message) => message.id));
  const fresh = news.filter((message) => !seen.has(message.id));
  const messages =
    fresh.length === 0
      ? known.messages
      : [...known.messages, ...fresh].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const keys = new Set(news.flatMap((message) => [message.id, message.key ?? message.id]));
  const writers = new Set(fresh.map((message) => message.author));
  return {
    ...withThread(state, room, {
      messages,
      typing: known.typing.filter((who) => !writers.has(who)),
    }),
    pending: state.pending.filter((waiting) => !keys.has(waiting.key)),
  };
}

function withThread(state: ChatState, room: string, change: Partial<Thread>): ChatState {
  return {
    ...state,
    threads: { ...state.threads, [room]: { ...threadOf(state, room), ...change } },
  };
}

/** Since when the customer of this room has been waiting for a word, or `undefined` when nobody waits. */
export function waitingSince(row: ChatRoom, thread: Thread): string | undefined {
  if (row.ended || thread.ended) return undefined;
  const { messages } = thread;
  if (messages.length === 0) return row.last?.author === "customer" ? row.last.at : undefined;
  let since: string | undefined;
  for (let index = messages.length - 1; index >= 0; index--) {
    const message = messages[index];
    if (message === undefined || message.author === "agent") break;
    if (message.author === "customer") since = message.at;
  }
  return since;
}
