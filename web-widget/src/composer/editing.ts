import type { Finding } from "../wire/frames.ts";

/** A span of a draft, in UTF-16 code units, end exclusive. */
export interface DraftSpan {
  readonly start: number;
  readonly end: number;
}

/** The selection that takes these words out of the draft together with one of the spaces around them. */
export function removal(text: string, span: DraftSpan): DraftSpan {
  if (/\s/u.test(text.charAt(span.start - 1))) return { start: span.start - 1, end: span.end };
  if (/\s/u.test(text.charAt(span.end))) return { start: span.start, end: span.end + 1 };
  return span;
}

/**
 * Spans of the draft as it was, at their places in the draft as it is. What was typed is found as the
 * one stretch between the common beginning and the common end; spans that it touches are dropped.
 */
export function carried<T extends DraftSpan>(spans: readonly T[], was: string, is: string): T[] {
  if (was === is) return [...spans];
  const limit = Math.min(was.length, is.length);
  let head = 0;
  while (head < limit && was[head] === is[head]) head++;
  let tail = 0;
  while (tail < limit - head && was[was.length - 1 - tail] === is[is.length - 1 - tail]) tail++;
  const changedTo = was.length - tail;
  const shift = is.length - was.length;
  return spans.flatMap((span) => {
    if (span.end <= head) return [span];
    if (span.start >= changedTo) return [{ ...span, start: span.start + shift, end: span.end + shift }];
    return [];
  });
}

/** The draft cut at its marked spans, in order; overlapping spans keep the first. */
export function pieces<T extends DraftSpan>(
  text: string,
  spans: readonly T[],
): { readonly text: string; readonly span?: T }[] {
  const parts: { text: string; span?: T }[] = [];
  let from = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start < from || span.end > text.length || span.end <= span.start) continue;
    if (span.start > from) parts.push({ text: text.slice(from, span.start) });
    parts.push({ text: text.slice(span.start, span.end), span });
    from = span.end;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

/** What one press does about a finding: which characters go, and what comes in their place. */
export interface Cure extends DraftSpan {
  readonly verb: "replace" | "remove" | "mask";
  readonly by: string;
}

/** How many cures a finding offers; more would be a dictionary. */
const most = 3;

/**
 * The cures that a finding offers for the draft it is about, the likeliest first; none when somebody
 * has to think.
 */
export function curesOf(finding: Finding, text: string): readonly Cure[] {
  const { cue, start, end, replacements } = finding;
  return replacements.slice(0, most).map((by) => {
    if (by === "") return { verb: "remove", by, ...removal(text, finding) };
    return { verb: cue === "personal-data" ? "mask" : "replace", by, start, end };
  });
}
