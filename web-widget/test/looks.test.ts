import { expect, it } from "vitest";
import { looks } from "./looks.ts";

it.each([[[320, 1280]], [[1440, 820, 320]]])("four pages at %j are seen in every pair of ways", (widths) => {
  const all = [0, 1, 2, 3].flatMap((nth) => looks(nth, widths));
  expect(all).toHaveLength(4 * widths.length);
  const pairs = new Set(
    all.flatMap(({ lang, theme, width }) => [
      `${lang} ${theme}`, `${lang} ${width}`, `${theme} ${width}`,
    ]),
  );
  expect(pairs.size).toBe(4 + 2 * widths.length + 2 * widths.length);
  for (const nth of [0, 1, 2, 3]) {
    const page = looks(nth, widths);
    expect(new Set(page.map(({ lang }) => lang)).size).toBe(2);
    expect(new Set(page.map(({ theme }) => theme)).size).toBe(2);
    expect(page.map(({ width }) => width)).toEqual(widths);
  }
});
