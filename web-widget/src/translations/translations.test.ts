import { describe, expect, it } from "vitest";
import { en } from "./en.ts";
import { shortSpan, spokenSpan, timeOfDay } from "./format.ts";
import { fr } from "./fr.ts";

/** Every text of a translation by its path; functions are asked with plausible values. */
function texts(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") {
    const argument = argumentsFor[path] ?? [2];
    return texts((value as (...a: unknown[]) => unknown)(...argument), path);
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([k, v]) => texts(v, path === "" ? k : `${path}.${k}`));
}

const argumentsFor: Record<string, unknown[]> = {
  region: ["Camille"], nothingDueWhy: ["Camille"], leftAloud: ["Délai", 72_000],
  overAloud: ["Délai", 72_000], times: [1, 2], timesSoFar: [1, 2], quote: ["mots"],
  source: [["A7"], "7"], waits: ["Nadia", 100_000], refused: ["x"], notShown: ["x"], willTick: ["x"], fixFirst: ["x"],
  sayFinding: ["x", "y"],
  change: ["x"], sayPrompt: ["Demandez", "Alt I"], sayBreach: ["Donnez"], sayTicked: ["Saluer"],
  sayCounts: [2, 3], promised: [Date.UTC(2026, 10, 24, 14), undefined, 0],
  promisedTo: ["Nadia", 0, "2026-11-24", 0],
};

const inFrench = texts(fr);
const inEnglish = new Map(texts(en));

describe("the translations", () => {
  it("differ, but for the few words that both languages write alike", () => {
    const alike = inFrench.filter(([key, text]) => inEnglish.get(key) === text).map(([key]) => key);
    expect(alike).toEqual([
      "region", "medium.chat", "address.fr", "address.en", "menu", "left",
      "promisedTo.1", "severity.nudge", "quote.1", "waits.0", "languageName.fr", "languageName.en",
      "densityName.compact",
    ]);
  });

  it("French has its spaces, its apostrophe and its quotation marks", () => {
    for (const [key, text] of inFrench) {
      expect(text, key).not.toMatch(/[^\u202f][;!?%]/);
      expect(text, key).not.toMatch(/[^\u00a0\d]:(?!\d)/);
      expect(text, key).not.toMatch(/«[^\u00a0]|[^\u00a0]»/);
      expect(text, key).not.toMatch(/['"“”]|\.\.\./);
    }
  });

  it("English has no space before punctuation, and curly marks", () => {
    for (const [key, text] of inEnglish) {
      expect(text, key).not.toMatch(/[\s\u202f\u00a0][;:!?%.,]/);
      expect(text, key).not.toMatch(/['"«»]|\.\.\./);
    }
  });

  it("zero is singular in French and plural in English", () => {
    expect([0, 1, 2].map(fr.done)).toEqual(["0 fait", "1 fait", "2 faits"]);
    expect([0, 1, 2].map(en.suggestions)).toEqual(["0 hints", "1 hint", "2 hints"]);
  });

  it("say until when something was promised, with the day where it is not today", () => {
    const two = new Date(2026, 10, 24, 14).getTime();
    const three = new Date(2026, 10, 24, 15).getTime();
    const yesterday = new Date(2026, 10, 23, 15).getTime();
    expect(fr.promised(three, undefined, two)).toBe("Promis\u00a0: avant 15\u00a0h\u00a000");
    expect(fr.promised(three, undefined, yesterday)).toBe(
      "Promis\u00a0: mardi 24 nov. avant 15\u00a0h\u00a000",
    );
    expect(fr.promised(three, "2026-11-25", two)).toBe("Promis\u00a0: mercredi 25 nov. au plus tard");
    expect(fr.promised(three, "2026-11-24", two)).toBe("Promis\u00a0: aujourd’hui");
    expect(en.promised(three, undefined, two)).toBe("Promised: by 3:00\u00a0PM");
    expect(en.promised(three, undefined, yesterday)).toBe("Promised: by Tuesday, Nov 24, 3:00\u00a0PM");
    expect(en.promisedTo("Nadia", three, "2026-11-24", two).join("")).toBe("Promised to Nadia: today");
  });

  it("write times as each language does", () => {
    const noon = new Date(2026, 10, 22, 14, 9).getTime();
    expect(timeOfDay(noon, "fr")).toBe("14\u00a0h\u00a009");
    expect(timeOfDay(noon, "en")).toBe("2:09\u00a0PM");
    expect(shortSpan(72_999)).toBe("1\u00a0min\u00a012");
    expect(shortSpan(-5)).toBe("0\u00a0min\u00a000");
    expect(shortSpan(42 * 60_000)).toBe("42\u00a0min");
    expect(shortSpan(65 * 60_000)).toBe("1\u00a0h\u00a005");
    expect([0, 59_999, 60_000, 119_999, 480_000, 3_900_000].map((span) => fr.since(span))).toEqual([
      "moins d’une minute", "moins d’une minute", "1\u00a0min", "1\u00a0min", "8\u00a0min",
      "1\u00a0h\u00a005",
    ]);
    expect(en.since(-1)).toBe("under a minute");
    expect(spokenSpan(72_000, "fr").replaceAll("\u00a0", " ")).toBe("1 minute 12 secondes");
    expect(spokenSpan(34_000, "en")).toBe("34 seconds");
    expect(spokenSpan(3_600_000, "en")).toBe("1 hour");
  });
});
