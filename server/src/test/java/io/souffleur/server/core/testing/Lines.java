package io.souffleur.server.core.testing;

import io.souffleur.server.core.conversation.Evidence;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.hint.Because;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.hint.Showings;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Updates as lines of text, complete but for {@code seq} and {@code at}, which the driver checks by
 * itself. Times are UTC.
 */
public final class Lines {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Lines() {}

  public static List<String> of(List<? extends Update> updates) {
    return updates.stream().map(Lines::of).toList();
  }

  public static String of(Update update) {
    return switch (update) {
      case Update.Cues cues ->
          "cues %s %s %s %s"
              .formatted(
                  cues.message().key(),
                  lower(cues.author()),
                  lower(cues.stage()),
                  cues.cues().stream()
                      .map(cue -> cue.name().wireName())
                      .collect(Collectors.joining(",", "[", "]")));
      case Update.Item item -> item(item);
      case Update.Timer timer ->
          "timer %s %s %s~%s~%s"
              .formatted(
                  timer.timer().key(),
                  lower(timer.state()),
                  time(timer.started()),
                  time(timer.atRisk()),
                  time(timer.deadline()));
      case Update.Hint hint ->
          "hint %s %s %s %s until %s"
              .formatted(
                  hint.hint().key(),
                  hint.item().key(),
                  lower(hint.severity()),
                  hint.because().stream()
                      .map(Lines::because)
                      .collect(Collectors.joining(",", "[", "]")),
                  time(hint.expires()));
      case Update.HintWithdrawn gone ->
          "withdrawn %s %s".formatted(gone.hint().key(), lower(gone.reason()));
      case Update.Commitment promise -> commitment(promise);
      case Update.Summary summary ->
          "summary %s %s %s %s%s%s"
              .formatted(
                  summary
                      .score()
                      .map(score -> String.format(Locale.ROOT, "%.2f", score))
                      .orElse("-"),
                  summary.items().entrySet().stream()
                      .map(entry -> entry.getKey().key() + "=" + lower(entry.getValue()))
                      .toList(),
                  summary.timers().entrySet().stream()
                      .map(entry -> entry.getKey().key() + "=" + lower(entry.getValue()))
                      .toList(),
                  summary.durations(),
                  summary.hints().isEmpty() ? "" : " " + hints(summary),
                  summary.commitments().isEmpty() ? "" : " " + commitments(summary));
    };
  }

  private static String commitment(Update.Commitment promise) {
    StringBuilder line = new StringBuilder();
    line.append(promise.commitment().key())
        .append(' ')
        .append(lower(promise.state()))
        .append(' ')
        .append(time(promise.made()))
        .append('~')
        .append(time(promise.atRisk()))
        .append('~')
        .append(time(promise.deadline()));
    promise.day().ifPresent(day -> line.append(" of ").append(day));
    promise.from().ifPresent(from -> line.append(" from ").append(from.key()));
    promise.evidence().forEach(evidence -> line.append(' ').append(evidence(evidence)));
    return line.toString();
  }

  private static String commitments(Update.Summary summary) {
    return summary.commitments().entrySet().stream()
        .map(entry -> entry.getKey().key() + "=" + lower(entry.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String hints(Update.Summary summary) {
    return summary.hints().entrySet().stream()
        .map(entry -> entry.getKey().key() + "=" + counts(entry.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String counts(Showings showings) {
    return Arrays.stream(Severity.values())
        .filter(severity -> showings.of(severity) > 0)
        .map(severity -> lower(severity) + " " + showings.of(severity))
        .collect(Collectors.joining(", "));
  }

  private static String item(Update.Item item) {
    StringBuilder line = new StringBuilder("item ");
    line.append(item.item().key()).append(' ').append(lower(item.state()));
    if (item.count().isPresent()) {
      line.append(' ')
          .append(item.count().getAsInt())
          .append('/')
          .append(item.target().orElseThrow());
    }
    item.due().ifPresent(due -> line.append(" due ").append(time(due)));
    item.evidence().forEach(evidence -> line.append(' ').append(evidence(evidence)));
    item.contest().ifPresent(word -> line.append(" contested@").append(time(word.at())));
    return line.toString();
  }

  private static String because(Because because) {
    return switch (because) {
      case Because.Said said -> evidence(said.evidence());
      case Because.Deadline deadline -> deadline.timer().key() + "@" + time(deadline.deadline());
    };
  }

  private static String evidence(Evidence evidence) {
    return evidence.message().key() + ":" + evidence.span().start() + "-" + evidence.span().end();
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
