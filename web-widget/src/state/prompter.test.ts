import { describe, expect, it } from "vitest";
import type { HintUpdate, Severity } from "../wire/updates.ts";
import {
  type Circumstances, type Prompter, hide, hold, idle, inserted, nextWake, nextWording, settle, show,
  shownAtLeast, tell, typed, typingPause, undoFor, undoable, withdraw,
} from "./prompter.ts";

const hint = (name: string, severity: Severity, seq = 1): HintUpdate => ({
  type: "hint", conversation: "c", seq, at: 0, hint: name, item: `item-${name}`, severity,
  title: name, text: "", because: [], phrases: ["one", "two"], expires: 1_000_000,
});
const around = (now: number, hints: HintUpdate[], more: Partial<Circumstances> = {}) => ({
  hints, would: new Set<string>(), now, silent: false, ...more,
});
const look = (p: Prompter) => [p.prominent?.hint.hint, ...p.nudges.map((n) => n.hint)];
const withdrawn = (name: string, reason: "satisfied" | "superseded" | "dismissed") => ({
  type: "hint.withdrawn" as const, conversation: "c", seq: 2, at: 0, hint: name, reason,
});

describe("the prominent hint", () => {
  it("is the most pressing; two more stand beside it, and no more", () => {
    const hints = [
      hint("n1", "nudge", 1), hint("p1", "prompt", 2), hint("u", "urgent", 3), hint("p2", "prompt", 4),
    ];
    expect(look(settle(idle, around(0, hints)))).toEqual(["u", "p1", "p2"]);
  });

  it("keeps its place when another prompt comes, and gives it to a breach", () => {
    const first = settle(idle, around(0, [hint("p2", "prompt", 5)]));
    const second = settle(first, around(9_000, [hint("p1", "prompt", 2), hint("p2", "prompt", 5)]));
    expect(look(second)).toEqual(["p2", "p1"]);
    const third = settle(second, around(9_001, [hint("u", "urgent"), hint("p2", "prompt", 5)]));
    expect(look(third)).toEqual(["u", "p2"]);
  });

  it("waits until the agent pauses, unless it is a breach", () => {
    const typing = typed(idle, 1_000);
    const c = around(1_100, [hint("p", "prompt"), hint("n", "nudge")]);
    expect(look(settle(typing, c))).toEqual([undefined]);
    expect(nextWake(typing, c)).toBe(1_000 + typingPause);
    expect(look(settle(typing, around(2_500, [...c.hints])))).toEqual(["p", "n"]);
    expect(look(settle(typing, around(1_100, [hint("u", "urgent")])))).toEqual(["u"]);
  });

  it("is withheld when the draft would satisfy it, after the least time on show", () => {
    const c = (now: number) => around(now, [hint("p", "prompt")], { would: new Set(["item-p"]) });
    expect(look(settle(idle, c(0)))).toEqual([undefined]);
    const shown = settle(idle, around(0, [hint("p", "prompt")]));
    const leaving = settle(shown, c(1_000));
    expect(look(leaving)).toEqual(["p"]);
    expect(nextWake(leaving, c(1_000))).toBe(shownAtLeast);
    expect(look(settle(leaving, c(shownAtLeast)))).toEqual([undefined]);
  });

  it("stays its four seconds when it is superseded, and goes at once when dismissed", () => {
    const shown = settle(idle, around(0, [hint("p", "prompt")]));
    const superseded = withdraw(shown, withdrawn("p", "superseded"), 1_000);
    expect(look(settle(superseded, around(3_999, [])))).toEqual(["p"]);
    expect(look(settle(superseded, around(4_000, [])))).toEqual([undefined]);
    expect(look(withdraw(shown, withdrawn("p", "dismissed"), 1_000))).toEqual([undefined]);
  });

  it("shows its check when it is followed", () => {
    const shown = settle(idle, around(0, [hint("p", "prompt")]));
    const kept = settle(withdraw(shown, withdrawn("p", "satisfied"), 9_000), around(9_100, []));
    expect(kept.prominent?.state).toBe("satisfied");
    expect(look(settle(kept, around(10_000, [])))).toEqual([undefined]);
  });

  it("stays as inserted while the draft would satisfy it", () => {
    const shown = inserted(settle(idle, around(0, [hint("p", "prompt")])), "p", true);
    const later = settle(shown, around(9_000, [hint("p", "prompt")], { would: new Set(["item-p"]) }));
    expect(later.prominent?.state).toBe("inserted");
  });

  it("says nothing when silence is wanted, and nothing that has expired", () => {
    const hints = [hint("p", "prompt"), hint("n", "nudge")];
    expect(look(settle(idle, around(0, hints, { silent: true })))).toEqual([undefined]);
    expect(look(settle(idle, around(1_000_000, hints)))).toEqual([undefined]);
  });

  it("goes through its wordings and starts again", () => {
    const shown = settle(idle, around(0, [hint("p", "prompt")]));
    const second = nextWording(shown, "p");
    expect([second.prominent?.wording, nextWording(second, "p").prominent?.wording]).toEqual([1, 0]);
  });
});

describe("a hidden hint", () => {
  const shown = settle(idle, around(0, [hint("p", "prompt")]));
  const hidden = settle(hide(shown, hint("p", "prompt"), undefined, 1_000), around(1_000, [hint("p", "prompt")]));

  it("is gone, can be had back, and is told once the way back is over", () => {
    expect(look(hidden)).toEqual([undefined]);
    expect(undoable(hidden)?.hint.hint).toBe("p");
    expect(tell(hidden, 999 + undoFor)[1]).toEqual([]);
    const [told, due] = tell(hidden, 1_000 + undoFor);
    expect(due.map((h) => h.hint.hint)).toEqual(["p"]);
    expect(tell(told, 99_000)[1]).toEqual([]);
    expect(look(settle(show(hidden, "p"), around(2_000, [hint("p", "prompt")])))).toEqual(["p"]);
  });

  it("keeps its way back while the pointer is on it", () => {
    const held = hold(hidden, "p", true, 3_000);
    expect(tell(held, 60_000)[1]).toEqual([]);
    const released = hold(held, "p", false, 60_000);
    expect(tell(released, 62_999)[1]).toEqual([]);
    expect(tell(released, 63_000)[1]).toHaveLength(1);
  });

  it("can be wanted back when the server has long let it go", () => {
    const [told] = tell(hidden, 1_000 + undoFor);
    expect(look(settle(show(told, "p"), around(2_000_000, [])))).toEqual(["p"]);
  });
});
