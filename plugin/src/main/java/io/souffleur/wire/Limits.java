package io.souffleur.wire;

/** How big the parts of a message may be. */
public final class Limits {

  /** A whole frame, in bytes of UTF-8. */
  public static final int FRAME_BYTES = 64 * 1024;

  /**
   * A text that somebody wrote, in UTF-16 code units: the measure that offsets count in, and the
   * same for every script.
   */
  public static final int TEXT_UNITS = 16 * 1024;

  /** A key that a channel or a host chose, in UTF-16 code units. */
  public static final int KEY_UNITS = 128;

  /** A short text such as a name, a queue or a reason, in UTF-16 code units. */
  public static final int LABEL_UNITS = 1024;

  /** Attributes of one customer. */
  public static final int ATTRIBUTES = 64;

  /** Objects and lists inside one another. */
  public static final int DEPTH = 32;

  /** A number, in characters. */
  public static final int NUMBER_CHARACTERS = 32;

  private Limits() {}
}
