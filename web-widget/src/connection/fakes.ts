import type { Socket, Surroundings } from "./ports.ts";

/** A socket whose other end is the test. */
export class FakeSocket implements Socket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { readonly data: unknown }) => void) | null = null;
  onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null = null;
  /** What the widget said, oldest first. */
  readonly said: Record<string, unknown>[] = [];
  closed = false;

  send(text: string): void {
    this.said.push(JSON.parse(text) as Record<string, unknown>);
  }

  close(): void {
    this.closed = true;
  }

  hear(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  /** What was said since the last call. */
  takeSaid(): Record<string, unknown>[] {
    return this.said.splice(0);
  }
}

/** A world in which time passes only when the test says so. */
export class FakeSurroundings implements Surroundings {
  readonly sockets: FakeSocket[] = [];
  private millis = 1_000;
  private timers: { at: number; call: () => void }[] = [];

  readonly time = {
    now: () => this.millis,
    after: (delay: number, call: () => void) => {
      const timer = { at: this.millis + delay, call };
      this.timers.push(timer);
      return () => {
        this.timers = this.timers.filter((other) => other !== timer);
      };
    },
  };

  readonly open = (): Socket => {
    const socket = new FakeSocket();
    this.sockets.push(socket);
    return socket;
  };

  readonly random = (): number => 0;

  /** The newest socket. */
  get socket(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (socket === undefined) throw new Error("no socket was opened");
    return socket;
  }

  /** Lets time pass, firing each timer at its own instant, and what they promised. */
  async pass(span: number): Promise<void> {
    const until = this.millis + span;
    await settled();
    for (;;) {
      const next = this.timers.filter((t) => t.at <= until).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.timers = this.timers.filter((t) => t !== next);
      this.millis = next.at;
      next.call();
      await settled();
    }
    this.millis = until;
  }
}

/** Lets promises that are already kept have their say. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 10; i++) await Promise.resolve();
}
