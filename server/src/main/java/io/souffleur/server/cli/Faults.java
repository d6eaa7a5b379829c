package io.souffleur.server.cli;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Tells faults without what somebody wrote: a message of an exception may quote a customer. */
final class Faults {
  private static final int FRAMES = 6;

  private Faults() {}

  /** What went wrong: of a disk or database in its words, of anything else the place only. */
  static String told(Throwable fault) {
    return fault instanceof IOException || fault instanceof SQLException
        ? fault.toString()
        : Arrays.stream(fault.getStackTrace())
            .limit(FRAMES)
            .map(StackTraceElement::toString)
            .collect(Collectors.joining(" < ", fault.getClass().getName() + " at ", ""));
  }
}
