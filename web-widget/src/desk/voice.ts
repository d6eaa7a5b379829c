import { type Announcer, announce, quiet, read, readableAt, unsay } from "../state/announcer.ts";
import type { ConversationView } from "../state/conversation-view.ts";
import type { DraftView } from "../state/sidebar-model.ts";
import type { Loudness, Translation } from "../translations/index.ts";
import type { Finding } from "../wire/frames.ts";
import type { HintUpdate, Update } from "../wire/updates.ts";

/** Who listens: in which language, to how much, and with which key a phrase is inserted. */
export interface Listening {
  words(): Translation;
  loudness(): Loudness;
  insertKey(): string | undefined;
}

/** More than a nudge, or a reason not to send. */
function weighty(finding: Finding): boolean {
  return finding.severity !== "nudge" || finding.blocks === true;
}

/** What is read aloud of a desk: prompts and breaches, or more, or nothing; never too much at once. */
export class Voice {
  /** What the polite live region holds. */
  polite = "";
  /** What is read at once: a new breach, once a breach. */
  alert = "";
  private announcer: Announcer = quiet;
  private readonly alerted = new Set<string>();
  private prompted: string | undefined;
  private draft = "";

  constructor(private readonly to: Listening) {}

  /** Another conversation is on show. */
  turn(): void {
    this.prompted = undefined;
    this.draft = "";
    this.announcer = unsay(unsay(this.announcer, "hint"), "draft");
  }

  /** When there is something to read next, by the server's time. */
  get wake(): number | undefined {
    return readableAt(this.announcer);
  }

  read(now: number, typing: boolean): void {
    const [announcer, text] = read(this.announcer, now, typing);
    this.announcer = announcer;
    if (text !== undefined) this.polite = text;
  }

  /** The prominent hint is this one now. */
  prompt(hint: HintUpdate | undefined, now: number): void {
    const key = hint === undefined ? undefined : `${hint.hint} ${hint.severity}`;
    if (key === this.prompted) return;
    this.prompted = key;
    this.announcer = unsay(this.announcer, "hint");
    if (hint === undefined) return;
    if (hint.severity === "urgent") this.breach(hint.item, hint.title);
    else this.say("hint", this.to.words().sayPrompt(hint.title, this.to.insertKey()), now);
  }

  /** The draft was checked: what is more than a matter of taste is said, once. */
  drafted({ text, findings }: DraftView, now: number): void {
    const heard = this.to.loudness() === "all" ? findings : findings.filter(weighty);
    const [first] = heard;
    const words = first === undefined ? "" : text.slice(first.start, first.end);
    const said = first === undefined ? "" : this.to.words().sayFinding(words, first.text);
    if (said === this.draft) return;
    this.draft = said;
    this.announcer = unsay(this.announcer, "draft");
    if (said !== "") this.say("draft", said, now);
  }

  update(update: Update, now: number): void {
    if (update.type === "timer") {
      if (update.state === "breached") this.breach(update.timer, update.title);
      else this.alerted.delete(update.timer);
    }
    if (update.type === "item" && update.state === "done" && this.to.loudness() === "all") {
      this.say(`item ${update.item}`, this.to.words().sayTicked(update.title), now);
    }
  }

  /** A conversation is on show for the first time. */
  opened(view: ConversationView, now: number): void {
    if (this.to.loudness() !== "all") return;
    const due = view.items.filter((i) => i.state === "pending" || i.state === "at_risk").length;
    this.say("counts", this.to.words().sayCounts(view.hints.length, due), now);
  }

  back(now: number): void {
    this.say("connection", this.to.words().back, now);
  }

  /** Nobody is signed in any more. */
  over(now: number): void {
    this.say("connection", this.to.words().sayOver, now);
  }

  private say(topic: string, text: string, now: number): void {
    if (this.to.loudness() !== "none") {
      this.announcer = announce(this.announcer, { topic, text }, now);
    }
  }

  private breach(rule: string, title: string): void {
    if (this.alerted.has(rule) || this.to.loudness() === "none") return;
    this.alerted.add(rule);
    this.alert = this.to.words().sayBreach(title);
  }
}
