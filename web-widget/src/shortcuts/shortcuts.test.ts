import { describe, expect, it } from "vitest";
import { type Press, commandOf, defaultKeys, label, rebound } from "./shortcuts.ts";

const press = (more: Partial<Press>): Press => ({
  code: "KeyI", altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, isComposing: false,
  ...more,
});

describe("a press", () => {
  it("means something with Alt alone, and never with AltGr, Shift or while composing", () => {
    expect(commandOf(press({ altKey: true }), defaultKeys, false)).toBe("insert");
    for (const more of [{}, { ctrlKey: true }, { shiftKey: true }, { metaKey: true }, { isComposing: true }]) {
      const altKey = Object.keys(more).length > 0;
      expect(commandOf(press({ altKey, ...more }), defaultKeys, false)).toBeUndefined();
    }
  });

  it("takes Ctrl on macOS, where Option writes accents", () => {
    expect(commandOf(press({ ctrlKey: true }), defaultKeys, true)).toBe("insert");
    expect(commandOf(press({ altKey: true }), defaultKeys, true)).toBeUndefined();
  });

  it("follows a key that was changed; two commands never share one", () => {
    const keys = rebound(defaultKeys, "insert", "KeyN");
    expect([keys.insert, keys.next]).toEqual(["KeyN", "KeyI"]);
    expect(label("KeyN", false)).toBe("Alt N");
  });
});
