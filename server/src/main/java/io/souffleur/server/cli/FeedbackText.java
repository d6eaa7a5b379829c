package io.souffleur.server.cli;

import io.souffleur.server.feedback.FollowUp;
import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** What agents contest: a table for people, or a JSON object a line. */
final class FeedbackText {

  private static final int WORDS = 2;

  private FeedbackText() {}

  static void write(List<FollowUp.Row> rows, boolean json, PrintWriter out) {
    if (json) {
      rows.forEach(row -> out.println(object(row)));
    } else if (rows.isEmpty()) {
      out.println("nothing was contested");
    } else {
      table(rows, out);
    }
    out.flush();
  }

  private static void table(List<FollowUp.Row> rows, PrintWriter out) {
    Columns table =
        new Columns(
            WORDS, "rule", "checklist", "in force", "before", "since", "last", "what became of it");
    for (FollowUp.Row row : rows) {
      table.row(
          row.rule(),
          row.checklist(),
          row.version().map(version -> "version " + version).orElse("-"),
          Long.toString(row.before()),
          Long.toString(row.since()),
          row.last().atOffset(ZoneOffset.UTC).toLocalDate().toString(),
          switch (row.state()) {
            case WAITING -> "waits for an answer";
            case FOLLOWED_UP -> "followed up";
            case OFF -> "switched off";
          });
    }
    table.write(out);
  }

  /** Names are words joined by hyphens, so nothing needs to be escaped. */
  private static String object(FollowUp.Row row) {
    return List.of(
            text("checklist", row.checklist()),
            text("rule", row.rule()),
            row.version().map(version -> "\"version\":" + version).orElse(""),
            "\"before\":" + row.before(),
            "\"since\":" + row.since(),
            text("last", row.last().toString()),
            text(
                "state",
                switch (row.state()) {
                  case WAITING -> "waiting";
                  case FOLLOWED_UP -> "followed-up";
                  case OFF -> "off";
                }))
        .stream()
        .filter(field -> !field.isEmpty())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String text(String name, String value) {
    return "\"" + name + "\":\"" + value + "\"";
  }
}
