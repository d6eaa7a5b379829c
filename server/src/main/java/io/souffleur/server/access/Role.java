package io.souffleur.server.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person is in the house; one person may be several. */
public enum Role {
  /** Talks to customers. */
  AGENT,
  /** Looks after the agents of some teams. */
  SUPERVISOR,
  /** Looks after accounts and teams; reads no conversation for that. */
  ADMIN;

  /** The role that is written {@code word}. */
  public static Optional<Role> named(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }

  /** As it is written in settings and on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
