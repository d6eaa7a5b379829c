import { expect, it } from "vitest";
import { comeBack } from "./backoff.ts";

it("a moment to come back is read at the end of a reason", () => {
  expect(comeBack("the server stops; come back in 0 ms")).toBe(0);
  expect(comeBack("the server stops; come back in 742 ms")).toBe(742);
  expect(comeBack("the server stops; come back in 60000 ms")).toBe(60_000);
});

it.each([
  "",
  "the server stops",
  "come back in 5 ms",
  "the server stops; come back in -5 ms",
  "the server stops; come back in 5 s",
  "the server stops; come back in 5 ms or so",
  "the server stops; come back in 60001 ms",
  "the server stops; come back in 99999999999 ms",
])("“%s” names none", (reason) => {
  expect(comeBack(reason)).toBeUndefined();
});
