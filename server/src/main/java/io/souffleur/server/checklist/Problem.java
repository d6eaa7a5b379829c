package io.souffleur.server.checklist;

import java.util.Comparator;

/**
 * Something in a file that keeps it from being used; ordered by file, then by place.
 *
 * @param file as the file was named by whoever asked for it
 * @param reason what is wrong and what to do, on one line
 */
public record Problem(String file, Place at, String reason) implements Comparable<Problem> {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::file).thenComparing(Problem::at).thenComparing(Problem::reason);

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  /** As {@code file:line:column: reason}. */
  @Override
  public String toString() {
    return file + ":" + at.line() + ":" + at.column() + ": " + reason;
  }
}
