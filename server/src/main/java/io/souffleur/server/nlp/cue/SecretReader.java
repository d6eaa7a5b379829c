package io.souffleur.server.nlp.cue;

import io.souffleur.server.core.text.Span;
import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.lexicon.Lexicon;
import io.souffleur.server.nlp.lexicon.Vocabulary;
import io.souffleur.server.nlp.lexicon.WordSet;
import io.souffleur.server.nlp.text.Words;
import java.util.Optional;

/**
 * Reads the secret that somebody gives away: what stands behind "password:", "mon mot de passe
 * est". A password that was forgotten, or is wrong, is no secret. Safe for use by any thread.
 */
final class SecretReader {

  /** How many words may stand between "password" and the secret. */
  private static final int APART = 4;

  private static final int SHORTEST = 4;

  private final WordSet secret;
  private final WordSet pass;
  private final WordSet between;
  private final WordSet state;
  private final int of;
  private final int word;

  SecretReader(Lexicon lexicon) {
    this.secret = lexicon.words("secret");
    this.pass = lexicon.words("secret-end");
    this.between = lexicon.words("secret-between");
    this.state = lexicon.words("secret-state");
    this.of = lexicon.vocabulary().id("de");
    this.word = lexicon.vocabulary().id("mot");
  }

  /** What is given away behind the word at a position, if that word is "password" or the like. */
  Optional<Span> after(KnownWords known, int at) {
    if (!secret.has(known, at) && !isEndOfSecret(known, at)) {
      return Optional.empty();
    }
    Words words = known.words();
    String text = words.text();
    int last = at;
    int limit = Math.min(known.count() - 1, at + APART);
    while (last < limit && between.has(known, last + 1)) {
      last++;
    }
    int from = words.end(known.source(last));
    int start = from;
    boolean marked = false;
    while (start < text.length() && isBefore(text.charAt(start))) {
      marked |= text.charAt(start) == ':' || text.charAt(start) == '=';
      start++;
    }
    int end = start;
    while (end < text.length()
        && !Character.isWhitespace(text.charAt(end))
        && !isQuote(text.charAt(end))) {
      end++;
    }
    while (end > start && isAfter(text.charAt(end - 1))) {
      end--;
    }
    boolean told = marked || last > at || quoted(text, start);
    return end - start >= SHORTEST && told && isSecret(known, last + 1, text, start, end, marked)
        ? Optional.of(new Span(start, end))
        : Optional.empty();
  }

  /**
   * "passe" ends "mot de passe", which "mdp" also stands for, and is a word of its own elsewhere.
   */
  private boolean isEndOfSecret(KnownWords known, int at) {
    return at >= 2 && pass.has(known, at) && known.id(at - 1) == of && known.id(at - 2) == word;
  }

  /** Whether it looks made up: a digit, a sign or a capital within, or, behind a colon, no word. */
  private boolean isSecret(
      KnownWords known, int next, String text, int start, int end, boolean marked) {
    boolean madeUp = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      madeUp |= i > start && Character.isUpperCase(c) && Character.isLowerCase(text.charAt(i - 1));
      madeUp |= !Character.isLetter(c) && c != '\'' && c != '’' && c != '-' && c != '/' && c != '.';
    }
    boolean strange =
        next < known.count()
            && known.words().start(known.source(next)) == start
            && known.id(next) == Vocabulary.UNKNOWN
            && !state.has(known, next);
    return madeUp || ((marked || quoted(text, start)) && strange);
  }

  private static boolean quoted(String text, int start) {
    for (int i = start - 1; i >= Math.max(0, start - 2); i--) {
      if (isQuote(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isQuote(char c) {
    return "\"“”«»".indexOf(c) >= 0;
  }

  private static boolean isBefore(char c) {
    return c == ':' || c == '=' || c == '\u00a0' || c == ' ' || c == '\u202f' || isQuote(c);
  }

  private static boolean isAfter(char c) {
    return ".,;)".indexOf(c) >= 0;
  }
}
