/** The part of a browser's `WebSocket` that a connection needs. */
export interface Socket {
  onopen: (() => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null;
  send(text: string): void;
  close(code?: number, reason?: string): void;
}

/** Time as the connection knows it: never the device's calendar, only how long ago. */
export interface Timekeeper {
  /** Milliseconds from an arbitrary origin; never goes back, whatever happens to the clock. */
  now(): number;
  /** Calls once, after `delay` milliseconds, unless the function given back is called before. */
  after(delay: number, call: () => void): () => void;
}

/** What the connection needs of the world. */
export interface Surroundings {
  readonly time: Timekeeper;
  /** Opens a socket for the desk's subprotocol. */
  readonly open: (url: string, protocol: string) => Socket;
  /** A number in [0, 1). */
  readonly random: () => number;
}

/** The browser's socket and its monotonic clock. */
export function browser(): Surroundings {
  return {
    time: {
      now: () => performance.now(),
      after: (delay, call) => {
        const timer = setTimeout(call, delay);
        return () => {
          clearTimeout(timer);
        };
      },
    },
    open: (url, protocol) => new WebSocket(url, protocol) as Socket,
    random: Math.random,
  };
}
