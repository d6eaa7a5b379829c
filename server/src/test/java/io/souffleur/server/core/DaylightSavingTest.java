package io.souffleur.server.core;

import static io.souffleur.server.core.testing.TimerBuilder.timer;

import io.souffleur.server.core.calendar.Calendars;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.rule.Limit;
import io.souffleur.server.core.rule.Moment;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.testing.ConversationDriver;
import io.souffleur.server.core.testing.House;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clocks that run while people set theirs. */
class DaylightSavingTest {
  private static final Rule CALL_BACK =
      timer("call-back")
          .from(new Moment.MessageBy(Author.CUSTOMER))
          .to(new Moment.MessageBy(Author.AGENT))
          .within(new Limit.OpeningTime(Duration.ofHours(4), Calendars.OFFICE))
          .build();
  private static final Rule RESPONSE =
      timer("response")
          .from(new Moment.MessageBy(Author.CUSTOMER))
          .to(new Moment.MessageBy(Author.AGENT))
          .within(Duration.ofMinutes(2))
          .build();

  /**
   * From 15:00 on a Friday, where the office closes at 16:30 and opens at 8:30, to Monday 11:00.
   */
  @ParameterizedTest
  @CsvSource({
    "Europe/Paris,    2026-03-27T14:00:00Z, 63, 14:00:00, 07:00:00, 09:00:00",
    "Europe/Paris,    2026-10-23T13:00:00Z, 65, 13:00:00, 08:00:00, 10:00:00",
    "America/Toronto, 2026-03-06T20:00:00Z, 63, 20:00:00, 13:00:00, 15:00:00",
    "America/Toronto, 2026-10-30T19:00:00Z, 65, 19:00:00, 14:00:00, 16:00:00"
  })
  void a_clock_by_a_calendar_goes_by_what_the_clock_on_the_wall_shows(
      ZoneId zone, String friday, long closed, String start, String atRisk, String deadline) {
    String when = start + "~" + atRisk + "~" + deadline;
    new ConversationDriver(House.of(CALL_BACK))
        .in(zone)
        .startsAt(friday)
        .starts()
        .customer("m1", "Rappelez-moi")
        .then("cues m1 customer opening []", "timer call-back running " + when)
        .after(Duration.ofMinutes(90))
        .then("timer call-back stopped " + when)
        .after(Duration.ofHours(closed).minusSeconds(1))
        .thenNothing()
        .afterSeconds(1)
        .then("timer call-back running " + when)
        .after(Duration.ofMinutes(150).minusSeconds(1))
        .thenNothing()
        .afterSeconds(1)
        .then("timer call-back breached " + when)
        .after(Duration.ofDays(1))
        .thenNothing();
  }

  /** From half a minute before the night in which the clocks are set. */
  @ParameterizedTest
  @CsvSource({
    "Europe/Paris,    2026-03-29T00:59:30Z, 00:59:30, 01:00:30, 01:01:30",
    "Europe/Paris,    2026-10-25T00:59:30Z, 00:59:30, 01:00:30, 01:01:30",
    "America/Toronto, 2026-03-08T06:59:30Z, 06:59:30, 07:00:30, 07:01:30",
    "America/Toronto, 2026-11-01T05:59:30Z, 05:59:30, 06:00:30, 06:01:30"
  })
  void two_minutes_are_two_minutes(
      ZoneId zone, String before, String start, String atRisk, String deadline) {
    String when = start + "~" + atRisk + "~" + deadline;
    new ConversationDriver(House.of(RESPONSE))
        .in(zone)
        .startsAt(before)
        .starts()
        .customer("m1", "Bonjour")
        .then("cues m1 customer opening []", "timer response running " + when)
        .afterSeconds(119)
        .thenNothing()
        .afterSeconds(1)
        .then("timer response breached " + when)
        .after(Duration.ofHours(3))
        .thenNothing();
  }
}
