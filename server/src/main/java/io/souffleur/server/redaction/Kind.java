package io.souffleur.server.redaction;

import java.util.Arrays;
import java.util.Optional;

/** Kinds of personal data that are told by their own form. */
public enum Kind {
  /** A payment card (ISO/IEC 7812); masked whatever the settings say. */
  CARD("card"),
  /** A bank account (ISO 13616). */
  IBAN("iban"),
  /** A mail address. */
  EMAIL("email"),
  /** A phone number of France, Canada or the United States, or one that begins with a plus. */
  PHONE("phone"),
  /** A social security number of France, or a Canadian social insurance number. */
  SOCIAL("ssn");

  private final String wireName;

  Kind(String wireName) {
    this.wireName = wireName;
  }

  /** As settings write it, and as the value of the cue {@code personal-data}. */
  public String wireName() {
    return wireName;
  }

  /** The kind that settings call {@code name}; empty when there is none. */
  public static Optional<Kind> ofWireName(String name) {
    return Arrays.stream(values()).filter(kind -> kind.wireName.equals(name)).findFirst();
  }
}
