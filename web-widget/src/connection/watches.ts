import type { DeskFrame } from "../wire/frames.ts";

type Watch = Extract<DeskFrame, { type: "watch" }>;

interface Place {
  epoch?: string;
  seq: number;
  /** Asked and not answered yet: updates of before the question are not to be used. */
  asked: boolean;
}

/** Where each watched conversation was read up to, so that none is read twice or with a gap. */
export class Watches {
  private readonly places = new Map<string, Place>();

  /** Starts to watch; gives the frame to send, or nothing when it is watched already. */
  add(conversation: string): Watch | undefined {
    if (this.places.has(conversation)) return undefined;
    this.places.set(conversation, { seq: 0, asked: true });
    return { type: "watch", conversation };
  }

  remove(conversation: string): boolean {
    return this.places.delete(conversation);
  }

  has(conversation: string): boolean {
    return this.places.has(conversation);
  }

  /** Whether the server still owes an answer to a question to watch it. */
  awaits(conversation: string): boolean {
    return this.places.get(conversation)?.asked === true;
  }

  /** The frames to send on a new connection: each asks to go on where reading stopped. */
  again(): Watch[] {
    return [...this.places].map(([conversation, place]) => ask(conversation, place));
  }

  /** A whole state came; everything before it is forgotten. */
  snapshot(conversation: string, epoch: string, seq: number): boolean {
    if (!this.places.has(conversation)) return false;
    this.places.set(conversation, { epoch, seq, asked: false });
    return true;
  }

  /** The server goes on after `seq`; gives a frame to send when that is not where we are. */
  resumed(conversation: string, epoch: string, seq: number): Watch | undefined {
    const place = this.places.get(conversation);
    if (place === undefined) return undefined;
    if (place.epoch === epoch && place.seq === seq) {
      place.asked = false;
      return undefined;
    }
    this.places.set(conversation, { seq: 0, asked: true });
    return { type: "watch", conversation };
  }

  /** What to do with an update: use it, leave it, or ask again first because one is missing. */
  update(conversation: string, seq: number): "use" | "leave" | Watch {
    const place = this.places.get(conversation);
    if (place === undefined || place.asked || seq <= place.seq) return "leave";
    if (seq === place.seq + 1) {
      place.seq = seq;
      return "use";
    }
    return ask(conversation, place);
  }
}

function ask(conversation: string, place: Place): Watch {
  place.asked = true;
  return place.epoch === undefined
    ? { type: "watch", conversation }
    : { type: "watch", conversation, epoch: place.epoch, seq: place.seq };
}
