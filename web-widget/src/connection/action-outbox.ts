import type { DeskAction, Refused } from "../wire/frames.ts";
import type { Timekeeper } from "./ports.ts";

/** How many actions wait at most; an agent does not press more often in a lost minute. */
const capacity = 100;
/** How long the server may take before the agent is told, in milliseconds. */
const patience = 10_000;

/** What the agent did and the server has not yet taken in. */
export class ActionOutbox {
  private readonly waiting = new Map<string, DeskAction>();
  private cancel: () => void = () => undefined;

  constructor(
    private readonly time: Timekeeper,
    private readonly undelivered: (action: DeskAction, refused: Refused | undefined) => void,
  ) {}

  /** Keeps the action, sending it now where that can be done. */
  add(action: DeskAction, send: ((action: DeskAction) => void) | undefined): void {
    if (this.waiting.size >= capacity) {
      this.undelivered(action, undefined);
      return;
    }
    this.waiting.set(action.id, action);
    send?.(action);
    this.expect();
  }

  /** Sends again all that waits, in the order it was done. */
  resend(send: (action: DeskAction) => void): void {
    for (const action of this.waiting.values()) send(action);
    this.expect();
  }

  taken(id: string): void {
    this.waiting.delete(id);
    this.expect();
  }

  refused(id: string, refused: Refused): void {
    const action = this.waiting.get(id);
    this.waiting.delete(id);
    if (action !== undefined) this.undelivered(action, refused);
  }

  /** Expects no answers for now: there is no connection. What waits is kept. */
  pause(): void {
    this.cancel();
  }

  private expect(): void {
    this.cancel();
    if (this.waiting.size === 0) return;
    this.cancel = this.time.after(patience, () => {
      const [oldest] = this.waiting.values();
      if (oldest !== undefined) this.undelivered(oldest, undefined);
    });
  }
}
