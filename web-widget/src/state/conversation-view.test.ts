import { describe, expect, it } from "vitest";
import type { Snapshot } from "../wire/frames.ts";
import { readUpdate, type Update } from "../wire/updates.ts";
import { advance, type ConversationView, open } from "./conversation-view.ts";

const at = "2026-11-22T14:00:00Z";
const empty: Snapshot = {
  type: "snapshot", conversation: "c", epoch: "e", seq: 0,
  facts: { medium: "chat", customer: {}, started: 0 },
  stage: "opening", items: [], timers: [], hints: [],
};

/** The same numbers for the same seed, so that a failing run can be looked at again. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function anyUpdate(seq: number, pick: (below: number) => number): Update {
  const head = { conversation: "c", seq, at };
  const name = `n${pick(4)}`;
  const choice = <T>(...values: T[]) => values[pick(values.length)];
  const json = [
    { type: "cues", ...head, message: "m", author: "agent", language: "fr", cues: [],
      stage: choice("opening", "solving", "closing") },
    { type: "item", ...head, item: name, state: choice("pending", "at_risk", "done"), evidence: [],
      norms: ["A3"], title: "Saluer" },
    { type: "hint", ...head, hint: name, item: name, severity: choice("nudge", "prompt"),
      title: "t", text: "x", because: [], phrases: [], expires: at },
    { type: "hint.withdrawn", ...head, hint: name, reason: "expired" },
    { type: "timer", ...head, timer: name, state: choice("running", "met"), deadline: at, norms: [],
      title: "t", started: at, atRisk: at },
    { type: "summary", ...head, score: null, items: {}, timers: {}, durations: {} },
  ][pick(6)];
  return readUpdate(json, "");
}

const snapshotOf = (view: ConversationView): Snapshot => ({ type: "snapshot", ...view });

describe("a view", () => {
  it("is the same whether it was followed from the start or opened half-way", () => {
    for (let seed = 0; seed < 200; seed++) {
      const pick = numbers(seed);
      const updates = Array.from({ length: 60 }, (_, i) => anyUpdate(i + 1, pick));
      const half = pick(60);
      const followed = updates.reduce(advance, open(empty));
      const opened = open(snapshotOf(updates.slice(0, half).reduce(advance, open(empty))));
      expect(updates.slice(half).reduce(advance, opened), `seed ${seed}`).toEqual(followed);
      expect(followed.seq).toBe(60);
    }
  });

  it("keeps an item where it stands in the list when its state changes", () => {
    const item = (seq: number, name: string, state: string) =>
      readUpdate({ type: "item", conversation: "c", seq, at, item: name, state, evidence: [],
        norms: [], title: name }, "");
    const view = [item(1, "a", "pending"), item(2, "b", "pending"), item(3, "a", "done")]
      .reduce(advance, open(empty));
    expect(view.items.map((i) => `${i.item} ${i.state}`)).toEqual(["a done", "b pending"]);
  });
});
