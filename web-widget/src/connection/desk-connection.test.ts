import { beforeEach, describe, expect, it } from "vitest";
import type { DeskAction } from "../wire/frames.ts";
import { DeskConnection } from "./desk-connection.ts";
import { FakeSurroundings, settled } from "./fakes.ts";
import { SignedOut, TicketRefused } from "./no-ticket.ts";
import type { Status } from "./status.ts";

const start = Date.parse("2026-11-22T14:00:00Z");

let world: FakeSurroundings;
let heard: string[];
let statuses: Status[];
let undelivered: DeskAction[];
let tickets: (() => Promise<string>)[];
let connection: DeskConnection;

beforeEach(() => {
  world = new FakeSurroundings();
  heard = [];
  statuses = [];
  undelivered = [];
  tickets = [];
  connection = new DeskConnection(
    "wss://souffleur/v1/desk",
    () => tickets.shift()?.() ?? Promise.resolve("a-ticket"),
    {
      snapshot: (s) => heard.push(`snapshot ${s.conversation} ${s.seq}`),
      update: (u) => heard.push(`${u.type} ${u.conversation} ${u.seq}`),
      answer: (f) => heard.push(f.type),
      status: (s) => statuses.push(s),
      unwatchable: (r) => heard.push(`refused ${r.code}`),
      undelivered: (a) => undelivered.push(a),
    },
    world,
    "fr",
    () => 0,
  );
});

const withdrawn = (seq: number, conversation = "c") => ({
  type: "hint.withdrawn", conversation, seq, at: "2026-11-22T14:00:00Z", hint: "h",
  reason: "satisfied",
});
const snapshot = (seq: number, epoch = "e1") => ({
  type: "snapshot", conversation: "c", epoch, seq, now: "2026-11-22T14:00:00Z",
  facts: { medium: "chat", customer: {}, started: "2026-11-22T14:00:00Z" },
  stage: "opening", items: [], timers: [], hints: [],
});

async function connected(): Promise<void> {
  connection.start();
  await settled();
  world.socket.onopen?.();
  world.socket.hear({ type: "ready", epoch: "e1", now: "2026-11-22T14:00:00Z" });
}

describe("a connection", () => {
  it("says hello with a ticket, then watches once the server is ready", async () => {
    connection.watch("c");
    connection.start();
    await settled();
    world.socket.onopen?.();
    expect(world.socket.takeSaid()).toEqual([{ type: "hello", ticket: "a-ticket", language: "fr" }]);
    world.socket.hear({ type: "ready", epoch: "e1", now: "2026-11-22T14:00:00Z" });
    expect(world.socket.takeSaid()).toEqual([{ type: "watch", conversation: "c" }]);
    expect(connection.status).toEqual({ state: "live" });
  });

  it("hands on a snapshot and the updates after it, each once", async () => {
    await connected();
    connection.watch("c");
    world.socket.hear(withdrawn(3));
    world.socket.hear(snapshot(4));
    for (const seq of [4, 5, 5, 6]) world.socket.hear(withdrawn(seq));
    world.socket.hear(withdrawn(1, "not-watched"));
    expect(heard).toEqual(["snapshot c 4", "hint.withdrawn c 5", "hint.withdrawn c 6"]);
  });

  it("asks again where reading stopped when an update is missing", async () => {
    await connected();
    connection.watch("c");
    world.socket.hear(snapshot(4));
    world.socket.takeSaid();
    world.socket.hear(withdrawn(6));
    world.socket.hear(withdrawn(7));
    expect(world.socket.takeSaid()).toEqual([
      { type: "watch", conversation: "c", epoch: "e1", seq: 4 },
    ]);
    world.socket.hear({ type: "resumed", conversation: "c", epoch: "e1", seq: 4 });
    for (const seq of [5, 6, 7]) world.socket.hear(withdrawn(seq));
    expect(heard.slice(1)).toEqual(["hint.withdrawn c 5", "hint.withdrawn c 6", "hint.withdrawn c 7"]);
  });

  it("asks for everything when the server goes on elsewhere than asked", async () => {
    await connected();
    connection.watch("c");
    world.socket.hear(snapshot(4));
    world.socket.hear(withdrawn(6));
    world.socket.takeSaid();
    world.socket.hear({ type: "resumed", conversation: "c", epoch: "e2", seq: 4 });
    expect(world.socket.takeSaid()).toEqual([{ type: "watch", conversation: "c" }]);
  });

  it("leaves no gap behind a frame of a kind it does not know", async () => {
    await connected();
    connection.watch("c");
    world.socket.hear(snapshot(4));
    world.socket.takeSaid();
    world.socket.hear({ ...withdrawn(5), type: "praise" });
    world.socket.hear(withdrawn(6));
    expect(heard.at(-1)).toBe("hint.withdrawn c 6");
    expect(world.socket.takeSaid()).toEqual([]);
  });

  it("answers a ping and takes the server's time from it", async () => {
    await connected();
    world.socket.takeSaid();
    await world.pass(20_000);
    world.socket.hear({ type: "ping", now: "2026-11-22T14:00:19.900Z" });
    expect(world.socket.takeSaid()).toEqual([{ type: "pong" }]);
    expect(connection.clock.read()).toBe(start + 20_000);
    await world.pass(1_000);
    expect(connection.clock.read()).toBe(start + 21_000);
  });
});

describe("a conversation that can't be watched", () => {
  it("is asked for again, and the connection goes on", async () => {
    await connected();
    connection.watch("c");
    world.socket.takeSaid();
    world.socket.hear({ type: "refused", conversation: "c", code: "unknown_conversation", reason: "" });
    expect(connection.status).toEqual({ state: "live" });
    await world.pass(2_000);
    expect(world.socket.takeSaid()).toEqual([{ type: "watch", conversation: "c" }]);
    world.socket.hear(snapshot(1));
    await world.pass(4_000);
    expect(world.socket.takeSaid()).toEqual([]);
    expect(heard).toEqual(["refused unknown_conversation", "snapshot c 1"]);
  });
});

describe("a lost connection", () => {
  it("comes back by itself, with a new ticket, and goes on where it stopped", async () => {
    await connected();
    connection.watch("c");
    world.socket.hear(snapshot(4));
    world.socket.onclose?.({ code: 1006, reason: "" });
    expect(connection.status.state).toBe("reconnecting");
    tickets.push(() => Promise.resolve("second"));
    await world.pass(250);
    world.socket.onopen?.();
    world.socket.hear({ type: "ready", epoch: "e1", now: "2026-11-22T14:00:01Z" });
    expect(world.socket.said).toEqual([
      { type: "hello", ticket: "second", language: "fr" },
      { type: "watch", conversation: "c", epoch: "e1", seq: 4 },
    ]);
    expect(statuses.map((s) => s.state)).toEqual(["live", "reconnecting", "live"]);
  });

  it("is said to be stale after 25 s and off after 60 s, and still tried", async () => {
    await connected();
    world.socket.onclose?.({ code: 1006, reason: "" });
    tickets = Array.from({ length: 99 }, () => () => Promise.reject(new Error("no network")));
    await world.pass(24_999);
    expect(connection.status.state).toBe("reconnecting");
    await world.pass(1);
    expect(connection.status).toEqual({ state: "stale", since: start });
    await world.pass(35_000);
    expect(connection.status).toEqual({ state: "offline", since: start });
    const before = tickets.length;
    await world.pass(60_000);
    expect(tickets.length).toBeLessThan(before);
  });

  it("is noticed by silence alone", async () => {
    await connected();
    const silent = world.socket;
    await world.pass(25_000);
    expect(connection.status.state).toBe("stale");
    expect(silent.closed).toBe(true);
    await world.pass(500);
    expect(world.sockets).toHaveLength(2);
  });

  it("waits longer from attempt to attempt", async () => {
    tickets = Array.from({ length: 99 }, () => () => Promise.reject(new Error("no network")));
    connection.start();
    await world.pass(60_000);
    expect(99 - tickets.length).toBeGreaterThan(5);
    expect(99 - tickets.length).toBeLessThan(14);
  });

  it("comes back when the server said, and by its own pauses after that", async () => {
    await connected();
    world.socket.onclose?.({ code: 4001, reason: "the server stops; come back in 7400 ms" });
    expect(connection.status.state).toBe("reconnecting");
    await world.pass(7_399);
    expect(world.sockets).toHaveLength(1);
    await world.pass(1);
    expect(world.sockets).toHaveLength(2);
    world.socket.onclose?.({ code: 1006, reason: "" });
    await world.pass(250);
    expect(world.sockets).toHaveLength(3);
  });

  it("stays lost when the server says not to come back", async () => {
    await connected();
    world.socket.onclose?.({ code: 4500, reason: "moved" });
    expect(connection.status).toEqual({ state: "offline", since: start });
    await world.pass(600_000);
    expect(world.sockets).toHaveLength(1);
  });

  it("stays lost when there is no ticket to be had, until tried by hand", async () => {
    tickets.push(() => Promise.reject(new TicketRefused("signed out")));
    connection.start();
    await world.pass(600_000);
    expect(connection.status).toEqual({ state: "refused", reason: "signed out" });
    expect(world.sockets).toHaveLength(0);
    connection.retry();
    await settled();
    expect(world.sockets).toHaveLength(1);
  });

  it("for want of permission needs no reason", async () => {
    await connected();
    tickets.push(() => Promise.reject(new TicketRefused()));
    world.socket.onclose?.({ code: 1006, reason: "" });
    await world.pass(600_000);
    expect(connection.status).toEqual({ state: "refused", reason: undefined, since: start });
    expect(world.sockets).toHaveLength(1);
  });
});

describe("a session that the server has ended", () => {
  const over: Status = { state: "over", since: start };
  const signedOut = () => Promise.reject(new SignedOut("401"));
  const end = (code = 4503) => world.socket.onclose?.({ code, reason: "sign in again" });

  it("is over once no fresh ticket is to be had, and nothing is tried any more", async () => {
    await connected();
    tickets.push(signedOut);
    end();
    expect(connection.status.state).toBe("reconnecting");
    await settled();
    expect(connection.status).toEqual(over);
    await world.pass(600_000);
    expect(world.sockets).toHaveLength(1);
    expect(statuses.map((s) => s.state)).toEqual(["live", "reconnecting", "over"]);
  });

  it("goes on with a fresh ticket, and nobody notices", async () => {
    await connected();
    connection.watch("c");
    world.socket.hear(snapshot(4));
    tickets.push(() => Promise.resolve("fresh"));
    end();
    await settled();
    world.socket.onopen?.();
    world.socket.hear({ type: "ready", epoch: "e1", now: "2026-11-22T14:00:00Z" });
    expect(world.socket.said).toEqual([
      { type: "hello", ticket: "fresh", language: "fr" },
      { type: "watch", conversation: "c", epoch: "e1", seq: 4 },
    ]);
    expect(statuses.map((s) => s.state)).toEqual(["live", "reconnecting", "live"]);
  });

  it.each([4501, 4503])("is over when a fresh ticket is not taken either (%d)", async (code) => {
    await connected();
    end();
    await settled();
    expect(world.sockets).toHaveLength(2);
    end(code);
    await world.pass(600_000);
    expect(connection.status).toEqual(over);
    expect(world.sockets).toHaveLength(2);
  });

  it("is over when whoever gives tickets has none, for whatever reason", async () => {
    await connected();
    tickets.push(() => Promise.reject(new Error("a page to sign in, not JSON")));
    end();
    await world.pass(600_000);
    expect(connection.status).toEqual(over);
    expect(world.sockets).toHaveLength(1);
  });

  it("was never there when the first ticket is refused for it", async () => {
    tickets.push(signedOut);
    connection.start();
    await world.pass(600_000);
    expect(connection.status).toEqual({ state: "over", since: undefined });
    expect(world.sockets).toHaveLength(0);
  });

  it("ended while the line was down", async () => {
    await connected();
    world.socket.onclose?.({ code: 1006, reason: "" });
    tickets.push(signedOut);
    await world.pass(600_000);
    expect(connection.status).toEqual(over);
    expect(world.sockets).toHaveLength(1);
  });

  it("is looked for again quietly, and comes back once somebody has signed in", async () => {
    await connected();
    tickets.push(signedOut, signedOut);
    end();
    await world.pass(10_000);
    connection.lookAgain();
    connection.lookAgain();
    await settled();
    expect(tickets).toEqual([]);
    expect(statuses.at(-1)).toEqual(over);
    expect(statuses).toHaveLength(3);
    expect(world.sockets).toHaveLength(1);
    await world.pass(2_000);
    connection.lookAgain();
    await settled();
    world.socket.onopen?.();
    world.socket.hear({ type: "ready", epoch: "e1", now: "2026-11-22T14:00:12Z" });
    expect(statuses.slice(3)).toEqual([{ state: "live" }]);
  });

  it("is not looked for while there is one", async () => {
    await connected();
    connection.lookAgain();
    await settled();
    expect(world.sockets).toHaveLength(1);
    expect(connection.status).toEqual({ state: "live" });
  });
});

describe("what the agent does", () => {
  const used: DeskAction = { type: "hint.used", conversation: "c", hint: "h", id: "1" };

  it("is kept while there is no connection and sent once there is", async () => {
    connection.act(used);
    await connected();
    expect(world.socket.takeSaid()).toContainEqual(used);
    world.socket.hear({ type: "ack", id: "1", conversation: "c", seq: 9 });
    world.socket.onclose?.({ code: 1006, reason: "" });
    await world.pass(500);
    world.socket.onopen?.();
    world.socket.hear({ type: "ready" });
    expect(world.socket.said).not.toContainEqual(used);
    expect(undelivered).toEqual([]);
  });

  it("is reported when the server does not take it in, and can be sent again", async () => {
    await connected();
    world.socket.takeSaid();
    connection.act(used);
    await world.pass(10_000);
    expect(undelivered).toEqual([used]);
    connection.actAgain();
    expect(world.socket.takeSaid()).toEqual([used, used]);
  });

  it("is reported when it is refused, and not sent again", async () => {
    await connected();
    connection.act(used);
    world.socket.takeSaid();
    world.socket.hear({ type: "refused", id: "1", code: "unknown_conversation", reason: "no" });
    expect(undelivered).toEqual([used]);
    connection.actAgain();
    expect(world.socket.takeSaid()).toEqual([]);
  });
});
