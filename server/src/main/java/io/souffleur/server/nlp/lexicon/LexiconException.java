package io.souffleur.server.nlp.lexicon;

import java.util.List;

/** Lexicons that can't be read, with every reason at once, as {@code file:line: reason}. */
public final class LexiconException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LexiconException(List<String> errors) {
    super(String.join("\n", errors));
  }
}
