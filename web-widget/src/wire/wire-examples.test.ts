import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readFrame } from "./frames.ts";
import { WireError } from "./reading.ts";

const folder = `${import.meta.dirname}/../../../plugin/src/main/resources/wire-examples`;
const spoken = new Set([
  "ready", "resumed", "snapshot", "attention", "draft.checked", "message.shown", "ack", "refused",
  "ping", "pong", "cues", "item", "hint", "hint.withdrawn", "timer", "commitment", "summary",
]);

function examples(): { name: string; json: unknown }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => ({ name, json: JSON.parse(readFileSync(`${folder}/${name}`, "utf8")) as unknown }))
    .filter(({ json }) => spoken.has((json as { type: string }).type));
}

it("every golden example that a desk can hear is read", () => {
  expect(examples().length).toBeGreaterThan(15);
  for (const { name, json } of examples()) {
    expect(() => readFrame(json, ""), name).not.toThrow();
  }
});

describe("a frame that breaks the contract", () => {
  const hint = {
    type: "hint", conversation: "c", seq: 3, at: "2026-11-22T14:02:00Z", hint: "h", item: "i",
    severity: "nudge", title: "t", text: "x", because: [{ message: "m", start: 0, end: 4 }],
    phrases: ["p"], lang: "fr", expires: "2026-11-22T14:05:00Z",
  };
  it.each([
    ["an unknown severity", { ...hint, severity: "shout" }, "severity"],
    ["a missing field", { ...hint, title: undefined }, "title"],
    ["an instant without an offset", { ...hint, at: "2026-11-22T14:02:00" }, "at"],
    ["a span that is no number", { ...hint, because: [{ message: "m", start: "0", end: 4 }] },
      "because[0].start"],
    ["an unknown type", { ...hint, type: "shout" }, "type"],
    ["a type that is a name of the language", { ...hint, type: "constructor" }, "type"],
    ["no object", [hint], ""],
  ])("%s is named", (_, json, field) => {
    expect(() => readFrame(json, "")).toThrow(WireError);
    try {
      readFrame(json, "");
    } catch (error) {
      expect((error as WireError).field).toBe(field);
    }
  });
  it("a field it does not know is ignored", () => {
    expect(readFrame({ ...hint, later: true }, "")).not.toHaveProperty("later");
  });
});
