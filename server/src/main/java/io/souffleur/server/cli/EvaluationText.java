package io.souffleur.server.cli;

import io.souffleur.server.evaluate.Finding;
import io.souffleur.server.evaluate.Result;
import io.souffleur.server.evaluate.Score;
import io.souffleur.server.evaluate.Subject;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A result as people read it: a table, then what to look at. */
final class EvaluationText {

  /** Columns with words; those after them have figures. */
  private static final int WORDS = 3;

  private static final String GAP = "  ";

  private EvaluationText() {}

  /** Writes the table and, after it, the findings there are. */
  static void write(Result result, Writer writer) {
    PrintWriter out = new PrintWriter(writer);
    out.println(result.conversations() + " conversations, " + result.messages() + " messages");
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
    Columns table =
        new Columns(
            WORDS,
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
    scores.forEach(
        (subject, score) ->
            table.row(
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
                share(score.f1())));
    table.write(out);
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
    long listed = result.findings().stream().filter(finding -> sameShelf(first, finding)).count();
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
