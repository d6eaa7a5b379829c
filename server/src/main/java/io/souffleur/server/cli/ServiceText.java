package io.souffleur.server.cli;

import io.souffleur.server.replay.Occupancy;
import io.souffleur.server.replay.Service;
import io.souffleur.server.replay.SurveyReturns;
import io.souffleur.wire.SurveyKind;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;

/** How conversations went, for people. */
final class ServiceText {

  private static final int WORDS = 2;

  private ServiceText() {}

  static void write(Service service, PrintWriter out) {
    Service.Counts all = service.all();
    Service.FirstContact first = service.firstContact();
    out.printf(
        Locale.ROOT,
        "%d conversations ended; settled: %s; at the first contact: %s%n",
        all.conversations(),
        share(all.resolved(), all.told()),
        share(first.settled(), first.matters()));
    Columns groups =
        new Columns(
            WORDS, "reason", "medium", "conversations", "settled", "ended unhappy", "mean length");
    service
        .groups()
        .forEach(
            (group, counts) ->
                groups.row(
                    group.reason().orElse("-"),
                    group.medium().name().toLowerCase(Locale.ROOT),
                    Long.toString(counts.conversations()),
                    share(counts.resolved(), counts.told()),
                    share(counts.unhappy(), counts.felt()),
                    length(counts.lasted().dividedBy(counts.conversations()))));
    groups.write(out);
    spread("settled", service.spreadOfResolved(), out);
    spread("ended unhappy", service.spreadOfUnhappy(), out);
    service.occupancy().load().ifPresent(load -> out.println(words(load)));
    spread("occupancy", service.occupancy().spread(), out);
    if (!service.surveys().isEmpty()) {
      out.println(words(service.returns(), all.conversations()));
    }
    service.surveys().forEach((survey, answers) -> out.println(words(survey, answers)));
    out.flush();
  }

  private static String words(Occupancy.Load load) {
    String occupancy =
        load.open().isZero()
            ? "-"
            : String.format(
                Locale.ROOT,
                "%s of %s open (%d %%)",
                length(load.busy()),
                length(load.open()),
                Math.round(100.0 * load.busy().toMillis() / load.open().toMillis()));
    return String.format(
        Locale.ROOT,
        "agents in conversation: %s; at once: mean %.1f, most %d",
        occupancy,
        load.meanAtOnce(),
        load.mostAtOnce());
  }

  private static String words(SurveyReturns returns, long conversations) {
    return "surveys answered: "
        + share(returns.answered(), conversations)
        + "; within an hour of the end: "
        + share(returns.withinAnHour(), returns.answered())
        + ", within a day: "
        + share(returns.withinADay(), returns.answered());
  }

  private static String words(Service.Survey survey, Service.Answers answers) {
    String result =
        survey.kind() == SurveyKind.NPS
            ? String.format(Locale.ROOT, "net %+.0f", answers.net())
            : String.format(Locale.ROOT, "mean %.2f of %d", answers.mean(), survey.best());
    return survey.kind().name().toLowerCase(Locale.ROOT)
        + ": "
        + answers.answers()
        + " answers, "
        + result;
  }

  private static void spread(String what, OptionalDouble points, PrintWriter out) {
    points.ifPresent(
        value ->
            out.printf(
                Locale.ROOT,
                "between agents, %s: %.1f points (standard deviation)%n",
                what,
                value));
  }

  private static String share(long part, long of) {
    return of == 0
        ? "-"
        : String.format(Locale.ROOT, "%d of %d (%d %%)", part, of, Math.round(100.0 * part / of));
  }

  private static String length(Duration length) {
    return length.compareTo(Duration.ofHours(1)) < 0
        ? String.format(Locale.ROOT, "%d min %02d s", length.toMinutes(), length.toSecondsPart())
        : String.format(Locale.ROOT, "%d h %02d min", length.toHours(), length.toMinutesPart());
  }
}
