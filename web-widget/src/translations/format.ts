/** The languages the widget speaks. */
export type Language = "fr" | "en";

/** Prefers what the widget speaks; anything else is read as English. */
export function languageOf(tag: string | undefined | null): Language {
  return /^fr\b/i.test(tag ?? "") ? "fr" : "en";
}

/** A space that keeps words on one line. */
export const nbsp = "\u00a0";
/** The narrow one that French puts before `;`, `!`, `?` and `%`. */
export const thin = "\u202f";

const clocks = {
  fr: new Intl.DateTimeFormat("fr", { hour: "numeric", minute: "2-digit", hourCycle: "h23" }),
  en: new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "2-digit" }),
};

/** The time of day on this desk: `14 h 09`, `2:09 PM`. `instant` in milliseconds since 1970. */
export function timeOfDay(instant: number, language: Language): string {
  const parts = clocks[language].formatToParts(instant);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? "";
  return language === "fr"
    ? `${part("hour")}${nbsp}h${nbsp}${part("minute")}`
    : `${part("hour")}:${part("minute")}${nbsp}${part("dayPeriod")}`;
}

const two = (n: number) => String(n).padStart(2, "0");

const days = {
  fr: new Intl.DateTimeFormat("fr", { weekday: "long", day: "numeric", month: "short" }),
  en: new Intl.DateTimeFormat("en-US", { weekday: "long", day: "numeric", month: "short" }),
};

/** A day by its name, from how ISO 8601 writes it: `mardi 24 nov.`, `Tuesday, Nov 24`. */
export function dayOf(day: string, language: Language): string {
  return days[language].format(new Date(`${day}T12:00:00`));
}

/** The day on this desk, as ISO 8601 writes it. */
export function isoDay(instant: number): string {
  const date = new Date(instant);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export function isToday(day: string, now: number): boolean {
  return day === isoDay(now);
}

/** A span of time split for reading; seconds are dropped from two minutes on. */
interface Span {
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number | undefined;
}

function split(milliseconds: number): Span {
  const all = Math.max(0, Math.floor(milliseconds / 1000));
  const minutes = Math.floor(all / 60);
  return {
    hours: Math.floor(minutes / 60),
    minutes: minutes % 60,
    seconds: all < 120 ? all % 60 : undefined,
  };
}

/** Time left or over, short: `0 min 19`, `1 min 12`, `42 min`, `1 h 05`. */
export function shortSpan(milliseconds: number): string {
  const { hours, minutes, seconds } = split(milliseconds);
  if (hours > 0) return `${hours}${nbsp}h${nbsp}${two(minutes)}`;
  return seconds === undefined
    ? `${minutes}${nbsp}min`
    : `${minutes}${nbsp}min${nbsp}${two(seconds)}`;
}

/** How long something has gone on, in whole minutes, from one minute on: `1 min`, `42 min`, `1 h 05`. */
export function wholeMinutes(milliseconds: number): string {
  const { hours, minutes } = split(milliseconds);
  return hours > 0 ? `${hours}${nbsp}h${nbsp}${two(minutes)}` : `${minutes}${nbsp}min`;
}

function unit(language: Language, name: string): Intl.NumberFormat {
  return new Intl.NumberFormat(language, { style: "unit", unit: name, unitDisplay: "long" });
}
const units = {
  fr: { hours: unit("fr", "hour"), minutes: unit("fr", "minute"), seconds: unit("fr", "second") },
  en: { hours: unit("en", "hour"), minutes: unit("en", "minute"), seconds: unit("en", "second") },
};

/** Time left or over, in full, for reading aloud: `1 minute 12 secondes`. */
export function spokenSpan(milliseconds: number, language: Language): string {
  const { hours, minutes, seconds } = split(milliseconds);
  const named = units[language];
  const said = [
    hours > 0 ? named.hours.format(hours) : "",
    minutes > 0 ? named.minutes.format(minutes) : "",
    seconds !== undefined && (seconds > 0 || minutes === 0) ? named.seconds.format(seconds) : "",
  ];
  return said.filter((part) => part !== "").join(" ") || named.minutes.format(0);
}

const rules = { fr: new Intl.PluralRules("fr"), en: new Intl.PluralRules("en") };
const numbers = { fr: new Intl.NumberFormat("fr"), en: new Intl.NumberFormat("en") };

/** The form that goes with `n`; zero is singular in French and plural in English. */
export function plural(n: number, language: Language, one: string, other: string): string {
  const form = rules[language].select(n) === "one" ? one : other;
  return form.replace("#", numbers[language].format(n));
}
