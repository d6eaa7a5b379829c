/** How long news gather before they are read, in milliseconds. */
const gather = 2_000;
/** The least time between two readings, in milliseconds. */
const rest = 10_000;

/** Something worth reading aloud; the newest with the same `topic` replaces the older. */
export interface News {
  readonly topic: string;
  readonly text: string;
}

/** What waits to be read aloud politely; immutable. */
export interface Announcer {
  readonly waiting: readonly News[];
  /** When the oldest of what waits came. */
  readonly since: number;
  readonly readAt: number;
}

export const quiet: Announcer = { waiting: [], since: 0, readAt: Number.NEGATIVE_INFINITY };

/** Adds news at `now`. */
export function announce(a: Announcer, news: News, now: number): Announcer {
  const others = a.waiting.filter((other) => other.topic !== news.topic);
  return { ...a, waiting: [...others, news], since: others.length === 0 ? now : a.since };
}

/** Drops news that are no longer so. */
export function unsay(a: Announcer, topic: string): Announcer {
  return { ...a, waiting: a.waiting.filter((news) => news.topic !== topic) };
}

/** When what waits may be read. */
export function readableAt(a: Announcer): number | undefined {
  return a.waiting.length === 0 ? undefined : Math.max(a.since + gather, a.readAt + rest);
}

/** What to read at `now`, if anything; nothing is read while the agent types. */
export function read(
  a: Announcer,
  now: number,
  typing: boolean,
): readonly [Announcer, string | undefined] {
  const at = readableAt(a);
  if (typing || at === undefined || now < at) return [a, undefined];
  return [{ waiting: [], since: now, readAt: now }, a.waiting.map((n) => n.text).join(" ")];
}
