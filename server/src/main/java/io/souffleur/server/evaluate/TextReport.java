package io.souffleur.server.evaluate;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A result as people read it: a table, then what to look at. */
public final class TextReport {

  private static final List<String> HEAD =
      List.of(
          "role",
          "cue",
          "language",
          "messages",
          "n",
          "found",
          "right",
          "missed",
          "false",
          "precision",
          "recall",
          "F1");

  /** Columns with words; those after them have figures. */
  private static final int WORDS = 3;

  private static final String GAP = "  ";

  private TextReport() {}

  /** Writes the table and, after it, the findings there are. */
  public static void write(Result result, Writer writer) {
    PrintWriter out = new PrintWriter(writer);
    out.println(
        result.conversations() + " conversations, " + result.messages() + " messages");
    out.println();
    table(result.scores(), out);
    Finding before = null;
    for (Finding finding : result.findings()) {
      if (before == null || !sameShelf(before, finding)) {
        out.println();
        out.println(heading(finding, result));
      }
      out.println(GAP + line(finding));
      before = finding;
    }
    out.flush();
  }

  private static void table(Map<Subject, Score> scores, PrintWriter out) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    scores.forEach((subject, score) -> rows.add(row(subject, score)));
    int[] widths = new int[HEAD.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String space = " ".repeat(widths[i] - row.get(i).length());
        line.append(i == 0 ? "" : GAP);
        line.append(i < WORDS ? row.get(i) + space : space + row.get(i));
      }
      out.println(line);
    }
  }

  private static List<String> row(Subject subject, Score score) {
    return List.of(
        subject.role(),
        subject.cue(),
        subject.language(),
        Long.toString(score.messages()),
        Long.toString(score.labelled()),
        Long.toString(score.found()),
        Long.toString(score.right()),
        Long.toString(score.missed()),
        Long.toString(score.falseAlarms()),
        share(score.precision()),
        share(score.recall()),
        share(score.f1()));
  }

  private static String share(OptionalDouble share) {
    return share.isEmpty() ? "-" : String.format(Locale.ROOT, "%.3f", share.getAsDouble());
  }

  private static boolean sameShelf(Finding a, Finding b) {
    return a.kind() == b.kind() && a.subject().equals(b.subject());
  }

  private static String heading(Finding first, Result result) {
    Score score = result.scores().getOrDefault(first.subject(), Score.NONE);
    long all =
        switch (first.kind()) {
          case MISSED -> score.missed();
          case FALSE_ALARM -> score.falseAlarms();
        };
    long listed =
        result.findings().stream().filter(finding -> sameShelf(first, finding)).count();
    String what =
        switch (first.kind()) {
          case MISSED -> "missed";
          case FALSE_ALARM -> "false alarms";
        };
    return first.subject().role()
        + " "
        + first.subject().cue()
        + " "
        + first.subject().language()
        + ", "
        + what
        + ": "
        + (listed < all ? "the first " + listed + " of " + all : all);
  }

  private static String line(Finding finding) {
    String found =
        finding.shown().isEmpty()
            ? "nothing"
            : finding.shown().stream()
                .map(shown -> shown.cue() + " “" + plain(shown.text()) + "”")
                .collect(Collectors.joining(", "));
    return finding.place()
        + " turn "
        + finding.turn()
        + ": “"
        + plain(finding.text())
        + "” · found "
        + found;
  }

  /** On one line, and harmless to a terminal. */
  private static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ");
  }
}
