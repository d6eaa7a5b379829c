package io.souffleur.server.access;

/** Names an account; never used again for another one. */
public record AccountId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
