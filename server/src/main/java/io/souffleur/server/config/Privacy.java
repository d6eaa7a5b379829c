package io.souffleur.server.config;

import io.souffleur.server.redaction.Kind;
import java.time.Period;
import java.util.Optional;
import java.util.Set;

/**
 * How a house treats personal data.
 *
 * @param redact what is masked beside card numbers before anything is kept
 * @param masterKey 32 bytes in Base64; empty: a file in the data folder
 * @param events how long after its end a conversation is kept; empty: for ever
 * @param audit how long the audit is kept; empty: for ever
 */
public record Privacy(
    Set<Kind> redact, Optional<String> masterKey, Optional<Period> events, Optional<Period> audit) {

  /** Cards are masked, and everything is kept until it is erased. */
  public static final Privacy STANDARD =
      new Privacy(Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

  public Privacy {
    redact = Set.copyOf(redact);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "Privacy[redact=" + redact + ", events=" + events + "]";
  }
}
