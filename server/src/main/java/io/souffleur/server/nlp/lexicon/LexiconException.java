package io.souffleur.server.nlp.lexicon;

import java.util.List;
import java.util.stream.Collectors;

/** Lexicons that can't be read, with every reason at once, as {@code file:line: reason}. */
public final class LexiconException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LexiconException(List<String> errors) {
    super(errors.stream().distinct().collect(Collectors.joining("\n")));
  }
}
