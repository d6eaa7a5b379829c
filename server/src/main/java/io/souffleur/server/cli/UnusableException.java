package io.souffleur.server.cli;

/** Arguments or input that a command can't use; the message says which, and what to do. */
final class UnusableException extends Exception {
  private static final long serialVersionUID = 1;

  UnusableException(String message) {
    super(message);
  }
}
