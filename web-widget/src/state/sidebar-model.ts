import type { Quoted } from "../components/evidence/evidence.ts";
import type { Use } from "../components/hint/hint.ts";
import type { Status } from "../connection/status.ts";
import type { AttentionRow, Finding, Owed } from "../wire/frames.ts";
import type { Contest } from "./checklist.ts";
import type { ConversationView } from "./conversation-view.ts";
import type { Prompter } from "./prompter.ts";
import type { Settings } from "./settings.ts";

/** What the sidebar has of the conversation: none is chosen, it is on its way, or here it is. */
export type Phase = "none" | "waiting" | "loading" | "slow" | "refused" | "ready";

/** What the check of the draft said; empty without a draft. */
export interface DraftView {
  readonly text: string;
  readonly would: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

export const noDraft: DraftView = { text: "", would: new Set(), findings: [] };

/** Everything that the sidebar shows, at one instant. */
export interface SidebarModel {
  /** The server's time, in milliseconds since 1970. */
  readonly now: number;
  readonly phase: Phase;
  readonly view?: ConversationView;
  /** Why the server does not show it, for now. */
  readonly refusal?: string;
  readonly status: Status;
  /** Back after a loss that was shown: said for a moment. */
  readonly back: boolean;
  readonly prompter: Prompter;
  readonly draft: DraftView;
  /** The host shows the findings in its own field. */
  readonly draftElsewhere: boolean;
  readonly quotes: ReadonlyMap<string, Quoted>;
  readonly contests: ReadonlyMap<string, Contest>;
  readonly attention: readonly AttentionRow[];
  /** What the agent owes from conversations that have ended. */
  readonly owed: readonly Owed[];
  readonly settings: Settings;
  readonly theme: "auto" | "light" | "dark";
  readonly mutedUntil?: number;
  /** Something the agent did has not been taken in. */
  readonly undelivered: boolean;
  readonly use: Use;
  /** Whether there is a field to go back to. */
  readonly composer: boolean;
  /** Where people sign in; undefined when that is the host's own affair. */
  readonly signIn: string | undefined;
  readonly mac: boolean;
  /** What is read aloud: politely, and at once. */
  readonly polite: string;
  readonly alert: string;
}
