import type { Quoted } from "../components/evidence/evidence.ts";
import { carried } from "../composer/editing.ts";
import type { Contest } from "../state/checklist.ts";
import { type ConversationView, advance, open } from "../state/conversation-view.ts";
import {
  type Circumstances,
  type Hidden,
  type Prompter,
  idle,
  inserted,
  nextWake,
  settle,
  tell,
  typed,
  withdraw,
} from "../state/prompter.ts";
import { type DraftView, noDraft } from "../state/sidebar-model.ts";
import type { DraftChecked, Finding, Snapshot } from "../wire/frames.ts";
import type { Update } from "../wire/updates.ts";

/** How long after the last key the draft is checked, in milliseconds. */
export const checkAfter = 350;

/** What this desk knows of one conversation: what the server told, and what the agent did here. */
export class Session {
  view: ConversationView | undefined;
  prompter: Prompter = idle;
  draft: DraftView = noDraft;
  quotes: ReadonlyMap<string, Quoted> = new Map();
  contests: ReadonlyMap<string, Contest> = new Map();
  /** Why the server does not show it, for now. */
  refusal: string | undefined;
  /** What the agent has typed and not sent. */
  text = "";
  revision = 0;
  /** The last revision of the draft that was answered. */
  private answered = 0;
  /** When the draft is to be checked, by the server's time. */
  checkAt: number | undefined;
  private phrase: { readonly hint: string; readonly text: string } | undefined;
  private readonly left = new Set<string>();

  constructor(
    readonly conversation: string,
    /** When it was asked for, by the server's time. */
    public askedAt: number,
  ) {}

  snapshot(snapshot: Snapshot): void {
    this.view = open(snapshot);
    this.refusal = undefined;
  }

  update(update: Update, now: number): void {
    if (this.view === undefined) return;
    this.view = advance(this.view, update);
    if (update.type === "hint.withdrawn") this.prompter = withdraw(this.prompter, update, now);
  }

  /** The agent changed the draft. */
  typed(text: string, now: number): void {
    if (text === this.text) return;
    const { draft } = this;
    this.draft = { ...draft, text, findings: carried(draft.findings, draft.text, text) };
    this.text = text;
    this.revision++;
    this.prompter = typed(this.prompter, now);
    if (this.phrase !== undefined && !text.includes(this.phrase.text)) {
      this.prompter = inserted(this.prompter, this.phrase.hint, false);
      this.phrase = undefined;
    }
    if (text.trim() === "") {
      this.draft = noDraft;
      this.checkAt = undefined;
      this.left.clear();
    } else {
      this.checkAt = now + checkAfter;
    }
  }

  /**
   * A first answer knows nothing of spelling, which is read more slowly: what was found before stays
   * where its words still stand, until a second answer for the same draft.
   */
  checked(result: DraftChecked): void {
    if (result.revision !== this.revision || this.text.trim() === "") return;
    const again = result.revision === this.answered;
    this.answered = result.revision;
    const misspelt = again ? [] : this.draft.findings.filter((f) => f.cue === "spelling");
    const findings = result.findings.filter((f) => !this.left.has(keyOf(f, this.text)));
    const spelt = findings.some((f) => f.cue === "spelling");
    this.draft = {
      text: this.text,
      would: new Set(result.would),
      findings: spelt ? findings : [...findings, ...misspelt],
    };
  }

  /** The agent wants these words as they are. */
  leave(finding: Finding): void {
    const key = keyOf(finding, this.draft.text);
    this.left.add(key);
    const findings = this.draft.findings.filter((f) => keyOf(f, this.draft.text) !== key);
    this.draft = { ...this.draft, findings };
  }

  inserted(hint: string, text: string): void {
    this.phrase = { hint, text };
    this.prompter = inserted(this.prompter, hint, true);
  }

  /** Decides what is shown; gives the hidden hints that the server is to know of now. */
  settle(now: number, silent: boolean): readonly Hidden[] {
    const [told, due] = tell(this.prompter, now);
    this.prompter = settle(told, this.circumstances(now, silent));
    return due;
  }

  /** When to settle again though nothing happens, by the server's time. */
  wake(now: number, silent: boolean): number | undefined {
    const next = nextWake(this.prompter, this.circumstances(now, silent));
    const both = [next, this.checkAt].filter((at) => at !== undefined);
    return both.length === 0 ? undefined : Math.min(...both);
  }

  private circumstances(now: number, silent: boolean): Circumstances {
    const hints = this.view?.facts.ended === undefined ? (this.view?.hints ?? []) : [];
    return { hints, would: this.draft.would, now, silent };
  }
}

function keyOf(finding: Finding, text: string): string {
  return `${finding.cue}\n${text.slice(finding.start, finding.end)}`;
}
