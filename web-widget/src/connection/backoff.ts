const first = 500;
const longest = 20_000;

/**
 * How long to wait before the next attempt, in milliseconds: doubles from half a second to twenty
 * seconds, and half of it is chance, so that desks do not all come back in the same instant.
 *
 * @param attempt how many have failed already, from 0
 * @param random a number in [0, 1)
 */
export function backoff(attempt: number, random: number): number {
  const whole = Math.min(longest, first * 2 ** Math.min(attempt, 16));
  return whole / 2 + (whole / 2) * random;
}

const longestHint = 60_000;

/**
 * When a server that closed a socket wants to see this desk again, in milliseconds: it ends its
 * reason with a moment for each, so that desks do not all come back at once. Nothing where it does
 * not say, or says more than a minute.
 */
export function comeBack(reason: string): number | undefined {
  const wait = Number(/; come back in (\d{1,5}) ms$/.exec(reason)?.[1] ?? Infinity);
  return wait <= longestHint ? wait : undefined;
}
