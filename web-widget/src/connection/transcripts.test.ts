import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { advance, type ConversationView, open } from "../state/conversation-view.ts";
import { readFrame } from "../wire/frames.ts";
import { Watches } from "./watches.ts";

/** What one tab heard from a server, `lost` where it came back, and what it has to show at last. */
interface Transcript {
  seed: number;
  frames: { type: string }[];
  view: { seq: number; parts: string[] };
}

const transcripts = readFileSync(`${import.meta.dirname}/../../test-data/transcripts.jsonl`, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Transcript);

/** Takes the frames as a connection does; the answers to what it asks stand in the transcript. */
function follow(frames: { type: string }[]): ConversationView | undefined {
  const watches = new Watches();
  watches.add(conversationOf(frames));
  let view: ConversationView | undefined;
  for (const raw of frames) {
    if (raw.type === "lost") {
      watches.again();
      continue;
    }
    const frame = readFrame(raw, "");
    switch (frame.type) {
      case "snapshot":
        if (watches.snapshot(frame.conversation, frame.epoch, frame.seq)) view = open(frame);
        break;
      case "resumed":
        watches.resumed(frame.conversation, frame.epoch, frame.seq);
        break;
      case "cues":
      case "item":
      case "hint":
      case "hint.withdrawn":
      case "timer":
      case "commitment":
      case "summary":
        if (watches.update(frame.conversation, frame.seq) === "use" && view !== undefined) {
          view = advance(view, frame);
        }
        break;
      case "ready":
      case "ping":
      case "pong":
      case "ack":
      case "refused":
      case "attention":
      case "draft.checked":
      case "message.shown":
        break;
    }
  }
  return view;
}

function conversationOf(frames: { type: string }[]): string {
  const snapshot = frames.find((frame) => frame.type === "snapshot");
  return (snapshot as unknown as { conversation: string }).conversation;
}

function parts(view: ConversationView): string[] {
  return [
    ...view.items.map((item) => `item ${item.item} ${item.seq}`),
    ...view.timers.map((timer) => `timer ${timer.timer} ${timer.seq}`),
    ...view.commitments.map((promise) => `promise ${promise.commitment} ${promise.seq}`),
    ...view.hints.map((hint) => `hint ${hint.hint} ${hint.seq}`),
    ...(view.summary === undefined ? [] : [`summary ${view.summary.seq}`]),
  ].sort();
}

it("a tab shows what the server's model of it shows, whatever it went through", () => {
  expect(transcripts.length).toBeGreaterThanOrEqual(200);
  for (const { seed, frames, view } of transcripts) {
    const followed = follow(frames);
    if (followed === undefined) throw new Error(`seed ${seed}: nothing is shown`);
    expect(followed.seq, `seed ${seed}`).toBe(view.seq);
    expect(parts(followed), `seed ${seed}`).toEqual([...view.parts].sort());
  }
});
