import { expect, it } from "vitest";
import type { Account } from "../../people/wire.ts";
import { matching } from "./matching.ts";

const account = (name: string, login: string): Account => ({
  id: login, name, login, roles: [], teams: [], disabled: false, provided: false,
});
const all = [account("Inès Moreau", "ines"), account("Ada Bell", "ada.b"), account("Zoé", "moreau")];

it.each([
  ["", ["ines", "ada.b", "moreau"]],
  ["  ", ["ines", "ada.b", "moreau"]],
  ["INES", ["ines"]],
  ["Ine\u0300s", ["ines"]],
  ["moreau", ["ines", "moreau"]],
  ["moreau zoe", ["moreau"]],
  ["nobody", []],
])("“%s” finds %j", (sought, logins) => {
  expect(matching(all, sought).map(({ login }) => login)).toEqual(logins);
});
