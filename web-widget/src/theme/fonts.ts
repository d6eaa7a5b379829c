const families = [
  { family: "Souffleur Sans", file: "fonts/inter.woff2", weight: "100 900" },
  { family: "Souffleur Serif", file: "fonts/source-serif-4.woff2", weight: "200 900" },
];

/** Latin letters and the signs that French and English print; anything else is the system's. */
const letters =
  "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, " +
  "U+2122, U+2190-2193, U+2212, U+FEFF, U+FFFD";

/**
 * Makes both families known to the page, once; each is fetched when first used.
 *
 * @param base where the server's `fonts/` is
 */
export function loadFonts(page: Document, base: URL): void {
  for (const { family, file, weight } of families) {
    if ([...page.fonts].some((known) => known.family.replaceAll('"', "") === family)) continue;
    page.fonts.add(
      new FontFace(family, `url("${new URL(file, base).href}") format("woff2")`, {
        weight,
        display: "swap",
        unicodeRange: letters,
      }),
    );
  }
}
