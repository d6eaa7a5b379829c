import type { DeskAction } from "../wire/frames.ts";

type OfHint = Extract<DeskAction, { hint: string }>["type"];

/** Tells the server what the agent did, each thing under a key of its own. */
export class Teller {
  constructor(
    private readonly connection: { act(action: DeskAction): void },
    private readonly key: () => string,
  ) {}

  hint(type: OfHint, conversation: string, hint: string, comment = ""): void {
    const action = { type, conversation, hint, id: this.key() };
    this.connection.act(comment === "" ? action : { ...action, comment });
  }

  /** A hint was put away; `wrong` says why, when it was not right. */
  hidden(
    conversation: string,
    hint: string,
    wrong: { readonly wrong: string; readonly comment: string } | undefined,
  ): void {
    if (wrong === undefined) this.hint("hint.dismissed", conversation, hint);
    else {
      const comment = [wrong.wrong, wrong.comment].filter((part) => part !== "").join(": ");
      this.hint("hint.wrong", conversation, hint, comment);
    }
  }

  promise(done: "keep" | "reopen", conversation: string, commitment: string): void {
    const type = done === "keep" ? "commitment.kept" : "commitment.reopened";
    this.connection.act({ type, conversation, commitment, id: this.key() });
  }

  contested(conversation: string, item: string, comment: string): void {
    this.connection.act({ type: "item.contested", conversation, item, comment, id: this.key() });
  }
}
