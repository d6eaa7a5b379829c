package io.souffleur.server.access;

/** Names a team. */
public record TeamId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
