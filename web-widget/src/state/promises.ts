import type { Owed } from "../wire/frames.ts";
import type { CommitmentUpdate } from "../wire/updates.ts";
import type { Clock, ClockState } from "./clocks.ts";

/** A promise as a clock at one instant. */
export interface PromiseClock extends Clock {
  readonly promise: CommitmentUpdate;
}

/** The promises to show at `now`: those still owed, nearest deadline first, then those kept. */
export function promisesAt(
  promises: readonly CommitmentUpdate[],
  now: number,
  ended: boolean,
): readonly PromiseClock[] {
  return promises
    .filter((promise) => !ended || promise.state !== "kept")
    .map((promise) => promiseAt(promise, now))
    .sort((a, b) => rank(a) - rank(b) || a.deadline - b.deadline);
}

/** What a line is sorted by before its deadline: what is kept comes last. */
export function rank(clock: Clock): number {
  return clock.state === "met" ? 1 : 0;
}

/** One promise at `now`. An open one is late from its deadline on, whether it was told or not. */
export function promiseAt(promise: CommitmentUpdate, now: number): PromiseClock {
  const left = promise.deadline - now;
  const whole = Math.max(1, promise.deadline - promise.made);
  return {
    timer: promise.commitment,
    title: "",
    state: stateAt(promise, now),
    span: Math.abs(left),
    share: Math.min(1, Math.max(0, left / whole)),
    deadline: promise.deadline,
    at: promise.at,
    promise,
  };
}

function stateAt(promise: CommitmentUpdate, now: number): ClockState {
  if (promise.state === "kept") return "met";
  if (now >= promise.deadline) return "breached";
  return now >= promise.atRisk ? "at_risk" : "running";
}

/** The promise to point at from another conversation: the nearest that is due. */
export function dueElsewhere(owed: readonly Owed[], current: string | undefined): Owed | undefined {
  return owed
    .filter((promise) => promise.state !== "running" && promise.conversation !== current)
    .sort((a, b) => a.deadline - b.deadline)[0];
}

/** What is owed elsewhere but for one promise. */
export function withoutPromise(
  owed: readonly Owed[],
  gone: Pick<Owed, "conversation" | "commitment">,
): readonly Owed[] {
  return owed.filter(
    ({ conversation, commitment }) =>
      conversation !== gone.conversation || commitment !== gone.commitment,
  );
}
