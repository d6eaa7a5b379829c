import { type Group, owed } from "../../state/checklist.ts";
import type { Translation } from "../../translations/index.ts";

/** What the head of a group says of its points: what there is to do, else how it went. */
export function countOf(group: Group, words: Translation): string {
  const toDo = group.points.filter(owed).length;
  switch (group.when) {
    case "throughout":
      return "";
    case "future":
      return toDo > 0 ? words.toCome(toDo) : settled(group, words);
    case "now":
    case "past":
      return toDo > 0 ? words.toDo(toDo) : settled(group, words);
  }
}

/** Nothing of it is to be done: that something was, or went by, or that none of it was needed. */
function settled({ points }: Group, words: Translation): string {
  const of = (state: string) => points.filter((point) => point.state === state).length;
  const [done, missed, unneeded] = [of("done"), of("missed"), of("not_applicable")];
  const went = [done > 0 ? words.done(done) : "", missed > 0 ? words.missed(missed) : ""];
  const said = went.filter((part) => part !== "").join(", ");
  return said === "" && unneeded > 0 ? words.notNeeded(unneeded) : said;
}
