import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ChatClient, type ChatSocket } from "./chat-client.ts";
import { threadOf } from "./chat-state.ts";
import type { ToHost } from "./wire.ts";

/** The host's end of one connection, moved by the test. */
class FakeSocket implements ChatSocket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { readonly data: unknown }) => void) | null = null;
  onclose: ((event: { readonly reason: string }) => void) | null = null;
  closed = false;
  readonly sent: ToHost[] = [];

  send(frame: string): void {
    this.sent.push(JSON.parse(frame) as ToHost);
  }

  close(): void {
    this.closed = true;
  }

  tells(message: object | string): void {
    this.onmessage?.({ data: typeof message === "string" ? message : JSON.stringify(message) });
  }

  accepts(): void {
    this.onopen?.();
    this.tells({ type: "joined", room: "r1", agent: "Inès" });
  }

  breaks(reason = ""): void {
    this.onclose?.({ reason });
  }
}

const sockets: FakeSocket[] = [];
const last = (): FakeSocket => {
  const socket = sockets.at(-1);
  if (socket === undefined) throw new Error("no connection was opened");
  return socket;
};
let keys = 0;

function customer(): ChatClient {
  const client = new ChatClient({
    open: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket;
    },
    join: { role: "customer", name: "Camille", language: "fr" },
    newKey: () => `k${++keys}`,
  });
  client.start();
  return client;
}

const bonjour = {
  id: "m1",
  author: "customer",
  name: "Camille",
  text: "Bonjour",
  at: "2026-11-22T13:00:00Z",
};

beforeEach(() => {
  vi.useFakeTimers();
  sockets.length = 0;
  keys = 0;
});
afterEach(() => vi.useRealTimers());

describe("the demo chat's client", () => {
  it("joins, then knows its room and its agent", () => {
    const client = customer();
    last().accepts();
    expect(last().sent).toEqual([
      { type: "join", role: "customer", name: "Camille", language: "fr" },
    ]);
    expect(client.state).toMatchObject({ connection: "live", room: "r1", agent: "Inès" });
  });

  it("shows a message as on its way until the host repeats its key", () => {
    const client = customer();
    last().accepts();
    client.say("r1", "Bonjour");
    expect(client.state.pending).toHaveLength(1);
    last().tells({ type: "said", room: "r1", message: { ...bonjour, key: "k1" } });
    expect(client.state.pending).toEqual([]);
    expect(threadOf(client.state, "r1").messages.map((message) => message.text)).toEqual(["Bonjour"]);
  });

  it("sends again after a lost connection what nobody confirmed, under the same key", () => {
    const client = customer();
    last().accepts();
    client.say("r1", "Bonjour");
    last().breaks();
    expect(client.state.connection).toBe("lost");
    client.say("r1", "Vous êtes là ?");
    vi.advanceTimersByTime(250);
    last().accepts();
    expect(last().sent).toEqual([
      { type: "join", role: "customer", name: "Camille", language: "fr", room: "r1" },
      { type: "say", room: "r1", text: "Bonjour", key: "k1" },
      { type: "say", room: "r1", text: "Vous êtes là ?", key: "k2" },
    ]);
  });

  it("shows once a message that the history tells again", () => {
    const client = customer();
    last().accepts();
    last().tells({ type: "said", room: "r1", message: bonjour });
    last().tells({ type: "history", room: "r1", messages: [bonjour] });
    expect(threadOf(client.state, "r1").messages).toHaveLength(1);
  });

  it("gives a connection up that leaves a message unanswered", () => {
    const client = customer();
    last().accepts();
    client.say("r1", "Bonjour");
    vi.advanceTimersByTime(5_000);
    expect(sockets[0]?.closed).toBe(true);
    expect(client.state.connection).toBe("lost");
    vi.advanceTimersByTime(250);
    expect(sockets).toHaveLength(2);
  });

  it("keeps trying, less and less often", () => {
    customer();
    for (const wait of [250, 500, 1_000, 2_000, 4_000, 4_000]) {
      const before = sockets.length;
      last().breaks();
      vi.advanceTimersByTime(wait - 1);
      expect(sockets).toHaveLength(before);
      vi.advanceTimersByTime(1);
      expect(sockets).toHaveLength(before + 1);
    }
  });

  it("comes back when the server said, and by its own waits after that", () => {
    customer();
    last().accepts();
    last().breaks("the server stops; come back in 7400 ms");
    vi.advanceTimersByTime(7_399);
    expect(sockets).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(sockets).toHaveLength(2);
    last().breaks();
    vi.advanceTimersByTime(250);
    expect(sockets).toHaveLength(3);
  });

  it("forgets that somebody is writing when no news of it comes", () => {
    const client = customer();
    last().accepts();
    last().tells({ type: "typing", room: "r1", author: "agent", active: true });
    expect(threadOf(client.state, "r1").typing).toEqual(["agent"]);
    vi.advanceTimersByTime(6_000);
    expect(threadOf(client.state, "r1").typing).toEqual([]);
  });

  it("is not disturbed by frames that it can't read", () => {
    const client = customer();
    last().accepts();
    const before = client.state;
    for (const frame of ["", "{", "null", "[]", '{"type":"said"}', '{"type":"history"}', '{"type":"x"}']) {
      last().tells(frame);
    }
    expect(client.state).toEqual(before);
  });

  it("keeps a wish made before the connection stands", () => {
    const client = customer();
    client.play("fr");
    last().accepts();
    expect(last().sent.at(-1)).toEqual({ type: "play", scene: "fr" });
  });
});
