package io.souffleur.server.evaluate;

import java.util.Comparator;

/**
 * What is scored together: one row of the table.
 *
 * @param cue a cue, a group of cues, or {@code language}
 * @param role who wrote; {@code any} for languages
 * @param language of the message, {@code other} where it is not coached in; for languages the one
 *     in question
 */
public record Subject(String cue, String role, String language) implements Comparable<Subject> {

  private static final Comparator<Subject> ORDER =
      Comparator.comparing(Subject::role)
          .thenComparing(Subject::cue)
          .thenComparing(Subject::language);

  @Override
  public int compareTo(Subject other) {
    return ORDER.compare(this, other);
  }
}
