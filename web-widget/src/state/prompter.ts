import type { HintUpdate, HintWithdrawn, Severity } from "../wire/updates.ts";
import type { Wrong } from "../translations/index.ts";

/** A hint waits until the agent has not typed for so long, in milliseconds. */
export const typingPause = 1_500;
/** A hint that was shown stays so long at least, in milliseconds. */
export const shownAtLeast = 4_000;
/** How long the check of a hint that was followed is seen, in milliseconds. */
export const checkFor = 900;
/** How long a hidden hint can be had back, in milliseconds. */
export const undoFor = 5_000;
/** How many quiet lines stand beside the prominent hint at most. */
const mostNudges = 2;

/** The one hint in the prominent place. */
export interface Prominent {
  readonly hint: HintUpdate;
  readonly since: number;
  readonly state: "shown" | "inserted" | "satisfied";
  /** Which of its phrases is offered, from 0. */
  readonly wording: number;
  /** When it goes, once it is withdrawn. */
  readonly leaves?: number;
}

/** A hint that the agent hid, and may want back. */
export interface Hidden {
  readonly hint: HintUpdate;
  readonly wrong?: { readonly wrong: Wrong; readonly comment: string };
  /** Until when it can be had back; while held, how long it still can. */
  readonly undo: { readonly until: number } | { readonly left: number };
  /** The server knows. */
  readonly told: boolean;
}

/** What is shown of the hints on offer; immutable, and every time is an argument. */
export interface Prompter {
  readonly prominent?: Prominent;
  readonly nudges: readonly HintUpdate[];
  /** By hint; oldest first. */
  readonly hidden: ReadonlyMap<string, Hidden>;
  /** Hints the agent wanted back after the server had let them go. */
  readonly revived: readonly HintUpdate[];
  readonly typedAt: number;
}

/** What the hints depend on, beside the hints. */
export interface Circumstances {
  readonly hints: readonly HintUpdate[];
  /** Items that the draft would satisfy. */
  readonly would: ReadonlySet<string>;
  /** The server's time, in milliseconds since 1970. */
  readonly now: number;
  /** Nothing is to be shown: muted, or so long without news that hints may be wrong. */
  readonly silent: boolean;
}

export const idle: Prompter = {
  nudges: [],
  hidden: new Map(),
  revived: [],
  typedAt: Number.NEGATIVE_INFINITY,
};

/** Decides anew what is shown. */
export function settle(p: Prompter, c: Circumstances): Prompter {
  const offered = [...c.hints, ...p.revived].filter((h) => !p.hidden.has(h.hint));
  const eligible = c.silent
    ? []
    : offered.filter((h) => h.expires > c.now && !c.would.has(h.item));
  const typing = c.now - p.typedAt < typingPause;
  const prominent = nextProminent(p, offered, eligible, c, typing);
  const quiet = eligible.filter((h) => h.hint !== prominent?.hint.hint);
  const nudges = quiet
    .filter((h) => !typing || p.nudges.some((n) => n.hint === h.hint))
    .sort(byWeight)
    .slice(0, mostNudges);
  const { prominent: _, ...rest } = p;
  return prominent === undefined ? { ...rest, nudges } : { ...rest, prominent, nudges };
}

/** When to decide anew though nothing happens. */
export function nextWake(p: Prompter, c: Circumstances): number | undefined {
  const instants = [
    ...(c.hints.length > 0 ? [p.typedAt + typingPause] : []),
    ...c.hints.map((h) => h.expires),
    ...(p.prominent?.leaves === undefined ? [] : [p.prominent.leaves]),
    ...[...p.hidden.values()].flatMap((h) => (!h.told && "until" in h.undo ? [h.undo.until] : [])),
  ].filter((at) => at > c.now);
  return instants.length === 0 ? undefined : Math.min(...instants);
}

function nextProminent(
  p: Prompter,
  offered: readonly HintUpdate[],
  eligible: readonly HintUpdate[],
  c: Circumstances,
  typing: boolean,
): Prominent | undefined {
  const kept = keep(p.prominent, offered, eligible, c);
  const best = eligible.filter((h) => h.severity !== "nudge").sort(byWeight)[0];
  if (best === undefined) return kept;
  const urgent = best.severity === "urgent";
  const room =
    kept === undefined ? !typing || urgent : urgent && kept.hint.severity !== "urgent";
  return room ? { hint: best, since: c.now, state: "shown", wording: 0 } : kept;
}

/** What becomes of the hint in the prominent place. */
function keep(
  current: Prominent | undefined,
  offered: readonly HintUpdate[],
  eligible: readonly HintUpdate[],
  c: Circumstances,
): Prominent | undefined {
  if (current === undefined || c.silent) return undefined;
  if (current.leaves !== undefined && !offered.some((h) => h.hint === current.hint.hint)) {
    return c.now < current.leaves ? current : undefined;
  }
  const newest = offered.find((h) => h.hint === current.hint.hint);
  if (newest === undefined) return undefined;
  const { leaves: _, ...staying } = current;
  if (current.state === "inserted" || eligible.includes(newest)) {
    return newest.severity === "nudge" ? undefined : { ...staying, hint: newest };
  }
  const leaves = Math.max(c.now, current.since + shownAtLeast);
  return c.now < leaves ? { ...staying, hint: newest, leaves } : undefined;
}

const weight: Record<Severity, number> = { urgent: 0, prompt: 1, nudge: 2 };

function byWeight(a: HintUpdate, b: HintUpdate): number {
  return weight[a.severity] - weight[b.severity] || a.seq - b.seq;
}

/** The server takes a hint back; the prominent one is seen to go. */
export function withdraw(p: Prompter, update: HintWithdrawn, now: number): Prompter {
  const current = p.prominent;
  const revived = p.revived.filter((h) => h.hint !== update.hint);
  if (current?.hint.hint !== update.hint) return { ...p, revived };
  const { prominent: _, ...rest } = { ...p, revived };
  switch (update.reason) {
    case "satisfied":
      return { ...rest, prominent: { ...current, state: "satisfied", leaves: now + checkFor } };
    case "dismissed":
      return rest;
    case "expired":
    case "superseded":
    case "budget":
      return {
        ...rest,
        prominent: { ...current, leaves: Math.max(now, current.since + shownAtLeast) },
      };
  }
}

export function typed(p: Prompter, now: number): Prompter {
  return { ...p, typedAt: now };
}

/** The draft holds the phrase, or holds it no more. */
export function inserted(p: Prompter, hint: string, on: boolean): Prompter {
  if (p.prominent?.hint.hint !== hint) return p;
  return { ...p, prominent: { ...p.prominent, state: on ? "inserted" : "shown" } };
}

export function nextWording(p: Prompter, hint: string): Prompter {
  if (p.prominent?.hint.hint !== hint) return p;
  const { prominent } = p;
  const wording = (prominent.wording + 1) % Math.max(1, prominent.hint.phrases.length);
  return { ...p, prominent: { ...prominent, wording } };
}

/** The hint of that name, if it is on show. */
export function onShow({ prominent, nudges }: Prompter, hint: string): HintUpdate | undefined {
  const shown = [...(prominent === undefined ? [] : [prominent.hint]), ...nudges];
  return shown.find((known) => known.hint === hint);
}

/** Takes a hint off the screen, for good once the time to undo is over. */
export function hide(
  p: Prompter,
  hint: HintUpdate,
  wrong: Hidden["wrong"],
  now: number,
): Prompter {
  const entry: Hidden = {
    hint,
    ...(wrong === undefined ? {} : { wrong }),
    undo: { until: now + undoFor },
    told: false,
  };
  const hidden = new Map(p.hidden).set(hint.hint, entry);
  const { prominent, ...rest } = { ...p, hidden };
  return prominent === undefined || prominent.hint.hint === hint.hint
    ? rest
    : { ...rest, prominent };
}

/** Gives a hidden hint back: as if nothing had been, or, once the server knows, on this desk only. */
export function show(p: Prompter, hint: string): Prompter {
  const entry = p.hidden.get(hint);
  if (entry === undefined) return p;
  const hidden = new Map(p.hidden);
  hidden.delete(hint);
  const revived = entry.told
    ? [...p.revived, { ...entry.hint, expires: Number.POSITIVE_INFINITY }]
    : p.revived;
  return { ...p, hidden, revived };
}

/** While the pointer or the focus is on it, the time to undo stands still. */
export function hold(p: Prompter, hint: string, on: boolean, now: number): Prompter {
  const entry = p.hidden.get(hint);
  if (entry === undefined || entry.told || on === "left" in entry.undo) return p;
  const undo =
    "until" in entry.undo
      ? { left: Math.max(0, entry.undo.until - now) }
      : { until: now + entry.undo.left };
  return { ...p, hidden: new Map(p.hidden).set(hint, { ...entry, undo }) };
}

/** The hidden hint that can still be had back, newest first. */
export function undoable(p: Prompter): Hidden | undefined {
  return [...p.hidden.values()].filter((h) => !h.told).at(-1);
}

/** Those whose time to undo is over at `now`, and the state in which the server knows of them. */
export function tell(p: Prompter, now: number): readonly [Prompter, readonly Hidden[]] {
  const due = [...p.hidden.values()].filter(
    (h) => !h.told && "until" in h.undo && h.undo.until <= now,
  );
  if (due.length === 0) return [p, due];
  const hidden = new Map(p.hidden);
  for (const entry of due) hidden.set(entry.hint.hint, { ...entry, told: true });
  return [{ ...p, hidden }, due];
}
