import type { Cure } from "../composer/editing.ts";
import type { Finding } from "../wire/frames.ts";
import type { Settings } from "../state/settings.ts";
import type { Wrong } from "../translations/index.ts";

/** Something the agent did about the conversation on show. */
export type ConversationAct =
  | { readonly act: "insert"; readonly hint: string; readonly text: string }
  | { readonly act: "copy"; readonly hint: string; readonly text: string }
  | { readonly act: "next"; readonly hint: string }
  | { readonly act: "hide"; readonly hint: string }
  | {
      readonly act: "wrong";
      readonly hint: string;
      readonly wrong: Wrong;
      readonly comment: string;
    }
  /** Takes the last hiding back. */
  | { readonly act: "undo"; readonly hint: string }
  /** The pointer or the focus is on the way back, or has left it: its time stands still, or runs. */
  | { readonly act: "hold"; readonly hint: string; readonly on: boolean }
  | { readonly act: "revive"; readonly hint: string }
  /** Wants to read a message again. */
  | { readonly act: "ask"; readonly message: string; readonly from?: string }
  /** A promise is kept, or is not after all. */
  | { readonly act: "keep" | "reopen"; readonly commitment: string }
  | { readonly act: "contest"; readonly item: string; readonly comment: string }
  | { readonly act: "cure"; readonly cure: Cure }
  | { readonly act: "leave"; readonly finding: Finding };

/** Something the agent did about the desk as a whole. */
export type DeskAct =
  | { readonly act: "show-message"; readonly message: string }
  | { readonly act: "open"; readonly conversation: string }
  /** A promise of a conversation that has ended is kept. */
  | { readonly act: "keep-other"; readonly conversation: string; readonly commitment: string }
  | { readonly act: "mute"; readonly span: number }
  | { readonly act: "unmute" }
  | { readonly act: "settings"; readonly change: Partial<Settings> }
  | { readonly act: "retry" }
  | { readonly act: "resend" }
  | { readonly act: "close-toast" }
  | { readonly act: "skip" };

/** Something the agent did in the sidebar. */
export type Act = ConversationAct | DeskAct;

/** Carries an {@link Act} up to whoever owns the conversation. */
export class ActEvent extends Event {
  static readonly type = "sf-act";

  constructor(readonly act: Act) {
    super(ActEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    "sf-act": ActEvent;
  }
}
