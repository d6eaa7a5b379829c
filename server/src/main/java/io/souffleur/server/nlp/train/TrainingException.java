package io.souffleur.server.nlp.train;

import java.util.List;

/**
 * Training sentences that can't be read, with every reason at once, as {@code file:line: reason}.
 */
public final class TrainingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TrainingException(List<String> errors) {
    super(String.join("\n", errors));
  }
}
