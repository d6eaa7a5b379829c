import { describe, expect, it } from "vitest";
import { emptyChat, received, threadOf, waitingSince } from "./chat-state.ts";
import type { ChatAuthor, ChatMessage, ChatRoom } from "./wire.ts";

const row: ChatRoom = { room: "r1", customer: "Camille", language: "fr", ended: false };

function said(id: number, author: ChatAuthor, minute: number): ChatMessage {
  const at = `2026-11-22T14:${String(minute).padStart(2, "0")}:00Z`;
  return { id: String(id), author, name: "", text: "…", at };
}

function thread(...messages: ChatMessage[]) {
  return threadOf(received(emptyChat, { type: "history", room: "r1", messages }), "r1");
}

describe("how long a customer has been waiting", () => {
  it("counts from the first of the messages that nobody answered", () => {
    const waits = thread(said(1, "agent", 1), said(2, "customer", 2), said(3, "customer", 5));
    expect(waitingSince(row, waits)).toBe("2026-11-22T14:02:00Z");
  });

  it("ends with an answer, and with the conversation", () => {
    expect(waitingSince(row, thread(said(1, "customer", 1), said(2, "agent", 2)))).toBeUndefined();
    const ended = received(
      received(emptyChat, { type: "said", room: "r1", message: said(1, "customer", 1) }),
      { type: "ended", room: "r1" },
    );
    expect(waitingSince(row, threadOf(ended, "r1"))).toBeUndefined();
  });

  it("is taken from the list while the messages are not here yet", () => {
    const last = { author: "customer", text: "…", at: "2026-11-22T14:03:00Z" } as const;
    expect(waitingSince({ ...row, last }, thread())).toBe("2026-11-22T14:03:00Z");
  });
});

describe("messages", () => {
  it("stand in the order of their times, however they arrive", () => {
    const news = [said(2, "agent", 2), said(1, "customer", 1)];
    expect(thread(...news).messages.map(({ id }) => id)).toEqual(["1", "2"]);
  });

  it("end their author’s “is writing”", () => {
    const typing = received(emptyChat, {
      type: "typing",
      room: "r1",
      author: "customer",
      active: true,
    });
    const after = received(typing, { type: "said", room: "r1", message: said(1, "customer", 1) });
    expect(threadOf(after, "r1").typing).toEqual([]);
  });
});
