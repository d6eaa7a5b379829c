import { expect, it } from "vitest";
import { ownPage } from "./own-path.ts";

const origin = "https://souffleur.example";

it.each([
  ["/people", "https://souffleur.example/people"],
  ["/demo/desk?scene=fr#end", "https://souffleur.example/demo/desk?scene=fr#end"],
  ["/.//elsewhere.example", "https://souffleur.example//elsewhere.example"],
])("%s is a page of this server", (then, page) => {
  expect(ownPage(then, origin)).toBe(page);
});

it.each([
  null,
  "",
  "people",
  "//elsewhere.example",
  "/\\elsewhere.example",
  "/\t/elsewhere.example",
  "https://elsewhere.example/people",
  "https://souffleur.example/people",
  "javascript:alert(1)",
  "//",
])("%j leads nowhere", (then) => {
  expect(ownPage(then, origin)).toBeUndefined();
});
