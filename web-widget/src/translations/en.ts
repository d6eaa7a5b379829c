import {
  dayOf,
  isToday,
  isoDay,
  nbsp,
  plural,
  shortSpan,
  spokenSpan,
  timeOfDay,
  wholeMinutes,
} from "./format.ts";
import type { Translation } from "./translation.ts";

const n = (count: number, one: string, other: string) => plural(count, "en", one, other);
const time = (instant: number) => timeOfDay(instant, "en");
const aloud = (span: number) => spokenSpan(span, "en");

/** Until when something was promised. */
function by(deadline: number, day: string | undefined, now: number): string {
  if (day !== undefined) return isToday(day, now) ? "today" : `by ${dayOf(day, "en")}`;
  const that = isoDay(deadline);
  return isToday(that, now)
    ? `by ${time(deadline)}`
    : `by ${dayOf(that, "en")}, ${time(deadline)}`;
}

/** Contractions, sentence case, no space before punctuation. */
export const en: Translation = {
  lang: "en",

  region: (customer) => (customer === undefined ? "Souffleur" : `Souffleur, ${customer}`),
  skipToComposer: "Back to the reply",
  noName: "Name unknown",
  medium: { chat: "Chat", voice: "Call", email: "Email", social: "Social media" },
  since: (span) => (span < 60_000 ? "under a minute" : wholeMinutes(span)),
  address: { fr: `FR${nbsp}· vous`, en: "EN" },
  menu: "Menu",
  stages: "Stages",
  stage: {
    opening: "Opening",
    understanding: "Understanding",
    solving: "Solving",
    closing: "Closing",
    throughout: "Throughout",
  },
  stageDone: "behind you",
  stageNow: "now",

  clocks: "Clocks",
  left: shortSpan,
  over: (span) => `${shortSpan(span)} over`,
  leftAloud: (title, span) => `${title}: ${aloud(span)}`,
  overAloud: (title, span) => `${title}: ${aloud(span)} over`,
  kept: (at) => `kept at ${time(at)}`,
  paused: "on hold",

  promised: (deadline, day, now) => `Promised: ${by(deadline, day, now)}`,
  promisedTo: (name, deadline, day, now) => [
    "Promised to ",
    name,
    `: ${by(deadline, day, now)}`,
  ],
  promisedEarlier: "Promised in an earlier conversation",
  keep: "Kept",
  reopen: "Not kept yet",

  hints: "Hints",
  severity: { nudge: "Suggestion", prompt: "Now’s the moment", urgent: "Overdue" },
  why: "Why now?",
  insert: "Insert",
  inserted: "Inserted, have a look",
  copy: "Copy",
  copied: "Copied",
  anotherWording: "Another wording",
  notRight: "Not right",
  hide: "Hide",
  open: "Open the hint",
  hidden: "Hint hidden",
  noted: "Noted, thank you",
  undo: "Undo",
  dated: (at) => `From ${time(at)}`,
  wrongQuestion: "What’s wrong with it?",
  wrong: { done: "already done", off_topic: "off topic", bad_moment: "bad timing" },
  comment: "Anything to add, if you like",
  send: "Send",
  cancel: "Cancel",
  deadlineWas: (at) => `The time ran until ${time(at)}.`,
  deadlineIs: (at) => `The time runs until ${time(at)}.`,

  checklist: "Checklist",
  toDo: (count) => n(count, "# to do", "# to do"),
  done: (count) => n(count, "# done", "# done"),
  missed: (count) => n(count, "# went by", "# went by"),
  toCome: (count) => n(count, "# to come", "# to come"),
  notNeeded: (count) => n(count, "# not needed", "# not needed"),
  now: "now",
  later: "later",
  wentBy: "went by",
  unneeded: "not needed",
  inDraft: "in your draft",
  contested: "contested",
  times: (count, target) => `${count} of ${target}`,
  timesSoFar: (count, target) => `${count} of ${target}`,
  at: time,
  spokenState: {
    pending: "to do",
    at_risk: "to do now",
    done: "done",
    missed: "went by",
    not_applicable: "not needed",
    in_draft: "in your draft",
    contested: "contested",
  },

  author: { customer: "Customer", agent: "You", bot: "Bot", system: "System" },
  quote: (words) => ["“", words, "”"],
  notFound: "Looked for in your messages, not found yet.",
  seen: "Nothing to quote for this one.",
  fetching: "Getting the message…",
  gone: "The message couldn’t be read again.",
  notKept: "The text of this message isn’t kept.",
  showMessage: "Show this message in the conversation",
  source: (norms, version) =>
    [
      norms.length > 0 ? `${n(norms.length, "Norm", "Norms")} ${norms.join(", ")}` : "",
      version === undefined ? "" : `${norms.length > 0 ? "rule" : "Rule"} v${version}`,
    ]
      .filter((part) => part !== "")
      .join(", "),
  notJust: "Not right?",
  contestLabel: "Say why, in a few words",
  contestSent: (at) => `Sent at ${time(at)}. You’ll hear back within 5 days.`,

  waits: (name, span) =>
    span === undefined
      ? [name, "is waiting for you"]
      : [name, `has been waiting for ${shortSpan(span)}`],
  openOther: "Open",

  live: "Live",
  connecting: "Connecting…",
  stale: (since) => `What you see is from ${time(since)}. Reconnecting…`,
  offline: "Souffleur is offline. Your conversation carries on.",
  seenAt: (at) => `seen at ${time(at)}`,
  sessionOver: (since) =>
    since === undefined
      ? "Nobody is signed in."
      : `Your session is over. What you see is from ${time(since)}.`,
  signInToHost: "Sign in to your own application.",
  signIn: "Sign in",
  refused: (reason) =>
    reason === undefined
      ? "Souffleur isn’t open to you here: ask whoever looks after your access."
      : `Connection refused: ${reason}`,
  tryAgain: "Try again",
  back: "Live again. Nothing was lost.",
  muted: (until) => `Quiet until ${time(until)}. Items still tick.`,
  unmute: "End it",
  shortcuts: "Shortcuts",

  nothingDue: "Nothing to prompt.",
  nothingDueWhy: (customer) =>
    customer === undefined
      ? "Everything owed is done."
      : `Everything owed to ${customer} is done.`,
  noConversation: "Open a conversation and its list appears here.",
  noChecklist: "No checklist for this queue.",
  loading: "The list is on its way",
  slow: "The list is slow to come. Nothing is lost.",
  notShown: (reason) => `This conversation can’t be shown: ${reason}`,
  ended: (at) => `Conversation ended at ${time(at)}`,

  draft: "Draft",
  replace: "Replace",
  replaceBy: (words, by) => `Replace ${words} by ${by}`,
  remove: "Remove",
  mask: "Mask",
  ignore: "Leave as it is",
  andOthers: (count) => n(count, "and # more", "and # more"),
  fixFirst: (reason) => `To fix before sending: ${lower(reason)}`,
  willTick: (title) => `Sending will tick “${title}”`,
  suggestions: (count) => n(count, "# hint", "# hints"),

  undelivered: "Your note couldn’t be sent. It’s kept here.",
  sendAgain: "Send again",

  muteFor: `Quiet for 30${nbsp}min`,
  language: "Language",
  languageName: { fr: "Français", en: "English" },
  theme: "Theme",
  themeName: { auto: "System", light: "Light", dark: "Dark" },
  density: "Density",
  densityName: { comfort: "Comfortable", compact: "Compact" },
  loudness: "Read aloud",
  loudnessName: { all: "Everything", main: "What matters", none: "Nothing" },
  shortcutsOn: "Shortcuts on",
  command: {
    insert: "Insert the wording",
    next: "Another wording",
    hide: "Hide the hint",
    wrong: "Not right",
    list: "Go to the checklist",
    elsewhere: "Conversation that waits",
    undo: "Undo",
    why: "Why now",
  },
  change: (command) => `Change: ${command}`,
  pressKey: "Press a key…",
  reset: "Default keys",
  close: "Close",
  hiddenHints: "Hidden",
  showAgain: "Show again",

  sayPrompt: (title, keys) =>
    `Now’s the moment: ${lower(title)}.${keys === undefined ? "" : ` ${keys} to insert.`}`,
  sayBreach: (title) => `Overdue: ${lower(title)}.`,
  sayFinding: (words, reason) =>
    words === ""
      ? `Worth another look: ${lower(reason)}.`
      : `Worth another look, “${words}”: ${lower(reason)}.`,
  sayOver: "Your session is over, and hints have stopped. Sign in to get them back.",
  sayTicked: (title) => `Done: ${lower(title)}.`,
  sayCounts: (hints, items) => `${n(hints, "# hint", "# hints")}, ${n(items, "# item", "# items")} to do.`,
};

function lower(title: string): string {
  return title.charAt(0).toLocaleLowerCase("en") + title.slice(1);
}
