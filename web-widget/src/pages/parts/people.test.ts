import { expect, it } from "vitest";
import { firstName, initials } from "./people.ts";

it.each([
  ["Camille Durand", "CD"],
  ["Camille", "C"],
  ["Jean-Marie de la Tour", "JT"],
  ["  élise ", "É"],
  ["<b>🌿</b>", "·"],
  ["", "·"],
])("the disc of “%s” reads %s", (name, letters) => {
  expect(initials(name)).toBe(letters);
});

it("one speaks of a person by the first word of their name", () => {
  expect(firstName(" Inès Morel")).toBe("Inès");
  expect(firstName("")).toBe("");
});
