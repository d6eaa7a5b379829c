import { describe, expect, it } from "vitest";
import type { Owed } from "../wire/frames.ts";
import type { CommitmentUpdate, ItemUpdate, TimerUpdate } from "../wire/updates.ts";
import { announce, quiet, read, readableAt, unsay } from "./announcer.ts";
import { groups } from "./checklist.ts";
import { clocksAt } from "./clocks.ts";
import { passage } from "./passage.ts";
import { dueElsewhere, promisesAt } from "./promises.ts";
import { defaultSettings, loadSettings, saveSettings } from "./settings.ts";

describe("the clocks", () => {
  const timer = (name: string, state: TimerUpdate["state"], deadline: number, at = 0): TimerUpdate => ({
    type: "timer", conversation: "c", seq: 1, at, timer: name, state, deadline, norms: [], title: name,
    started: deadline - 100_000, atRisk: deadline - 20_000,
  });

  it("are at most three, the nearest deadline first", () => {
    const timers = [400_000, 100_000, 300_000, 200_000].map((d) => timer(String(d), "running", d));
    expect(clocksAt(timers, 0).map((c) => c.timer)).toEqual(["100000", "200000", "300000"]);
  });

  it("turn to at risk and to breached by themselves", () => {
    const states = [79_999, 80_000, 100_000, 100_001].map(
      (now) => clocksAt([timer("t", "running", 100_000)], now)[0]?.state,
    );
    expect(states).toEqual(["running", "at_risk", "at_risk", "breached"]);
  });

  it("stay four seconds once kept, and go when stopped", () => {
    expect(clocksAt([timer("t", "met", 9_000, 1_000)], 4_999)).toHaveLength(1);
    expect(clocksAt([timer("t", "met", 9_000, 1_000)], 5_000)).toEqual([]);
    expect(clocksAt([timer("t", "stopped", 9_000)], 0)).toEqual([]);
  });
});

describe("the list", () => {
  const item = (name: string, stage: ItemUpdate["stage"], state: ItemUpdate["state"]): ItemUpdate => ({
    type: "item", conversation: "c", seq: 1, at: 0, item: name, state, title: name, evidence: [],
    norms: [], ...(stage === undefined ? {} : { stage }),
  });
  const items = [
    item("a", "opening", "done"), item("b", "understanding", "pending"), item("c", "solving", "done"),
    item("d", "closing", "pending"), item("e", undefined, "pending"),
  ];

  it("begins with the current stage, then what holds throughout, what is behind, what is to come", () => {
    const shown = groups(items, "solving", new Set(), new Map());
    expect(shown.map((g) => `${g.stage} ${g.open ? "open" : "folded"}`)).toEqual([
      "solving open", "throughout open", "understanding folded", "opening folded", "closing folded",
    ]);
  });

  it("opens what the draft would tick, wherever it is", () => {
    const shown = groups(items, "solving", new Set(["d", "c"]), new Map());
    expect(shown.at(-1)).toMatchObject({ stage: "closing", open: true });
    expect(shown.at(-1)?.points[0]?.state).toBe("in_draft");
    expect(shown[0]?.points[0]?.state).toBe("done");
  });
});

describe("what is read aloud", () => {
  it("gathers for two seconds, then rests for ten; the newest of a topic wins", () => {
    const first = announce(announce(quiet, { topic: "a", text: "old" }, 0), { topic: "a", text: "new" }, 500);
    const both = announce(first, { topic: "b", text: "other" }, 1_000);
    expect(read(both, 1_999, false)[1]).toBeUndefined();
    const [after, text] = read(both, 2_500, false);
    expect(text).toBe("new other");
    const more = announce(after, { topic: "c", text: "later" }, 3_000);
    expect(readableAt(more)).toBe(12_500);
  });

  it("waits while the agent types, and drops what is no longer so", () => {
    const a = announce(quiet, { topic: "a", text: "hint" }, 0);
    expect(read(a, 60_000, true)[1]).toBeUndefined();
    expect(readableAt(unsay(a, "a"))).toBeUndefined();
  });
});

describe("a quotation", () => {
  it("is the message around the words that decided, cut between words", () => {
    const text = `${"avant ".repeat(20)}les mots${" après".repeat(20)}`;
    const from = text.indexOf("les mots");
    const [before, marked, after] = passage(text, from, from + 8);
    expect(marked).toBe("les mots");
    expect(before).toMatch(/^… avant (avant )+$/);
    expect(after).toMatch(/^( après)+ …$/);
  });

  it("never points outside the message", () => {
    expect(passage("court", 2, 99)).toEqual(["co", "urt", ""]);
    expect(passage("court", -3, -1)).toEqual(["", "", "court"]);
  });
});

describe("the settings", () => {
  it("come back as they were kept, and as the default when they can't be understood", () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    const mine = { ...defaultSettings, theme: "dark" as const, shortcuts: false };
    saveSettings(storage, mine);
    expect(loadSettings(storage)).toEqual(mine);
    for (const broken of ["{", "[]", "null", '{"keys":{"insert":"KeyA","next":"KeyA"},"theme":1}']) {
      expect(loadSettings({ getItem: () => broken })).toEqual(defaultSettings);
    }
  });
});

describe("the promises", () => {
  const promise = (
    commitment: string, state: CommitmentUpdate["state"], deadline: number, at = 0,
  ): CommitmentUpdate => ({
    type: "commitment", conversation: "c", seq: 1, at, commitment, state, deadline, made: 0,
    atRisk: deadline - 20_000, evidence: [],
  });

  it("are shown nearest deadline first, and those that were kept behind them", () => {
    const all = [
      promise("kept", "kept", 10_000), promise("late", "open", 90_000), promise("soon", "open", 50_000),
    ];
    expect(promisesAt(all, 0, false).map((p) => p.timer)).toEqual(["soon", "late", "kept"]);
    expect(promisesAt(all, 0, true).map((p) => p.timer)).toEqual(["soon", "late"]);
  });

  it("turn to at risk and to late by themselves, and stay kept", () => {
    const states = [79_999, 80_000, 99_999, 100_000].map(
      (now) => promisesAt([promise("p", "open", 100_000)], now, false)[0]?.state,
    );
    expect(states).toEqual(["running", "at_risk", "at_risk", "breached"]);
    expect(promisesAt([promise("p", "kept", 100_000, 5_000)], 200_000, false)[0]).toMatchObject({
      state: "met", at: 5_000,
    });
  });

  it("point to another conversation only when one is due, and not to the one on show", () => {
    const owed = (conversation: string, state: Owed["state"], deadline: number): Owed => ({
      conversation, commitment: "c1", state, deadline,
    });
    const all = [owed("a", "running", 1), owed("b", "breached", 2), owed("d", "at_risk", 3)];
    expect(dueElsewhere(all, undefined)?.conversation).toBe("b");
    expect(dueElsewhere(all, "b")?.conversation).toBe("d");
    expect(dueElsewhere([owed("a", "running", 1)], undefined)).toBeUndefined();
  });
});
