export type PageLanguage = "fr" | "en";
export type Theme = "light" | "dark";

const LANGUAGE = "souffleur.language";
const THEME = "souffleur.theme";

/** The language chosen on this browser, else the first of the browser's own that we speak, else English. */
export function language(): PageLanguage {
  const asked = read(LANGUAGE);
  if (asked === "fr" || asked === "en") return asked;
  for (const tag of navigator.languages) {
    const primary = tag.slice(0, 2).toLowerCase();
    if (primary === "fr" || primary === "en") return primary;
  }
  return "en";
}

export function keepLanguage(chosen: PageLanguage): void {
  keep(LANGUAGE, chosen);
}

/** The theme chosen on this browser, else the system's. */
export function theme(): Theme {
  const asked = read(THEME);
  if (asked === "light" || asked === "dark") return asked;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

export function keepTheme(chosen: Theme): void {
  keep(THEME, chosen);
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // Storage may be switched off; the page then starts afresh each time.
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    return; // As above: the choice holds for this page only.
  }
}
