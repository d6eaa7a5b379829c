import type { TimerUpdate } from "../wire/updates.ts";

/** How long a clock that was kept stays on show, in milliseconds. */
export const keptFor = 4_000;
/** How many clocks are on show at most. */
export const mostShown = 3;

export type ClockState = "running" | "at_risk" | "breached" | "met" | "stopped";

/** A clock as it stands at one instant. */
export interface Clock {
  readonly timer: string;
  readonly title: string;
  readonly state: ClockState;
  /** Left, or over once breached; milliseconds, at least 0. */
  readonly span: number;
  /** Share of the time that is left, 0 to 1. */
  readonly share: number;
  /** When it runs out, in milliseconds since 1970. */
  readonly deadline: number;
  /** When it was met, in milliseconds since 1970. */
  readonly at: number;
}

/** The clocks to show at `now`, nearest deadline first. */
export function clocksAt(timers: readonly TimerUpdate[], now: number): readonly Clock[] {
  return timers
    .filter((timer) => shown(timer, now))
    .sort((a, b) => a.deadline - b.deadline)
    .slice(0, mostShown)
    .map((timer) => clockAt(timer, now));
}

function shown(timer: TimerUpdate, now: number): boolean {
  switch (timer.state) {
    case "running":
    case "breached":
      return true;
    case "met":
      return now - timer.at < keptFor;
    case "stopped":
      return false;
  }
}

/** One clock at `now`. A running one is breached from its deadline on, whether it was told or not. */
export function clockAt(timer: TimerUpdate, now: number): Clock {
  const left = timer.deadline - now;
  const whole = Math.max(1, timer.deadline - timer.started);
  return {
    timer: timer.timer,
    title: timer.title,
    state: stateAt(timer, now),
    span: Math.abs(left),
    share: Math.min(1, Math.max(0, left / whole)),
    deadline: timer.deadline,
    at: timer.at,
  };
}

function stateAt(timer: TimerUpdate, now: number): ClockState {
  if (timer.state === "running") {
    if (now > timer.deadline) return "breached";
    return now >= timer.atRisk ? "at_risk" : "running";
  }
  return timer.state;
}
