import { en } from "./en.ts";
import type { Language } from "./format.ts";
import { fr } from "./fr.ts";
import type { Translation } from "./translation.ts";

/** The words of a language. */
export function wordsIn(language: Language): Translation {
  return language === "fr" ? fr : en;
}

export { type Language, languageOf } from "./format.ts";
export type { Command, Loudness, Translation, Wrong } from "./translation.ts";
export { commands, loudnesses, wrongs } from "./translation.ts";
