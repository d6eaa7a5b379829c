import {
  type Read,
  type Reader,
  boolean,
  count,
  instant,
  list,
  literal,
  mapOf,
  nullable,
  number,
  oneOf,
  optional,
  record,
  string,
  tagged,
} from "./reading.ts";

/** The course of a conversation, in order. */
export const stages = ["opening", "understanding", "solving", "closing"] as const;
export type Stage = (typeof stages)[number];

const stage = oneOf(...stages);
const author = oneOf("customer", "agent", "bot", "system");
export type Author = Read<typeof author>;
export { author as readAuthor, stage as readStage };

const itemState = oneOf("not_applicable", "pending", "at_risk", "done", "missed");
export type ItemState = Read<typeof itemState>;

const timerState = oneOf("running", "met", "breached", "stopped");
export type TimerState = Read<typeof timerState>;

/** Where words of a message are; in UTF-16 code units, `end` exclusive. */
const evidence = record({ message: string, start: count, end: count });
export type Evidence = Read<typeof evidence>;

const deadline = record({ timer: string, deadline: instant });
export type Because = Evidence | Read<typeof deadline>;
const because: Reader<Because> = (value, field) =>
  typeof value === "object" && value !== null && "timer" in value
    ? deadline(value, field)
    : evidence(value, field);

const medium = oneOf("chat", "voice", "email", "social");
export { medium as readMedium };

/** How the customer’s own words sound. */
const feeling = oneOf("unhappy", "neutral", "pleased");

const commitmentState = oneOf("open", "at_risk", "kept", "missed", "withdrawn");
export type CommitmentState = Read<typeof commitmentState>;

const head = { conversation: string, seq: count, at: instant };

const cues = record({
  type: literal("cues"),
  ...head,
  message: string,
  author,
  language: string,
  stage: optional(stage),
  cues: list(
    record({
      cue: string,
      start: count,
      end: count,
      text: string,
      confidence: number,
      value: optional((value: unknown) => value),
    }),
  ),
});

export const readItem = record({
  type: literal("item"),
  ...head,
  item: string,
  state: itemState,
  count: optional(count),
  target: optional(count),
  due: optional(instant),
  evidence: list(evidence),
  norms: list(string),
  title: string,
  stage: optional(oneOf(...stages, "throughout")),
  why: optional(string),
  checklist: optional(string),
  version: optional((value: unknown, field: string) =>
    typeof value === "number" ? String(number(value, field)) : string(value, field),
  ),
  contested: optional(record({ at: instant, comment: optional(string) })),
});

export const readHint = record({
  type: literal("hint"),
  ...head,
  hint: string,
  item: string,
  severity: oneOf("nudge", "prompt", "urgent"),
  title: string,
  text: string,
  because: list(because),
  phrases: list(string),
  lang: optional(string),
  expires: instant,
});

const hintWithdrawn = record({
  type: literal("hint.withdrawn"),
  ...head,
  hint: string,
  reason: oneOf("satisfied", "expired", "superseded", "dismissed", "budget"),
});

export const readTimer = record({
  type: literal("timer"),
  ...head,
  timer: string,
  state: timerState,
  deadline: instant,
  norms: list(string),
  title: string,
  started: instant,
  atRisk: instant,
});

/** A promise of the agent; `from` is the earlier conversation it was made in. */
export const readCommitment = record({
  type: literal("commitment"),
  ...head,
  commitment: string,
  state: commitmentState,
  deadline: instant,
  made: instant,
  atRisk: instant,
  /** The day to whose end it was promised; without it, to a time of the clock. */
  day: optional(string),
  evidence: list(evidence),
  from: optional(string),
});

export const readSummary = record({
  type: literal("summary"),
  ...head,
  score: optional(nullable(number)),
  items: mapOf(itemState),
  timers: mapOf(timerState),
  commitments: optional(mapOf(commitmentState)),
  figures: optional(mapOf(count)),
  durations: mapOf(string),
  /** How many of each rule were shown, by the highest severity they reached. */
  hints: optional(mapOf(mapOf(count))),
  medium: optional(medium),
  customer: optional(
    record({
      reason: optional(string),
      first: optional(feeling),
      last: optional(feeling),
      worst: optional(feeling),
      repetitions: count,
      resolved: optional(boolean),
    }),
  ),
});

/** What changed for those who watch a conversation; `seq` counts from 1 without gaps. */
export const readUpdate = tagged({
  cues,
  item: readItem,
  hint: readHint,
  "hint.withdrawn": hintWithdrawn,
  timer: readTimer,
  commitment: readCommitment,
  summary: readSummary,
});

export type Update = Read<typeof readUpdate>;
export type CuesUpdate = Read<typeof cues>;
export type ItemUpdate = Read<typeof readItem>;
export type HintUpdate = Read<typeof readHint>;
export type HintWithdrawn = Read<typeof hintWithdrawn>;
export type TimerUpdate = Read<typeof readTimer>;
export type CommitmentUpdate = Read<typeof readCommitment>;
export type SummaryUpdate = Read<typeof readSummary>;
export type Severity = HintUpdate["severity"];
