import { expect, it } from "vitest";
import { fitted } from "./insert.ts";

it.each([
  ["", "", "Merci."],
  ["Bonjour", "", " Merci."],
  ["Bonjour ", "", "Merci."],
  ["Bonjour\n", "", "Merci."],
  ["", "et vous", "Merci. "],
  ["Bonjour", "et vous", " Merci. "],
  ["Bonjour ", " et vous", "Merci."],
  ["(", ")", " Merci."],
])("between “%s” and “%s” a phrase takes the spaces it needs", (before, after, expected) => {
  expect(fitted("Merci.", before, after)).toBe(expected);
});
