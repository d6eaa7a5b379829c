package io.souffleur.server.nlp.lexicon;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one language calls currencies. Immutable; safe for use by any thread. */
public final class Currencies {

  private final @Nullable Money[] words;
  private final Map<Character, Money> signs;

  Currencies(@Nullable Money[] words, Map<Character, Money> signs) {
    this.words = words;
    this.signs = Map.copyOf(signs);
  }

  /** The currency that a word of the vocabulary means, {@link Vocabulary#UNKNOWN} included. */
  public Optional<Money> ofWord(int id) {
    return id == Vocabulary.UNKNOWN ? Optional.empty() : Optional.ofNullable(words[id]);
  }

  /** The currency of a sign, such as {@code €}. */
  public Optional<Money> ofSign(char sign) {
    return Character.isLetterOrDigit(sign)
        ? Optional.empty()
        : Optional.ofNullable(signs.get(sign));
  }

  /**
   * What an amount is counted in.
   *
   * @param code ISO 4217
   * @param kind how the word is used
   */
  public record Money(String code, Kind kind) {}

  /** How a word for money is used. */
  public enum Kind {
    /** "euros", "€", "EUR". */
    WHOLE,
    /** "centimes": a hundred make one. */
    HUNDREDTH,
    /** "canadiens": says which, beside the word for the money itself. */
    WHICH
  }
}
