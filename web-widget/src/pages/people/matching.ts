import type { Account } from "../../people/wire.ts";

/** The accounts whose name or login has every sought word in it; accents and capitals don’t matter. */
export function matching(accounts: readonly Account[], sought: string): readonly Account[] {
  const words = plain(sought).split(/\s+/u).filter((word) => word !== "");
  if (words.length === 0) return accounts;
  return accounts.filter(({ name, login }) => {
    const text = plain(`${name} ${login}`);
    return words.every((word) => text.includes(word));
  });
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
