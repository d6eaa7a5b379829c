package io.souffleur.server.access;

/** Whether what somebody has shown is still good. For any thread; must not block. */
public interface Standing {

  /** False once it was taken back or has expired; then for ever. */
  boolean good();

  /** They did something with it. */
  void used();

  /** Good as long as the server runs: a key of its settings. */
  static Standing lasting() {
    return new Standing() {
      @Override
      public boolean good() {
        return true;
      }

      @Override
      public void used() {}
    };
  }
}
