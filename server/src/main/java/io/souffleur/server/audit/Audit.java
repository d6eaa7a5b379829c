package io.souffleur.server.audit;

/** Notes deeds. Safe for use by any thread. */
public interface Audit {

  /** Notes a deed soon; never waits for the disk. */
  void note(Deed deed);

  /**
   * Returns once everything noted so far is durable.
   *
   * @throws IllegalStateException when it can't be made so
   */
  void settle();

  /** Notes nothing. */
  static Audit none() {
    return new Audit() {
      @Override
      public void note(Deed deed) {}

      @Override
      public void settle() {}
    };
  }
}
