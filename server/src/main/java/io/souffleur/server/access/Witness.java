package io.souffleur.server.access;

/**
 * Sees what was asked for and what became of it. Called on any thread, for each request; never
 * blocks.
 */
@FunctionalInterface
public interface Witness {

  void saw(Sight sight);

  /**
   * Something that was asked for.
   *
   * @param caller who asked, as far as that was known when they did
   * @param address from which they asked; empty where that is not known
   * @param about the account, team or conversation; empty when it is about none, or nobody knows
   * @param end what became of it
   */
  record Sight(Caller caller, String address, Operation operation, String about, End end) {}

  /** What becomes of something that was asked for. */
  enum End {
    DONE,
    /** The caller may not, or what they showed is wrong. */
    REFUSED,
    /** It makes no sense, contradicts what there is, or was too much at once. */
    NOT_DONE
  }

  /** Looks away. */
  static Witness none() {
    return sight -> {};
  }
}
