import { comeBack } from "../connection/backoff.ts";
import { type ChatState, type Connection, emptyChat, type Pending, received } from "./chat-state.ts";
import { type ChatAuthor, type ChatLanguage, type FromHost, readFrame, type ToHost } from "./wire.ts";

/** The few things the client needs of a WebSocket. */
export interface ChatSocket {
  onopen: (() => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onclose: ((event: { readonly reason: string }) => void) | null;
  send(frame: string): void;
  close(): void;
}

export interface ChatOptions {
  readonly open: () => ChatSocket;
  readonly join: {
    readonly role: "customer" | "agent";
    readonly language?: ChatLanguage;
    readonly name?: string;
    readonly room?: string;
  };
  readonly now?: () => number;
  readonly newKey?: () => string;
}

/** Waits between attempts, in milliseconds; the last one repeats. */
const RETRY = [250, 500, 1_000, 2_000, 4_000] as const;
/** A message without an answer for this long means that the connection is dead, whatever it says. */
const UNANSWERED = 5_000;
/** "Is writing" is forgotten after this long without news of it. */
const TYPING_LASTS = 6_000;

/**
 * One page's connection to the demo chat. Reconnects by itself, asks for the room again, and sends
 * what was not confirmed again under the same key, so that a lost connection costs no message and a
 * repeated one shows once. Belongs to one page; every call on the page's thread.
 */
export class ChatClient {
  #state: ChatState = emptyChat;
  #socket: ChatSocket | undefined;
  #attempt = 0;
  #stopped = true;
  #joinedOnce = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setTimeout> | undefined;
  #wishes: ToHost[] = [];
  readonly #typing = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #listeners = new Set<() => void>();
  readonly #options: ChatOptions;

  constructor(options: ChatOptions) {
    this.#options = options;
  }

  get state(): ChatState {
    return this.#state;
  }

  /** Calls back after every change; the answer stops that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  start(): void {
    if (!this.#stopped) return;
    this.#stopped = false;
    this.#connect();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#retry);
    clearTimeout(this.#watch);
    for (const timer of this.#typing.values()) clearTimeout(timer);
    this.#typing.clear();
    this.#drop();
  }

  /** Tries at once instead of waiting for the next attempt's turn. */
  hurry(): void {
    if (this.#stopped || this.#state.connection === "live") return;
    clearTimeout(this.#retry);
    this.#drop();
    this.#connect();
  }

  /** The connection is known to be gone: says so, and starts over. */
  lost(): void {
    if (this.#stopped) return;
    this.#drop();
    this.#again();
  }

  /** @param room empty for a customer's own room before it is known */
  say(room: string, text: string): void {
    const key = this.#options.newKey?.() ?? crypto.randomUUID();
    const said = { key, room, text, since: this.#now() };
    this.#become({ ...this.#state, pending: [...this.#state.pending, said] });
    if (this.#state.connection === "live") this.#sendPending(said);
    this.#watchAnswers();
  }

  typing(room: string, active: boolean): void {
    if (this.#state.connection === "live") this.#send({ type: "typing", room, active });
  }

  /** Asks the host to play a scripted customer; kept until there is a connection. */
  play(scene: ChatLanguage): void {
    this.#wish({ type: "play", scene });
  }

  end(room: string): void {
    this.#wish({ type: "end", room });
  }

  #wish(message: ToHost): void {
    if (this.#state.connection === "live") this.#send(message);
    else this.#wishes.push(message);
  }

  #connect(): void {
    const socket = this.#options.open();
    this.#socket = socket;
    socket.onopen = () => {
      const room = this.#state.room ?? this.#options.join.room;
      this.#send({ type: "join", ...this.#options.join, ...(room && { room }) });
    };
    socket.onmessage = (event) => {
      if (socket !== this.#socket) return;
      const message = readFrame(event.data);
      if (message !== undefined) this.#handle(message);
    };
    socket.onclose = (event) => {
      if (socket === this.#socket) this.#again(comeBack(event.reason));
    };
  }

  #handle(message: FromHost): void {
    this.#become(received(this.#state, message));
    if (message.type === "joined") {
      this.#attempt = 0;
      this.#joinedOnce = true;
      for (const waiting of this.#state.pending) this.#sendPending(waiting);
      for (const wish of this.#wishes.splice(0)) this.#send(wish);
      this.#watchAnswers();
    } else if (message.type === "typing") {
      this.#forgetTyping(message.room, message.author, message.active);
    }
  }

  #forgetTyping(room: string, author: ChatAuthor, active: boolean): void {
    const key = `${author} ${room}`;
    clearTimeout(this.#typing.get(key));
    this.#typing.delete(key);
    if (!active) return;
    const stopped = { type: "typing", room, author, active: false } as const;
    this.#typing.set(
      key,
      setTimeout(() => { this.#become(received(this.#state, stopped)); }, TYPING_LASTS),
    );
  }

  #watchAnswers(): void {
    clearTimeout(this.#watch);
    if (this.#state.pending.length === 0 || this.#state.connection !== "live") return;
    const newest = this.#state.pending.at(-1)?.key;
    this.#watch = setTimeout(() => {
      if (this.#state.pending.some((waiting) => waiting.key === newest)) this.lost();
    }, UNANSWERED);
  }

  /** @param named when to come back, in milliseconds, where the server has said so */
  #again(named?: number): void {
    clearTimeout(this.#watch);
    this.#socket = undefined;
    if (this.#stopped) return;
    const connection: Connection = this.#joinedOnce || this.#attempt > 0 ? "lost" : "connecting";
    this.#become({ ...this.#state, connection });
    const wait = named ?? RETRY[Math.min(this.#attempt, RETRY.length - 1)] ?? 4_000;
    if (named === undefined) this.#attempt += 1;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => { this.#connect(); }, wait);
  }

  #drop(): void {
    const socket = this.#socket;
    this.#socket = undefined;
    if (socket === undefined) return;
    socket.onclose = null;
    socket.onmessage = null;
    socket.onopen = null;
    socket.close();
  }

  #sendPending({ room, text, key }: Pending): void {
    this.#send({ type: "say", room: room || (this.#state.room ?? ""), text, key });
  }

  #send(message: ToHost): void {
    this.#socket?.send(JSON.stringify(message));
  }

  #become(state: ChatState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  #now(): number {
    return this.#options.now?.() ?? Date.now();
  }
}
