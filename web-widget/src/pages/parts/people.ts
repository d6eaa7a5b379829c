/** Up to two letters for a person's disc. */
export function initials(name: string): string {
  const words = name.split(/[\s-]+/u).filter((word) => /^\p{L}/u.test(word));
  const picked = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return picked.map((word) => firstLetter(word ?? "")).join("") || "·";
}

/** The name by which one speaks to or of a person in a chat. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? "";
}

function firstLetter(word: string): string {
  return (/\p{L}\p{M}*/u.exec(word)?.[0] ?? "").toLocaleUpperCase("fr");
}
