import { type ItemState, type ItemUpdate, type Stage, stages } from "../wire/updates.ts";

/** A point of the list, with what only this desk knows of it. */
export interface Point {
  readonly item: ItemUpdate;
  readonly state: ItemState | "in_draft" | "contested";
  /** What the agent said against it, once sent. */
  readonly contest?: Contest;
}

export interface Contest {
  readonly comment: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Points that belong to one stage, as they are shown together. */
export interface Group {
  readonly stage: Stage | "throughout";
  readonly points: readonly Point[];
  readonly open: boolean;
  readonly when: "now" | "throughout" | "past" | "future";
}

/** Beyond so many in a group, points that do not apply fold away. */
export const fewUnneeded = 2;

/**
 * The list in the order it is shown: the current stage, what holds throughout, what is behind with
 * the newest first, then what is to come. What is behind or to come is folded, unless something in
 * it wants to be seen.
 */
export function groups(
  items: readonly ItemUpdate[],
  stage: Stage,
  would: ReadonlySet<string>,
  contests: ReadonlyMap<string, Contest>,
): readonly Group[] {
  const now = stages.indexOf(stage);
  const order: readonly (Stage | "throughout")[] = [
    stage,
    "throughout",
    ...stages.slice(0, now).reverse(),
    ...stages.slice(now + 1),
  ];
  return order
    .map((name) => {
      const points = items
        .filter((item) => (item.stage ?? "throughout") === name)
        .map((item) => pointOf(item, would, contests));
      const when = whenOf(name, now);
      const open = when === "now" || when === "throughout" || points.some(wantsToBeSeen);
      return { stage: name, points, open, when };
    })
    .filter((group) => group.points.length > 0);
}

function whenOf(name: Stage | "throughout", now: number): Group["when"] {
  if (name === "throughout") return "throughout";
  const at = stages.indexOf(name);
  if (at === now) return "now";
  return at < now ? "past" : "future";
}

function pointOf(
  item: ItemUpdate,
  would: ReadonlySet<string>,
  contests: ReadonlyMap<string, Contest>,
): Point {
  const contest = contests.get(item.item) ?? known(item);
  if (contest !== undefined) return { item, state: "contested", contest };
  const waits = item.state === "pending" || item.state === "at_risk";
  return { item, state: waits && would.has(item.item) ? "in_draft" : item.state };
}

/** What the server has of it, as after the page was loaded anew. */
function known({ contested }: ItemUpdate): Contest | undefined {
  return contested && { comment: contested.comment ?? "", at: contested.at };
}

function wantsToBeSeen(point: Point): boolean {
  return point.state === "at_risk" || point.state === "in_draft";
}

/** Whether something is still owed: the opposite of having nothing to prompt. */
export function owed(point: Point): boolean {
  return point.state === "pending" || point.state === "at_risk" || point.state === "in_draft";
}
