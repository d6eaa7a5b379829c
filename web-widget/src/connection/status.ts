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
  /** The server does not want this desk; trying again will not help. */
  | { readonly state: "refused"; readonly reason: string };

/** Silence after which what is on screen counts as old, in milliseconds; pings come every 20 s. */
export const staleAfter = 25_000;
/** Silence after which the widget says that it is off, in milliseconds. */
export const offlineAfter = 60_000;

/** What the time since the last news makes of a lost connection. */
export function lost(silence: number, since: number): Status {
  if (silence >= offlineAfter) return { state: "offline", since };
  return silence >= staleAfter ? { state: "stale", since } : { state: "reconnecting", since };
}
