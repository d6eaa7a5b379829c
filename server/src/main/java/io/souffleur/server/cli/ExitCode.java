package io.souffleur.server.cli;

/** What the exit codes of every command mean. */
final class ExitCode {
  static final int SUCCESS = 0;

  /** The command did its work, and the result is a failure. */
  static final int FAILURE = 1;

  /** Arguments or input that can't be used. */
  static final int UNUSABLE = 2;

  private ExitCode() {}
}
