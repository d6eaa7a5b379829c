import type { Finding } from "../wire/frames.ts";
import type { Severity } from "../wire/updates.ts";

/** What the sidebar tells its host, by event name; each is the `detail` of a `CustomEvent`. */
export interface HostEvents {
  /**
   * Put this into the answer, at the caret; never send it. Cancel the event when done; otherwise the
   * field given to `attachComposer` takes it.
   */
  "souffleur:insert": { readonly text: string };
  /** Replace this part of the draft; cancel the event when done. */
  "souffleur:replace": { readonly start: number; readonly end: number; readonly text: string };
  /** Show another conversation. */
  "souffleur:open": { readonly conversation: string };
  /** Bring this message into view; `message` is the channel's own key. */
  "souffleur:show-message": { readonly message: string };
  /** The caret belongs in the answer again. */
  "souffleur:focus-composer": Record<string, never>;
  /** The session is over: have the agent sign in, then call `reconnect()`. */
  "souffleur:signed-out": Record<string, never>;
  /**
   * What there is to say has changed: the hint in the prominent place, if any, and how many quiet ones
   * there are; for a host that shows a sign of it while the sidebar is folded.
   */
  "souffleur:hints": {
    readonly prominent?: { readonly hint: string; readonly severity: Severity; readonly title: string };
    readonly quiet: number;
  };
  /** What the check of the draft found, for a host that shows it in its own field. */
  "souffleur:draft-checked": {
    readonly text: string;
    readonly would: readonly { readonly item: string; readonly title: string }[];
    readonly findings: readonly Finding[];
    /** Why the house wants it not to be sent like that; the host decides. */
    readonly blocked?: string;
  };
}

/** Tells the host; gives whether the host took care of it. */
export function tellHost<K extends keyof HostEvents>(
  from: EventTarget,
  name: K,
  detail: HostEvents[K],
): boolean {
  return !from.dispatchEvent(
    new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }),
  );
}

type AsEvents = { [K in keyof HostEvents]: CustomEvent<HostEvents[K]> };

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface HTMLElementEventMap extends AsEvents {}
}
