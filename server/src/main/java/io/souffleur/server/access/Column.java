package io.souffleur.server.access;

/** Kinds of callers, as the table of operations has them. */
public enum Column {
  NOBODY("nobody"),
  CONNECTOR("connector"),
  HOST("host"),
  DESK("desk of a host’s agent"),
  AGENT("agent"),
  SUPERVISOR("supervisor"),
  ADMIN("admin");

  private final String shown;

  Column(String shown) {
    this.shown = shown;
  }

  /** As the page about access writes it. */
  String shown() {
    return shown;
  }

  static Column of(Role role) {
    return switch (role) {
      case AGENT -> AGENT;
      case SUPERVISOR -> SUPERVISOR;
      case ADMIN -> ADMIN;
    };
  }
}
