package io.souffleur.server.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts as messages come in; keeps the first few disagreements of each kind. For one thread. */
final class Tally {

  private record Shelf(Subject subject, Finding.Kind kind) implements Comparable<Shelf> {
    @Override
    public int compareTo(Shelf other) {
      int bySubject = subject.compareTo(other.subject);
      return bySubject != 0 ? bySubject : kind.compareTo(other.kind);
    }
  }

  private final int most;
  private final Map<Subject, Score> scores = new TreeMap<>();
  private final Map<Shelf, List<Finding>> findings = new TreeMap<>();

  /**
   * Nothing counted yet.
   *
   * @param most disagreements to keep, for each subject and kind
   */
  Tally(int most) {
    this.most = most;
  }

  /** Counts one message. */
  void count(
      Subject subject,
      boolean labelled,
      boolean found,
      Place place,
      int turn,
      String text,
      List<Finding.Shown> shown) {
    scores.merge(
        subject, Score.NONE.and(labelled, found), (before, ignored) -> before.and(labelled, found));
    if (labelled != found) {
      Finding.Kind kind = labelled ? Finding.Kind.MISSED : Finding.Kind.FALSE_ALARM;
      List<Finding> shelf =
          findings.computeIfAbsent(new Shelf(subject, kind), key -> new ArrayList<>());
      if (shelf.size() < most) {
        shelf.add(new Finding(kind, subject, place, turn, text, shown));
      }
    }
  }

  Map<Subject, Score> scores() {
    return scores;
  }

  List<Finding> findings() {
    return findings.values().stream().flatMap(List::stream).toList();
  }
}
