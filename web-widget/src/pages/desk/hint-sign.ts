import { AlarmClock, Feather, Hourglass, type IconNode } from "lucide";
import type { HostEvents } from "../../events/host-events.ts";
import { type Language, wordsIn } from "../../translations/index.ts";
import type { Severity } from "../../wire/updates.ts";

/** What there is to say, as the sidebar told it. */
export type Hints = HostEvents["souffleur:hints"];

/** How it is shown that there is something to say, where the sidebar is folded: a form and a word. */
export interface HintSign {
  readonly severity: Severity;
  readonly drawing: IconNode;
  readonly word: string;
}

const drawings: Readonly<Record<Severity, IconNode>> = {
  nudge: Feather,
  prompt: Hourglass,
  urgent: AlarmClock,
};

/** The sign for these hints; none when there is nothing to say. */
export function signOf({ prominent, quiet }: Hints, language: Language): HintSign | undefined {
  const words = wordsIn(language);
  if (prominent !== undefined) {
    const { severity } = prominent;
    return { severity, drawing: drawings[severity], word: words.severity[severity] };
  }
  if (quiet === 0) return undefined;
  return { severity: "nudge", drawing: drawings.nudge, word: words.suggestions(quiet) };
}
