package io.souffleur.server.access;

/** How far a right reaches. */
public enum Reach {
  /** Not at all. */
  NONE("–"),
  /** To what is their own: see {@link Access}. */
  OWN("own"),
  /** To conversations of agents of their teams. */
  TEAM("team"),
  /** To everything. */
  ALL("yes");

  private final String shown;

  Reach(String shown) {
    this.shown = shown;
  }

  /** As the page about access writes it. */
  String shown() {
    return shown;
  }
}
