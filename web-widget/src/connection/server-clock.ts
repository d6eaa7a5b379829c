/** How many readings are kept; old ones leave, so that drift is followed. */
const kept = 8;

/**
 * The server's time, from the instants it sends. A frame can only arrive late, never early, so of
 * the recent readings the one that puts the server furthest ahead is the truest.
 */
export class ServerClock {
  private readonly offsets: number[] = [];

  /**
   * @param now monotonic milliseconds of this device
   * @param guess what to say before the server was heard: milliseconds since 1970
   */
  constructor(
    private readonly now: () => number,
    private readonly guess: () => number,
  ) {}

  /** Takes a reading: the server's instant in milliseconds since 1970, just received. */
  heard(instant: number): void {
    this.offsets.push(instant - this.now());
    if (this.offsets.length > kept) this.offsets.shift();
  }

  /** The server's time in milliseconds since 1970. */
  read(): number {
    return this.offsets.length === 0 ? this.guess() : this.now() + Math.max(...this.offsets);
  }
}
