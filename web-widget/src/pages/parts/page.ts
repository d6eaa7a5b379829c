import { keepLanguage, keepTheme, language, theme } from "../../demo/preferences.ts";
import type { PageLanguage, Theme } from "../../demo/preferences.ts";
import { loadFonts } from "../../theme/fonts.ts";
import { adoptTokens } from "../../theme/tokens.ts";
import { en } from "../texts/en.ts";
import { fr } from "../texts/fr.ts";
import type { PageTexts } from "../texts/texts.ts";

/** What a demo page says, by its language. */
export const texts: Readonly<Record<PageLanguage, PageTexts>> = { fr, en };

/** Dresses the document: tokens, fonts, theme, language. Once a page, before its elements. */
export function dress(): void {
  adoptTokens(document);
  loadFonts(document, new URL("/", location.href));
  wear(theme());
  speak(language());
}

/** Puts a theme on the document; `keep` remembers it for the next page. */
export function wear(chosen: Theme, keep = false): void {
  document.documentElement.setAttribute("theme", chosen);
  if (keep) keepTheme(chosen);
}

/** Says in which language the document is. */
export function speak(chosen: PageLanguage, keep = false): void {
  document.documentElement.lang = chosen;
  if (keep) keepLanguage(chosen);
}
