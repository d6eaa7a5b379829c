import { type Keys, bindable, defaultKeys } from "../shortcuts/shortcuts.ts";
import { type Language, type Loudness, commands, loudnesses } from "../translations/index.ts";

/** What an agent chose for this desk; kept in the browser only. */
export interface Settings {
  /** Absent: as the host says. */
  readonly language?: Language;
  readonly theme?: "auto" | "light" | "dark";
  readonly density: "comfort" | "compact";
  readonly loudness: Loudness;
  readonly shortcuts: boolean;
  readonly keys: Keys;
}

export const defaultSettings: Settings = {
  density: "comfort",
  loudness: "main",
  shortcuts: true,
  keys: defaultKeys,
};

const place = "souffleur.settings";

/** What was kept, where the browser allows it; whatever can't be understood is left out. */
export function loadSettings(storage: Pick<Storage, "getItem"> | undefined): Settings {
  try {
    return readSettings(JSON.parse(storage?.getItem(place) ?? "{}"));
  } catch {
    return defaultSettings;
  }
}

export function saveSettings(storage: Pick<Storage, "setItem"> | undefined, s: Settings): void {
  try {
    storage?.setItem(place, JSON.stringify(s));
  } catch {
    // A full or forbidden storage only means that the choice lasts as long as the page.
  }
}

function readSettings(json: unknown): Settings {
  const given = (typeof json === "object" && json !== null ? json : {}) as Record<string, unknown>;
  const language = one(given["language"], ["fr", "en"]);
  const theme = one(given["theme"], ["auto", "light", "dark"]);
  return {
    ...(language === undefined ? {} : { language }),
    ...(theme === undefined ? {} : { theme }),
    density: one(given["density"], ["comfort", "compact"]) ?? "comfort",
    loudness: one(given["loudness"], loudnesses) ?? "main",
    shortcuts: given["shortcuts"] !== false,
    keys: readKeys(given["keys"]),
  };
}

function readKeys(json: unknown): Keys {
  const given = (typeof json === "object" && json !== null ? json : {}) as Record<string, unknown>;
  const codes = commands.map((command) => given[command]);
  const sound =
    codes.every((code) => typeof code === "string" && bindable(code)) &&
    new Set(codes).size === codes.length;
  return sound ? ({ ...defaultKeys, ...given }) : defaultKeys;
}

function one<const T extends string>(value: unknown, values: readonly T[]): T | undefined {
  return values.find((known) => known === value);
}

/** The browser's store for this origin, where it is to be had. */
export function localStore(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
