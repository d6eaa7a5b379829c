package io.souffleur.server.cli;

/** Arguments or input that a command can't use; the message says which, and what to do. */
final class UnusableException extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean inFull;

  UnusableException(String message) {
    this(message, false);
  }

  private UnusableException(String message, boolean inFull) {
    super(message);
    this.inFull = inFull;
  }

  /** With a message that names a file and a line, and so is shown as it is. */
  static UnusableException saidInFull(String message) {
    return new UnusableException(message, true);
  }

  boolean inFull() {
    return inFull;
  }
}
