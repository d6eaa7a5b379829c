import { describe, expect, it } from "vitest";
import { carried, curesOf, pieces, removal } from "./editing.ts";

describe("words taken out of a draft", () => {
  it("take one space with them", () => {
    expect(removal("oui sans souci merci", { start: 4, end: 14 })).toEqual({ start: 3, end: 14 });
    expect(removal("Sans souci merci", { start: 0, end: 10 })).toEqual({ start: 0, end: 11 });
    expect(removal("Non", { start: 0, end: 3 })).toEqual({ start: 0, end: 3 });
  });
});

describe("findings while the agent types on", () => {
  const found = [{ start: 4, end: 8 }];

  it("stay where they are when the draft grows behind them", () => {
    expect(carried(found, "Oui vous devez", "Oui vous devez payer")).toEqual(found);
  });

  it("move along when the draft grows before them", () => {
    expect(carried(found, "Oui vous devez", "Mais oui vous devez")).toEqual([{ start: 9, end: 13 }]);
  });

  it("go when their own words change", () => {
    expect(carried(found, "Oui vous devez", "Oui vos devez")).toEqual([]);
    expect(carried(found, "Oui vous devez", "")).toEqual([]);
  });
});

describe("a draft cut at its marks", () => {
  it("loses no character", () => {
    const text = "a 👩‍💻 <b>bc</b> d";
    const cut = pieces(text, [
      { start: 2, end: 7 },
      { start: 5, end: 9 },
      { start: 15, end: 99 },
    ]);
    expect(cut.map((piece) => piece.text).join("")).toBe(text);
    expect(cut.filter((piece) => piece.span)).toHaveLength(1);
  });
});

describe("what one press does about a finding", () => {
  const finding = (cue: string, replacements: readonly string[]) => ({
    cue, start: 4, end: 8, severity: "nudge", text: "", replacements,
  });

  it("is to replace the words, to mask what is personal, or to take them out", () => {
    expect(curesOf(finding("jargon", ["mot"]), "Oui, SAV, oui")).toEqual([
      { verb: "replace", start: 4, end: 8, by: "mot" },
    ]);
    expect(curesOf(finding("personal-data", ["••••"]), "Oui 1234 oui")[0]?.verb).toBe("mask");
    expect(curesOf(finding("emoji", [""]), "Oui abcd oui")).toEqual([
      { verb: "remove", start: 3, end: 8, by: "" },
    ]);
  });

  it("may be one of a few, the likeliest first", () => {
    const cures = curesOf(finding("spelling", ["a", "b", "c", "d"]), "Oui abcd oui");
    expect(cures.map((cure) => cure.by)).toEqual(["a", "b", "c"]);
  });

  it("is nothing where somebody has to think", () => {
    expect(curesOf(finding("blame", []), "Oui abcd oui")).toEqual([]);
  });
});
