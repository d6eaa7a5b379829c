/** How much of a message is quoted around the words that decided, in UTF-16 code units. */
const around = 60;

/**
 * What to quote of a message: before, the words themselves, after. Long messages are cut between
 * words, with an ellipsis. Offsets are UTF-16 code units, `end` exclusive; those outside the text
 * are moved to its ends.
 */
export function passage(
  text: string,
  start: number,
  end: number,
): readonly [before: string, marked: string, after: string] {
  const from = Math.min(Math.max(0, start), text.length);
  const to = Math.min(Math.max(from, end), text.length);
  return [
    lead(text.slice(0, from)),
    flat(text.slice(from, to)),
    trail(text.slice(to)),
  ];
}

function lead(before: string): string {
  if (before.length <= around) return flat(before).trimStart();
  const cut = before.slice(-around);
  return `… ${flat(cut.slice(cut.search(/\s/) + 1)).trimStart()}`;
}

function trail(after: string): string {
  if (after.length <= around) return flat(after).trimEnd();
  const cut = after.slice(0, around);
  const last = cut.search(/\s\S*$/);
  return `${flat(last < 0 ? cut : cut.slice(0, last)).trimEnd()} …`;
}

function flat(text: string): string {
  return text.replace(/[\n\r\t]+/g, " ");
}
