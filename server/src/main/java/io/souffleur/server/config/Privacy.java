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
 * @param words whether what people write and say is kept at all
 * @param retention how long what is kept is
 */
public record Privacy(
    Set<Kind> redact, Optional<String> masterKey, Words words, Retention retention) {

  /** Cards are masked, and everything is kept until it is erased. */
  public static final Privacy STANDARD =
      new Privacy(Set.of(), Optional.empty(), Words.KEEP, Retention.FOR_EVER);

  public Privacy {
    redact = Set.copyOf(redact);
  }

  /** What becomes of the words of messages and comments. */
  public enum Words {
    /** They are kept. */
    KEEP,
    /** They are read and let go of. */
    NONE
  }

  /**
   * How long after the end of a conversation something of it is kept; empty: for ever.
   *
   * @param text its words
   * @param events all the rest of it
   * @param audit the audit, however old a conversation is
   */
  public record Retention(Optional<Period> text, Optional<Period> events, Optional<Period> audit) {

    /** Everything is kept. */
    public static final Retention FOR_EVER =
        new Retention(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "Privacy[redact=" + redact + ", words=" + words + ", retention=" + retention + "]";
  }
}
