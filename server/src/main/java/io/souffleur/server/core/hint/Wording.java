package io.souffleur.server.core.hint;

import io.souffleur.server.core.text.Language;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;

/** Words for the variables of a phrase, in the typography of each language. */
final class Wording {

  private static final LocalTime MORNING = LocalTime.of(5, 0);
  private static final LocalTime NOON = LocalTime.NOON;
  private static final LocalTime EVENING = LocalTime.of(18, 0);

  /** NO-BREAK SPACE, between a figure and its unit. */
  private static final String NBSP = " ";

  private Wording() {}

  static Optional<String> of(Phrase.Variable variable, Variables variables, Language language) {
    return switch (variable) {
      case CUSTOMER -> variables.customer();
      case AGENT -> variables.agent();
      case GREETING -> Optional.of(greeting(variables.now().toLocalTime(), language));
      case TIME -> Optional.of(time(variables.now().toLocalTime(), language));
      case WAIT -> variables.delay().map(delay -> length(delay, language));
      case TERM -> variables.term();
      case REPLACEMENT -> variables.replacement();
    };
  }

  private static String greeting(LocalTime time, Language language) {
    boolean evening = time.isBefore(MORNING) || !time.isBefore(EVENING);
    return switch (language) {
      case FRENCH -> evening ? "Bonsoir" : "Bonjour";
      case ENGLISH ->
          evening ? "Good evening" : time.isBefore(NOON) ? "Good morning" : "Good afternoon";
    };
  }

  private static String time(LocalTime time, Language language) {
    return switch (language) {
      case FRENCH ->
          time.getHour() + NBSP + "h" + NBSP + String.format(Locale.ROOT, "%02d", time.getMinute());
      case ENGLISH -> {
        int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        String half = time.getHour() < 12 ? "AM" : "PM";
        yield String.format(Locale.ROOT, "%d:%02d%s%s", hour, time.getMinute(), NBSP, half);
      }
    };
  }

  private static String length(Duration delay, Language language) {
    long minutes = Math.max(1, Math.round(delay.toSeconds() / 60.0));
    return switch (language) {
      case FRENCH -> minutes == 1 ? "une minute" : minutes + NBSP + "minutes";
      case ENGLISH -> minutes == 1 ? "one minute" : minutes + NBSP + "minutes";
    };
  }
}
