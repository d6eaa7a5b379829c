import {
  type Read,
  boolean,
  count,
  instant,
  list,
  literal,
  mapOf,
  oneOf,
  optional,
  record,
  string,
  tagged,
} from "./reading.ts";
import {
  readAuthor,
  readCommitment,
  readHint,
  readItem,
  readMedium,
  readStage,
  readSummary,
  readTimer,
  readUpdate,
} from "./updates.ts";

const person = record({ key: string, name: string });

const customer = record({
  key: optional(string),
  name: optional(string),
  firstName: optional(string),
  lastName: optional(string),
  title: optional(string),
  attributes: optional(mapOf((value: unknown) => value)),
});

/** Who talks with whom, how and since when. */
const facts = record({
  medium: readMedium,
  queue: optional(string),
  reason: optional(string),
  language: optional(string),
  customer,
  agent: optional(person),
  started: instant,
  ended: optional(instant),
});
export type Facts = Read<typeof facts>;

const snapshot = record({
  type: literal("snapshot"),
  conversation: string,
  epoch: string,
  seq: count,
  now: optional(instant),
  facts,
  stage: readStage,
  items: list(readItem),
  timers: list(readTimer),
  commitments: optional(list(readCommitment)),
  hints: list(readHint),
  summary: optional(readSummary),
});
export type Snapshot = Read<typeof snapshot>;

const attentionRow = record({
  conversation: string,
  customer: optional(string),
  state: oneOf("running", "at_risk", "breached"),
  deadline: instant,
  waitingSince: optional(instant),
});
export type AttentionRow = Read<typeof attentionRow>;

/** A promise of a conversation that has ended, as it falls due. */
const owed = record({
  conversation: string,
  commitment: string,
  customer: optional(string),
  state: oneOf("running", "at_risk", "breached"),
  deadline: instant,
  day: optional(string),
});
export type Owed = Read<typeof owed>;

/** Something in a draft worth another look. */
export const readFinding = record({
  cue: string,
  start: count,
  end: count,
  severity: string,
  text: string,
  replacements: list(string),
  item: optional(string),
  missing: optional(boolean),
  blocks: optional(boolean),
});
export type Finding = Read<typeof readFinding>;

const draftChecked = record({
  type: literal("draft.checked"),
  conversation: optional(string),
  revision: count,
  would: list(string),
  findings: list(readFinding),
});
export type DraftChecked = Read<typeof draftChecked>;

const messageShown = record({
  type: literal("message.shown"),
  conversation: string,
  message: string,
  author: readAuthor,
  at: instant,
  text: string,
  from: optional(string),
  forgotten: optional(boolean),
});
export type MessageShown = Read<typeof messageShown>;

const frames = {
  ready: record({
    type: literal("ready"),
    epoch: optional(string),
    now: optional(instant),
    agent: optional(person),
  }),
  resumed: record({ type: literal("resumed"), conversation: string, epoch: string, seq: count }),
  snapshot,
  attention: record({
    type: literal("attention"),
    rows: list(attentionRow),
    promises: optional(list(owed)),
  }),
  "draft.checked": draftChecked,
  "message.shown": messageShown,
  ack: record({
    type: literal("ack"),
    id: string,
    conversation: optional(string),
    seq: optional(count),
  }),
  refused: record({
    type: literal("refused"),
    code: string,
    reason: string,
    id: optional(string),
    conversation: optional(string),
    field: optional(string),
  }),
  ping: record({ type: literal("ping"), now: instant }),
  pong: record({ type: literal("pong"), now: optional(instant) }),
  cues: readUpdate,
  item: readUpdate,
  hint: readUpdate,
  "hint.withdrawn": readUpdate,
  timer: readUpdate,
  commitment: readUpdate,
  summary: readUpdate,
};

/** Checks whatever a server says to a desk. */
export const readFrame = tagged(frames);

export type ServerFrame = Read<typeof readFrame>;
export type Refused = Read<(typeof frames)["refused"]>;

/** What an agent does with a hint, an item or a promise; answered by `ack` or `refused` with the same `id`. */
export type DeskAction =
  | {
      readonly type: "hint.used" | "hint.dismissed" | "hint.wrong";
      readonly conversation: string;
      readonly hint: string;
      readonly id: string;
      readonly comment?: string;
    }
  | {
      readonly type: "item.contested";
      readonly conversation: string;
      readonly item: string;
      readonly id: string;
      readonly comment?: string;
    }
  | {
      readonly type: "commitment.kept" | "commitment.reopened";
      readonly conversation: string;
      readonly commitment: string;
      readonly id: string;
    };

/** What a desk says to the server. */
export type DeskFrame =
  | { readonly type: "hello"; readonly ticket: string; readonly language?: string }
  | {
      readonly type: "watch";
      readonly conversation: string;
      readonly epoch?: string;
      readonly seq?: number;
    }
  | { readonly type: "unwatch"; readonly conversation: string }
  | {
      readonly type: "draft";
      readonly conversation: string;
      readonly text: string;
      readonly revision: number;
    }
  | {
      readonly type: "message.asked";
      readonly conversation: string;
      readonly message: string;
      readonly from?: string;
    }
  | { readonly type: "pong"; readonly now?: string }
  | DeskAction;
