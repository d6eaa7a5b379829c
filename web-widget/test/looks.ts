/** How a page is looked at. */
export interface Look<Width extends number> {
  readonly lang: "fr" | "en";
  readonly theme: "light" | "dark";
  readonly width: Width;
}

/**
 * Looks at the nth of several pages: at every width, in both languages and both themes, and over all
 * pages every pair of these. A mistake of a page is one of its words, its colours or its room, or of
 * two of them together; all combinations of the three find no more than that.
 */
export function looks<Width extends number>(
  nth: number,
  widths: readonly Width[],
): readonly Look<Width>[] {
  return widths.map((width, i) => ({
    lang: (nth + i) % 2 === 0 ? "fr" : "en",
    theme: (Math.floor(nth / 2) + i) % 2 === 0 ? "light" : "dark",
    width,
  }));
}
