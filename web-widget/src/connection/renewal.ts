import type { Timekeeper } from "./ports.ts";

/** The close codes of a ticket that is not taken, and of a session that has ended. */
const over: readonly number[] = [4501, 4503];
/** A fresh ticket that opens no desk for this long, in milliseconds, is not followed by another. */
const trial = 60_000;
/** The least time between two looks whether somebody has signed in again, in milliseconds. */
const lookAgain = 2_000;

/** What is still worth asking for once the server knows nobody here any more. */
export class Renewal {
  private begunAt = Number.NEGATIVE_INFINITY;
  private lookedAt = Number.NEGATIVE_INFINITY;
  private waiting = false;

  constructor(private readonly time: Timekeeper) {}

  /** Whether a server that closes with this code knows nobody here any more. */
  static isDue(code: number): boolean {
    return over.includes(code);
  }

  /** A fresh ticket is on its way, the last attempt. */
  get underWay(): boolean {
    return this.waiting;
  }

  /** Whether a fresh ticket may help; not when it was just tried. */
  begin(): boolean {
    const now = this.time.now();
    if (now - this.begunAt < trial) return false;
    this.begunAt = now;
    this.waiting = true;
    return true;
  }

  /** There is a ticket, or there will be none. */
  end(): void {
    this.waiting = false;
  }

  /** Whether it is worth looking if somebody has signed in again. */
  maySee(): boolean {
    const now = this.time.now();
    if (now - this.lookedAt < lookAgain) return false;
    this.lookedAt = now;
    return true;
  }
}
