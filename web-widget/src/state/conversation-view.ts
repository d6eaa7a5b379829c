import type { Facts, Snapshot } from "../wire/frames.ts";
import type {
  CommitmentUpdate,
  HintUpdate,
  ItemUpdate,
  Stage,
  SummaryUpdate,
  TimerUpdate,
  Update,
} from "../wire/updates.ts";

/** All that is known of one conversation; made of whole updates, newest of each. Immutable. */
export interface ConversationView {
  readonly conversation: string;
  readonly epoch: string;
  /** The update it stands at. */
  readonly seq: number;
  readonly facts: Facts;
  readonly stage: Stage;
  /** In the order of the checklist. */
  readonly items: readonly ItemUpdate[];
  readonly timers: readonly TimerUpdate[];
  /** In the order they were made; without those that were withdrawn. */
  readonly commitments: readonly CommitmentUpdate[];
  /** Those that are on offer, oldest first. */
  readonly hints: readonly HintUpdate[];
  readonly summary?: SummaryUpdate;
}

/** The view a snapshot gives. */
export function open(snapshot: Snapshot): ConversationView {
  const { conversation, epoch, seq, facts, stage, items, timers, hints, summary } = snapshot;
  const commitments = snapshot.commitments ?? [];
  const view = { conversation, epoch, seq, facts, stage, items, timers, commitments, hints };
  return summary === undefined ? view : { ...view, summary };
}

/** The view after one more update, which is the next by `seq`. */
export function advance(view: ConversationView, update: Update): ConversationView {
  const next = { ...view, seq: update.seq };
  switch (update.type) {
    case "cues":
      return update.stage === undefined ? next : { ...next, stage: update.stage };
    case "item":
      return { ...next, items: put(view.items, update, (item) => item.item) };
    case "timer":
      return { ...next, timers: put(view.timers, update, (timer) => timer.timer) };
    case "commitment":
      return {
        ...next,
        commitments:
          update.state === "withdrawn"
            ? view.commitments.filter((promise) => promise.commitment !== update.commitment)
            : put(view.commitments, update, (promise) => promise.commitment),
      };
    case "hint":
      return { ...next, hints: put(view.hints, update, (hint) => hint.hint) };
    case "hint.withdrawn":
      return { ...next, hints: view.hints.filter((hint) => hint.hint !== update.hint) };
    case "summary":
      return { ...next, summary: update };
  }
}

/** Replaces the entry with the same key where it stands, or adds it at the end. */
function put<T>(entries: readonly T[], entry: T, key: (entry: T) => string): readonly T[] {
  const at = entries.findIndex((other) => key(other) === key(entry));
  return at < 0 ? [...entries, entry] : entries.with(at, entry);
}
