import {
  type DeskAction,
  type DeskFrame,
  type Refused,
  type ServerFrame,
  type Snapshot,
  readFrame,
} from "../wire/frames.ts";
import { WireError } from "../wire/reading.ts";
import type { Update } from "../wire/updates.ts";
import { ActionOutbox } from "./action-outbox.ts";
import { backoff, comeBack } from "./backoff.ts";
import { SignedOut, TicketRefused } from "./no-ticket.ts";
import type { Socket, Surroundings } from "./ports.ts";
import { Renewal } from "./renewal.ts";
import { ServerClock } from "./server-clock.ts";
import { type Status, lost, offlineAfter, staleAfter } from "./status.ts";
import { Watches } from "./watches.ts";

type Answer = Extract<ServerFrame, { type: "attention" | "draft.checked" | "message.shown" }>;

/** What a connection tells its owner; every call comes after the frame was checked. */
export interface DeskListener {
  snapshot(snapshot: Snapshot): void;
  update(update: Update): void;
  answer(frame: Answer): void;
  status(status: Status): void;
  /** A conversation can't be watched, for now; it is asked for again. */
  unwatchable(refused: Refused, conversation: string): void;
  /** Something the agent did was refused, or has not been taken in by the server for a while. */
  undelivered(action: DeskAction, refused: Refused | undefined): void;
}

/** How long to wait before asking again for a conversation that the server does not have yet. */
const watchAgain = 2_000;
/** The subprotocol of the desk's door. */
const protocol = "souffleur.desk.v1";
/** How long a new socket may take to say that it is ready, in milliseconds. */
const handshake = 10_000;

/**
 * The one WebSocket between a widget and its server: says hello with a fresh ticket, watches,
 * notices silence, comes back by itself and goes on where it stopped. Knows nothing of the page.
 */
export class DeskConnection {
  readonly clock: ServerClock;
  private readonly watches = new Watches();
  private readonly outbox: ActionOutbox;
  private readonly renewal: Renewal;
  private socket: Socket | undefined;
  private ready = false;
  private running = false;
  private failures = 0;
  private heard: number | undefined;
  private heardAt: number | undefined;
  private shown: Status = { state: "connecting" };
  private cancelAttempt: () => void = () => undefined;
  private cancelSilence: () => void = () => undefined;
  private attempt = 0;

  /**
   * @param url of the desk's door, `wss://…/v1/desk`
   * @param ticket gives a fresh ticket each time; throws {@link TicketRefused} when there is none
   */
  constructor(
    private readonly url: string,
    private readonly ticket: () => Promise<string>,
    private readonly listener: DeskListener,
    private readonly around: Surroundings,
    private readonly language?: string,
    guess: () => number = () => Date.now(),
  ) {
    this.clock = new ServerClock(() => around.time.now(), guess);
    this.renewal = new Renewal(around.time);
    this.outbox = new ActionOutbox(around.time, (action, refused) => {
      listener.undelivered(action, refused);
    });
  }

  /** How things stand now. */
  get status(): Status {
    return this.shown;
  }

  /** Connects, and from now on stays connected. */
  start(): void {
    if (this.running) return;
    this.running = true;
    this.failures = 0;
    void this.connect();
  }

  /** Ends for good; nothing is called afterwards, unless it is started again. */
  stop(): void {
    this.running = false;
    this.cancelAttempt();
    this.cancelSilence();
    this.outbox.pause();
    this.drop(1000, "done");
  }

  /** Tries at once, rather than when the wait is over; also after a refusal. */
  retry(): void {
    if (!this.running || this.ready) return;
    this.show({ state: "connecting" });
    this.again();
  }

  /** Once the session is over: sees whether somebody has signed in again, and shows nothing of it. */
  lookAgain(): void {
    if (this.shown.state === "over" && this.renewal.maySee()) this.again();
  }

  watch(conversation: string): void {
    const frame = this.watches.add(conversation);
    if (frame !== undefined) this.say(frame);
  }

  unwatch(conversation: string): void {
    if (this.watches.remove(conversation)) this.say({ type: "unwatch", conversation });
  }

  /** Says something that is worth nothing later: a draft, a question. Lost while not connected. */
  say(frame: DeskFrame): boolean {
    if (!this.ready || this.socket === undefined) return false;
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  /** Tells what the agent did; kept and sent again until the server has taken it in. */
  act(action: DeskAction): void {
    this.outbox.add(action, this.ready ? (a) => this.say(a) : undefined);
  }

  /** Sends again what was not taken in. */
  actAgain(): void {
    if (this.ready) this.outbox.resend((a) => this.say(a));
  }

  private again(): void {
    this.drop(1000, "again");
    void this.connect();
  }

  private async connect(): Promise<void> {
    const attempt = ++this.attempt;
    let ticket: string;
    try {
      ticket = await this.ticket();
    } catch (error) {
      if (attempt !== this.attempt || !this.running) return;
      if (error instanceof SignedOut) this.end("over");
      else if (error instanceof TicketRefused) this.refuse(error.message);
      else if (this.renewal.underWay) this.end("over");
      else this.later();
      return;
    }
    if (attempt !== this.attempt || !this.running) return;
    this.renewal.end();
    let socket: Socket;
    try {
      socket = this.around.open(this.url, protocol);
    } catch (error) {
      this.refuse(error instanceof Error ? error.message : String(error));
      return;
    }
    this.socket = socket;
    this.cancelAttempt = this.around.time.after(handshake, () => {
      this.lose(socket);
    });
    socket.onopen = () => {
      const hello: DeskFrame = { type: "hello", ticket };
      socket.send(
        JSON.stringify(this.language === undefined ? hello : { ...hello, language: this.language }),
      );
    };
    socket.onmessage = (event) => {
      if (socket === this.socket) this.receive(event.data);
    };
    socket.onclose = (event) => {
      if (socket !== this.socket) return;
      if (event.code < 4500) this.lose(socket, comeBack(event.reason));
      else if (Renewal.isDue(event.code)) this.renew();
      else this.end("offline");
    };
  }

  private receive(data: unknown): void {
    this.heard = this.around.time.now();
    const frame = this.read(String(data));
    if (frame !== undefined && "now" in frame) this.clock.heard(frame.now);
    this.news();
    if (frame !== undefined) this.take(frame);
  }

  private read(text: string): ServerFrame | undefined {
    let raw: unknown;
    try {
      raw = JSON.parse(text);
      return readFrame(raw, "");
    } catch (error) {
      this.unreadable(raw, error);
      return undefined;
    }
  }

  private take(frame: ServerFrame): void {
    switch (frame.type) {
      case "ready":
        this.becomeReady();
        return;
      case "ping":
        this.say({ type: "pong" });
        return;
      case "pong":
        return;
      case "snapshot":
        if (this.watches.snapshot(frame.conversation, frame.epoch, frame.seq)) {
          this.listener.snapshot(frame);
        }
        return;
      case "resumed":
        this.askAgain(this.watches.resumed(frame.conversation, frame.epoch, frame.seq));
        return;
      case "ack":
        this.outbox.taken(frame.id);
        return;
      case "refused":
        this.takeRefusal(frame);
        return;
      case "attention":
      case "draft.checked":
      case "message.shown":
        this.listener.answer(frame);
        return;
      case "cues":
      case "item":
      case "hint":
      case "hint.withdrawn":
      case "timer":
      case "commitment":
      case "summary":
        this.takeUpdate(frame);
        return;
    }
  }

  private takeRefusal(refused: Refused): void {
    const { id, conversation } = refused;
    if (id !== undefined) this.outbox.refused(id, refused);
    else if (!this.ready) this.refuse(refused.reason);
    else if (conversation !== undefined && this.watches.awaits(conversation)) {
      this.listener.unwatchable(refused, conversation);
      this.around.time.after(watchAgain, () => {
        if (!this.watches.awaits(conversation)) return;
        this.say({ type: "watch", conversation });
      });
    }
  }

  private takeUpdate(update: Update): void {
    const verdict = this.watches.update(update.conversation, update.seq);
    if (verdict === "use") this.listener.update(update);
    else if (verdict !== "leave") this.say(verdict);
  }

  /** A newer server may say more than this widget knows: that leaves no gap, and stops nothing. */
  private unreadable(raw: unknown, error: unknown): void {
    if (!(error instanceof WireError)) return;
    const { conversation, seq } = (raw ?? {}) as { conversation?: unknown; seq?: unknown };
    if (typeof conversation === "string" && typeof seq === "number") {
      const verdict = this.watches.update(conversation, seq);
      if (typeof verdict === "object") this.say(verdict);
    }
    console.warn(`Souffleur: a frame can't be read, ${error.message}`);
  }

  private becomeReady(): void {
    this.ready = true;
    this.failures = 0;
    this.cancelAttempt();
    this.show({ state: "live" });
    for (const frame of this.watches.again()) this.say(frame);
    this.outbox.resend((a) => this.say(a));
  }

  private askAgain(frame: DeskFrame | undefined): void {
    if (frame !== undefined) this.say(frame);
  }

  /** The server was heard: what is on screen is as old as now. */
  private news(): void {
    this.heardAt = this.clock.read();
    if (this.ready) this.show({ state: "live" });
    this.listen();
  }

  /** Looks again when silence next means something. */
  private listen(): void {
    this.cancelSilence();
    if (this.heard === undefined) return;
    const silence = this.around.time.now() - this.heard;
    const next = [staleAfter, offlineAfter].find((limit) => silence < limit);
    if (next === undefined) return;
    this.cancelSilence = this.around.time.after(next - silence, () => {
      if (!this.running) return;
      if (this.socket !== undefined && this.ready) this.lose(this.socket);
      else this.showLoss();
      this.listen();
    });
  }

  /** @param wait until the next attempt, in milliseconds, where the server has said so */
  private lose(socket: Socket, wait?: number): void {
    if (socket !== this.socket) return;
    this.drop(4000, "silence");
    this.later(wait);
  }

  /** The server knows nobody here any more: whoever gives tickets may, and is asked once. */
  private renew(): void {
    if (!this.renewal.begin()) {
      this.end("over");
      return;
    }
    this.showLoss();
    this.again();
  }

  /** There is no coming back without somebody. */
  private end(state: "offline" | "over"): void {
    this.rest("bye");
    this.show({ state, since: this.heardAt });
  }

  private refuse(reason: string): void {
    this.rest("refused");
    this.show({
      state: "refused",
      reason: reason === "" ? undefined : reason,
      since: this.heardAt,
    });
  }

  private rest(reason: string): void {
    this.renewal.end();
    this.outbox.pause();
    this.drop(1000, reason);
    this.cancelSilence();
  }

  private later(wait?: number): void {
    if (!this.running) return;
    this.outbox.pause();
    if (this.heard === undefined) {
      this.heard = this.around.time.now();
      this.listen();
    }
    this.showLoss();
    this.cancelAttempt = this.around.time.after(
      wait ?? backoff(this.failures++, this.around.random()),
      () => void this.connect(),
    );
  }

  private showLoss(): void {
    const silence = this.around.time.now() - (this.heard ?? this.around.time.now());
    if (this.heardAt !== undefined) this.show(lost(silence, this.heardAt));
    else this.show(silence >= offlineAfter
        ? { state: "offline", since: undefined }
        : { state: "connecting" });
  }

  private drop(code: number, reason: string): void {
    const socket = this.socket;
    this.attempt++;
    this.cancelAttempt();
    this.ready = false;
    this.socket = undefined;
    if (socket === undefined) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close(code, reason);
  }

  private show(status: Status): void {
    const same = JSON.stringify(status) === JSON.stringify(this.shown);
    this.shown = status;
    if (!same) this.listener.status(status);
  }
}
