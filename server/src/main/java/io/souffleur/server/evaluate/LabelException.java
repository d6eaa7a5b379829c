package io.souffleur.server.evaluate;

/** A line or a label that can't be used; the message says why, and what to do. */
public final class LabelException extends Exception {

  private static final long serialVersionUID = 1L;

  LabelException(String reason) {
    super(reason);
  }

  /** What is wrong, as a sentence. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
