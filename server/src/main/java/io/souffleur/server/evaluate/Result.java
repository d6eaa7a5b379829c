package io.souffleur.server.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How well cues agree with people.
 *
 * @param skipped lines that could not be used, each reported
 * @param scores by subject, in the order of the table
 * @param findings the first disagreements of each subject
 */
public record Result(
    long conversations,
    long messages,
    long skipped,
    Map<Subject, Score> scores,
    List<Finding> findings) {

  /**
   * What falls short of the goals, a sentence each.
   *
   * @param goals the least F1, by cue: every row of that cue with labelled messages must reach it
   */
  public List<String> shortOf(Map<String, Double> goals) {
    List<String> complaints = new ArrayList<>();
    goals.forEach(
        (cue, least) -> {
          boolean measured = false;
          for (Map.Entry<Subject, Score> row : scores.entrySet()) {
            if (row.getKey().cue().equals(cue) && row.getValue().labelled() > 0) {
              measured = true;
              double reached = row.getValue().f1().orElse(0);
              if (reached < least) {
                complaints.add(
                    String.format(
                        Locale.ROOT,
                        "%s, %s, %s: F1 %.3f is below the goal %.3f",
                        cue,
                        row.getKey().role(),
                        row.getKey().language(),
                        reached,
                        least));
              }
            }
          }
          if (!measured) {
            complaints.add(cue + ": no message is labelled with it, so the goal can't be reached");
          }
        });
    return complaints;
  }
}
