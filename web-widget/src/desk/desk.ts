import { quoteKey } from "../components/evidence/evidence.ts";
import { DeskConnection, type DeskListener } from "../connection/desk-connection.ts";
import type { Surroundings } from "../connection/ports.ts";
import { type Status, frozenSince } from "../connection/status.ts";
import type { Act, ConversationAct } from "../events/act-event.ts";
import { hide, hold, idle, nextWording, onShow, show, typingPause } from "../state/prompter.ts";
import { withoutPromise } from "../state/promises.ts";
import { type Phase, type SidebarModel, noDraft } from "../state/sidebar-model.ts";
import type { AttentionRow, DraftChecked, Owed, Refused } from "../wire/frames.ts";
import type { Update } from "../wire/updates.ts";
import { Session } from "./session.ts";
import { Teller } from "./teller.ts";
import { type Listening, Voice } from "./voice.ts";

/** How long “live again” is said, in milliseconds. */
const backFor = 6_000;
/** How long the server may take with a message that is wanted again, in milliseconds. */
const quotePatience = 5_000;
/** How many conversations are followed at once; the one not looked at for longest goes. */
const mostFollowed = 8;

/** What the desk asks of the page it is in. */
export interface Page extends Listening {
  /** Something on show may be different. */
  changed(): void;
  insert(text: string): void;
  copy(text: string): void;
  replace(start: number, end: number, text: string): void;
  open(conversation: string): void;
  showMessage(message: string): void;
  draftChecked(result: DraftChecked): void;
  signedOut(): void;
  /** A new key for something the agent did. */
  key(): string;
}

type Shown = Omit<
  SidebarModel,
  "settings" | "theme" | "use" | "composer" | "mac" | "draftElsewhere" | "signIn"
>;

/** One agent's desk: the connection, the conversations it follows, and what is shown of them. */
export class Desk implements DeskListener {
  private readonly connection: DeskConnection;
  private readonly sessions = new Map<string, Session>();
  private current: Session | undefined;
  private attention: readonly AttentionRow[] = [];
  private owed: readonly Owed[] = [];
  private mutedUntil: number | undefined;
  private backUntil = 0;
  private undeliveredNow = false;
  private readonly voice: Voice;
  private readonly teller: Teller;
  private lost = false;
  private cancel: () => void = () => undefined;

  constructor(
    url: string,
    ticket: () => Promise<string>,
    language: string,
    private readonly page: Page,
    private readonly around: Surroundings,
    guess?: () => number,
  ) {
    this.voice = new Voice(page);
    this.connection = new DeskConnection(url, ticket, this, around, language, guess);
    this.teller = new Teller(this.connection, () => page.key());
  }

  start(): void {
    this.connection.start();
    this.tick();
  }

  stop(): void {
    for (const session of this.sessions.values()) {
      for (const entry of session.prompter.hidden.values()) {
        if (!entry.told) this.teller.hidden(session.conversation, entry.hint.hint, entry.wrong);
      }
    }
    this.cancel();
    this.connection.stop();
  }

  /** Somebody may have signed in again. */
  lookAgain(): void {
    this.connection.lookAgain();
  }

  /** Shows another conversation, or none. */
  setConversation(conversation: string | undefined): void {
    if (this.current?.conversation === conversation) return;
    this.voice.turn();
    if (conversation === undefined) {
      this.current = undefined;
    } else {
      const known = this.sessions.get(conversation);
      const session = known ?? new Session(conversation, this.now());
      this.sessions.delete(conversation);
      this.sessions.set(conversation, session);
      this.current = session;
      this.connection.watch(conversation);
      this.forgetOldest();
    }
    this.tick();
  }

  draftChanged(text: string): void {
    this.current?.typed(text, this.now());
    this.tick();
  }

  /** Does what the agent asked for; what concerns only the page is left to it. */
  do(act: Act): void {
    const session = this.current;
    switch (act.act) {
      case "retry":
        this.connection.retry();
        break;
      case "resend":
        this.undeliveredNow = false;
        this.connection.actAgain();
        break;
      case "close-toast":
        this.undeliveredNow = false;
        break;
      case "mute":
        this.mutedUntil = this.now() + act.span;
        break;
      case "unmute":
        this.mutedUntil = undefined;
        break;
      case "open":
        this.page.open(act.conversation);
        break;
      case "show-message":
        this.page.showMessage(act.message);
        break;
      case "keep-other":
        this.owed = withoutPromise(this.owed, act);
        this.teller.promise("keep", act.conversation, act.commitment);
        break;
      case "settings":
      case "skip":
        break;
      case "insert":
      case "copy":
      case "next":
      case "hide":
      case "wrong":
      case "undo":
      case "hold":
      case "revive":
      case "ask":
      case "keep":
      case "reopen":
      case "contest":
      case "cure":
      case "leave":
        if (session !== undefined) this.doIn(session, act);
        break;
    }
    this.tick();
  }

  private doIn(session: Session, act: ConversationAct): void {
    const { conversation } = session;
    switch (act.act) {
      case "insert":
        this.page.insert(act.text);
        session.inserted(act.hint, act.text);
        this.teller.hint("hint.used", conversation, act.hint);
        return;
      case "copy":
        this.page.copy(act.text);
        this.teller.hint("hint.used", conversation, act.hint);
        return;
      case "next":
        session.prompter = nextWording(session.prompter, act.hint);
        return;
      case "hide":
      case "wrong": {
        const hint = onShow(session.prompter, act.hint);
        const wrong =
          act.act === "wrong" ? { wrong: act.wrong, comment: act.comment } : undefined;
        if (hint !== undefined) session.prompter = hide(session.prompter, hint, wrong, this.now());
        return;
      }
      case "undo":
      case "revive":
        session.prompter = show(session.prompter, act.hint);
        return;
      case "hold":
        session.prompter = hold(session.prompter, act.hint, act.on, this.now());
        return;
      case "ask":
        this.ask(session, act.message, act.from);
        return;
      case "keep":
      case "reopen":
        this.teller.promise(act.act, conversation, act.commitment);
        return;
      case "contest":
        session.contests = new Map(session.contests).set(act.item, {
          comment: act.comment,
          at: this.now(),
        });
        this.teller.contested(conversation, act.item, act.comment);
        return;
      case "cure":
        this.page.replace(act.cure.start, act.cure.end, act.cure.by);
        return;
      case "leave":
        session.leave(act.finding);
        return;
    }
  }

  /** What the sidebar shows of this desk. */
  model(): Shown {
    const session = this.current;
    return {
      now: this.now(),
      phase: this.phase(),
      status: this.connection.status,
      back: this.now() < this.backUntil,
      prompter: session?.prompter ?? idle,
      draft: session?.draft ?? noDraft,
      quotes: session?.quotes ?? new Map<string, never>(),
      contests: session?.contests ?? new Map<string, never>(),
      attention: this.attention,
      owed: this.owed,
      undelivered: this.undeliveredNow,
      polite: this.voice.polite,
      alert: this.voice.alert,
      ...(session?.refusal === undefined ? {} : { refusal: session.refusal }),
      ...(session?.view === undefined ? {} : { view: session.view }),
      ...(this.mutedUntil === undefined ? {} : { mutedUntil: this.mutedUntil }),
    };
  }

  /** The conversation that waits for this agent most, other than the one on show. */
  get other(): string | undefined {
    return this.attention
      .filter((r) => r.state !== "running" && r.conversation !== this.current?.conversation)
      .sort((a, b) => a.deadline - b.deadline)[0]?.conversation;
  }

  snapshot(snapshot: Parameters<DeskListener["snapshot"]>[0]): void {
    const session = this.sessions.get(snapshot.conversation);
    const first = session?.view === undefined;
    session?.snapshot(snapshot);
    if (first && session !== undefined && session === this.current && session.view !== undefined) {
      this.voice.opened(session.view, this.now());
    }
    this.tick();
  }

  update(update: Update): void {
    const session = this.sessions.get(update.conversation);
    session?.update(update, this.now());
    if (session !== undefined && session === this.current) this.voice.update(update, this.now());
    this.tick();
  }

  answer(frame: Parameters<DeskListener["answer"]>[0]): void {
    switch (frame.type) {
      case "attention":
        this.attention = frame.rows;
        this.owed = frame.promises ?? [];
        break;
      case "draft.checked": {
        const session =
          frame.conversation === undefined ? this.current : this.sessions.get(frame.conversation);
        session?.checked(frame);
        if (session !== undefined && session === this.current) this.page.draftChecked(frame);
        break;
      }
      case "message.shown": {
        const session = this.sessions.get(frame.conversation);
        if (session !== undefined) {
          const key = quoteKey(frame.message, frame.from);
          session.quotes = new Map(session.quotes).set(key, frame);
        }
        break;
      }
    }
    this.tick();
  }

  status(status: Status): void {
    if (status.state === "stale" || frozenSince(status) !== undefined) this.lost = true;
    if (status.state === "over") {
      this.voice.over(this.now());
      this.page.signedOut();
    }
    if (status.state === "live" && this.lost) {
      this.lost = false;
      this.backUntil = this.now() + backFor;
      this.voice.back(this.now());
    }
    this.tick();
  }

  unwatchable(refused: Refused, conversation: string): void {
    const session = this.sessions.get(conversation);
    if (session !== undefined) session.refusal = refused.reason;
    this.tick();
  }

  undelivered(): void {
    this.undeliveredNow = true;
    this.tick();
  }

  private now(): number {
    return this.connection.clock.read();
  }

  private get silent(): boolean {
    const { state } = this.connection.status;
    return this.mutedUntil !== undefined || ["offline", "over", "refused"].includes(state);
  }

  private phase(): Phase {
    const session = this.current;
    if (session === undefined) return "none";
    if (session.view !== undefined) return "ready";
    if (session.refusal !== undefined) return "refused";
    if (["over", "refused"].includes(this.connection.status.state)) return "waiting";
    const waited = this.now() - session.askedAt;
    if (waited < 400) return "waiting";
    return waited < 5_000 ? "loading" : "slow";
  }

  /** Brings everything up to now, and comes back when the next thing is due. */
  private tick(): void {
    const now = this.now();
    if (this.mutedUntil !== undefined && now >= this.mutedUntil) this.mutedUntil = undefined;
    for (const session of this.sessions.values()) {
      for (const entry of session.settle(now, this.silent)) {
        this.teller.hidden(session.conversation, entry.hint.hint, entry.wrong);
      }
    }
    const { current } = this;
    if (current !== undefined) {
      this.checkDraft(current, now);
      this.voice.prompt(current.prompter.prominent?.hint, now);
      this.voice.drafted(current.draft, now);
    }
    const typing = current !== undefined && now - current.prompter.typedAt < typingPause;
    this.voice.read(now, typing);
    this.page.changed();
    this.cancel();
    this.cancel = this.around.time.after(Math.max(20, this.nextTick(now) - now), () => {
      this.tick();
    });
  }

  private nextTick(now: number): number {
    const waits = this.current?.view === undefined ? 200 : 1_000;
    const aligned = now - (now % waits) + waits;
    const wakes = [...this.sessions.values()].map((s) => s.wake(now, this.silent));
    const all = [aligned, ...wakes, this.voice.wake].filter((at) => at !== undefined);
    return Math.min(...all.filter((at) => at > now), aligned);
  }

  private checkDraft(session: Session, now: number): void {
    if (session.checkAt === undefined || now < session.checkAt) return;
    session.checkAt = undefined;
    const { conversation, text, revision } = session;
    this.connection.say({ type: "draft", conversation, text, revision });
  }

  private ask(session: Session, message: string, from: string | undefined): void {
    const key = quoteKey(message, from);
    const put = (quoted: "asked" | "gone") => {
      session.quotes = new Map(session.quotes).set(key, quoted);
    };
    const asked = this.connection.say({
      type: "message.asked",
      conversation: session.conversation,
      message,
      ...(from === undefined ? {} : { from }),
    });
    put(asked ? "asked" : "gone");
    this.around.time.after(quotePatience, () => {
      if (session.quotes.get(key) === "asked") put("gone");
      this.page.changed();
    });
  }

  private forgetOldest(): void {
    const oldest = [...this.sessions.values()].find((session) => session !== this.current);
    if (this.sessions.size <= mostFollowed || oldest === undefined) return;
    this.sessions.delete(oldest.conversation);
    this.connection.unwatch(oldest.conversation);
  }
}
