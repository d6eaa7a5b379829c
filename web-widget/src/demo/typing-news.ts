/** News is repeated this often while somebody types on, in milliseconds. */
const AGAIN = 2_500;
/** Somebody who has not typed for this long has stopped, in milliseconds. */
const PAUSE = 3_000;

/** Turns changes of a draft into the few “is writing” messages that the other side needs. */
export class TypingNews {
  readonly #tell: (active: boolean) => void;
  #told = false;
  #last = 0;
  #stop: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (active: boolean) => void) {
    this.#tell = tell;
  }

  /** The draft is now this; an empty one means that nobody writes. */
  draft(text: string, now = performance.now()): void {
    clearTimeout(this.#stop);
    if (text === "") {
      this.stop();
      return;
    }
    if (!this.#told || now - this.#last >= AGAIN) {
      this.#told = true;
      this.#last = now;
      this.#tell(true);
    }
    this.#stop = setTimeout(() => {
      this.stop();
    }, PAUSE);
  }

  stop(): void {
    clearTimeout(this.#stop);
    if (!this.#told) return;
    this.#told = false;
    this.#tell(false);
  }
}
