import { describe, expect, it } from "vitest";
import type { Group, Point } from "../../state/checklist.ts";
import { wordsIn } from "../../translations/index.ts";
import type { ItemUpdate } from "../../wire/updates.ts";
import { countOf } from "./count.ts";

const group = (when: Group["when"], ...states: Point["state"][]): Group => ({
  stage: "solving",
  open: false,
  when,
  points: states.map((state) => ({ state, item: {} as ItemUpdate })),
});
const fr = (shown: Group) => countOf(shown, wordsIn("fr"));

describe("the head of a group", () => {
  it.each([
    [group("now", "pending", "at_risk", "done"), "2 à faire"],
    [group("future", "pending", "done"), "1 à venir"],
    [group("past", "done", "done", "missed"), "2 faits, 1 passé"],
    [group("past", "missed"), "1 passé"],
    [group("throughout", "pending"), ""],
  ])("says what is to do, else how it went (%#)", (shown, said) => {
    expect(fr(shown)).toBe(said);
  });

  it.each(["now", "past", "future"] as const)("does not count what was not needed as done (%s)", (when) => {
    expect(fr(group(when, "not_applicable"))).toBe("1 sans objet");
    expect(fr(group(when, "not_applicable", "done"))).toBe("1 fait");
    expect(fr(group(when, "contested"))).toBe("");
  });
});
