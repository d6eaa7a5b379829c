/**
 * How things stand with the server. `since` is the server's time of the last news, in milliseconds
 * since 1970; what is on screen is as old as that.
 */
export type Status =
  | { readonly state: "connecting" }
  | { readonly state: "live" }
  /** Lost for so short a time that nobody needs to know. */
  | { readonly state: "reconnecting"; readonly since: number }
  | { readonly state: "stale"; readonly since: number }
  | { readonly state: "offline"; readonly since: number | undefined }
  /** Nobody is signed in any more: the server said so, or there are no tickets without it. */
  | { readonly state: "over"; readonly since: number | undefined }
  /** The desk is not wanted; trying again will not help. Without a reason, nobody allows it. */
  | {
      readonly state: "refused";
      readonly reason: string | undefined;
      readonly since: number | undefined;
    };

/** Silence after which what is on screen counts as old, in milliseconds; pings come every 20 s. */
export const staleAfter = 25_000;
/** Silence after which the widget says that it is off, in milliseconds. */
export const offlineAfter = 60_000;

/** Since when what is on screen is no longer live; undefined while it counts as live. */
export function frozenSince(status: Status): number | undefined {
  switch (status.state) {
    case "offline":
    case "over":
    case "refused":
      return status.since;
    case "connecting":
    case "live":
    case "reconnecting":
    case "stale":
      return undefined;
  }
}

/** What the time since the last news makes of a lost connection. */
export function lost(silence: number, since: number): Status {
  if (silence >= offlineAfter) return { state: "offline", since };
  return silence >= staleAfter ? { state: "stale", since } : { state: "reconnecting", since };
}
