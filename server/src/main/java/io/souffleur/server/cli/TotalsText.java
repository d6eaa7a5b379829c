package io.souffleur.server.cli;

import io.souffleur.server.replay.Totals;
import java.io.PrintWriter;
import java.util.Locale;

/** What hints cost, for people. */
final class TotalsText {

  private static final int WORDS = 2;

  private TotalsText() {}

  static void write(Totals totals, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%d conversations; prompts in each: median %d, mean %.2f, most %d%n",
        totals.conversations(),
        totals.medianPrompts(),
        totals.meanPrompts(),
        totals.mostPrompts());
    Columns table =
        new Columns(WORDS, "rule", "severity", "shown", "satisfied", "expired", "said next anyway");
    totals
        .rows()
        .forEach(
            (row, counts) ->
                table.row(
                    row.rule().key(),
                    row.severity().name().toLowerCase(Locale.ROOT),
                    Long.toString(counts.shown()),
                    Long.toString(counts.satisfied()),
                    Long.toString(counts.expired()),
                    unneeded(counts)));
    table.write(out);
    out.flush();
  }

  private static String unneeded(Totals.Counts counts) {
    return counts.followed() == 0
        ? "-"
        : String.format(
            Locale.ROOT,
            "%d of %d (%d %%)",
            counts.unneeded(),
            counts.followed(),
            Math.round(100.0 * counts.unneeded() / counts.followed()));
  }
}
