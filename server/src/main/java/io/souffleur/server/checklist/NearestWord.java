package io.souffleur.server.checklist;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds the word an author may have meant. */
final class NearestWord {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern JOINTS = Pattern.compile("[\\s_]+");
  private static final int LONGEST = 64;

  private NearestWord() {}

  /** As the end of a message, {@code . Did you mean “x”?}; empty when nothing is near. */
  static String suggestion(
      String written, Collection<String> known, Map<String, String> otherWords) {
    return to(written, known, otherWords)
        .map(word -> ". Did you mean " + Problems.quoted(word) + "?")
        .orElse("");
  }

  /**
   * The one of {@code known} that is nearest to {@code written}; the earliest among equals.
   *
   * @param otherWords words that people use for known ones
   */
  static Optional<String> to(
      String written, Collection<String> known, Map<String, String> otherWords) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = plain(written);
    String other = otherWords.get(plain);
    if (other != null) {
      return Optional.of(other);
    }
    String best = "";
    int bestDistance = 1 + Math.max(1, plain.length() / 3);
    for (String candidate : known) {
      int distance = distance(plain, candidate);
      if (distance < bestDistance) {
        bestDistance = distance;
        best = candidate;
      }
    }
    for (String candidate : new TreeSet<>(otherWords.keySet())) {
      int distance = distance(plain, candidate);
      if (distance < bestDistance) {
        bestDistance = distance;
        best = otherWords.getOrDefault(candidate, best);
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  private static String plain(String written) {
    String bare = MARKS.matcher(Normalizer.normalize(written, Normalizer.Form.NFD)).replaceAll("");
    return JOINTS.matcher(bare.strip().toLowerCase(Locale.ROOT)).replaceAll("-");
  }

  /** How many letters are missing, too many, other, or swapped with their neighbour. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int other = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(cost[i - 1][j - 1] + other, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
