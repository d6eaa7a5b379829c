import { type Reader, literal, optional, record, string, boolean, count, oneOf, tagged } from "../wire/reading.ts";
import type { Read } from "../wire/reading.ts";
import { readFinding } from "../wire/frames.ts";
import { commands } from "../translations/index.ts";

/** Marks our messages among all that windows send each other, and says which edition this is. */
export const edition = "1";
const mark = { souffleur: literal(edition) };

const anything: Reader<unknown> = (value) => value;

/** What the host's page says to the frame. */
export const readToFrame = tagged({
  context: record({
    type: literal("context"),
    ...mark,
    conversation: optional(string),
    lang: optional(string),
    theme: optional(oneOf("auto", "light", "dark")),
    composer: optional(oneOf("host", "none")),
    draft: optional(oneOf("sidebar", "host")),
    folded: optional(boolean),
    signIn: optional(string),
  }),
  draft: record({ type: literal("draft"), ...mark, text: string }),
  ticket: record({
    type: literal("ticket"),
    ...mark,
    id: count,
    ticket: optional(string),
    refused: optional(boolean),
  }),
  reconnect: record({ type: literal("reconnect"), ...mark }),
  leave: record({ type: literal("leave"), ...mark, finding: readFinding }),
  command: record({ type: literal("command"), ...mark, command: oneOf(...commands) }),
});
export type ToFrame = Read<typeof readToFrame>;

/** What the frame says to the host's page. */
export const readToHost = tagged({
  /** The frame is there, or wants to hear again what it is to show. */
  ready: record({ type: literal("ready"), ...mark }),
  "ticket-wanted": record({ type: literal("ticket-wanted"), ...mark, id: count }),
  event: record({ type: literal("event"), ...mark, name: string, detail: anything }),
  /** Which keys do what; absent while they are switched off. */
  keys: record({ type: literal("keys"), ...mark, keys: optional(anything), mac: boolean }),
});
export type ToHost = Read<typeof readToHost>;

/** Reads a message of the other side; nothing when it is not one of ours. */
export function read<T>(reader: Reader<T>, data: unknown): T | undefined {
  try {
    return reader(data, "");
  } catch {
    return undefined;
  }
}
