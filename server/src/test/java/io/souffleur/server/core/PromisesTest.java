package io.souffleur.server.core;

import static io.souffleur.server.core.testing.ConversationDriver.START;
import static io.souffleur.server.core.testing.ConversationDriver.shows;
import static io.souffleur.server.core.testing.TimerBuilder.timer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.souffleur.server.core.calendar.Calendars;
import io.souffleur.server.core.calendar.OpeningHours;
import io.souffleur.server.core.calendar.OpeningHours.Hours;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.core.conversation.Evidence;
import io.souffleur.server.core.conversation.MessageId;
import io.souffleur.server.core.conversation.Promised;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.testing.ConversationDriver;
import io.souffleur.server.core.testing.House;
import io.souffleur.server.core.text.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** It is Sunday, 22 November 2026, 15:00 in Paris, 14:00 UTC. */
class PromisesTest {

  private static ConversationDriver conversation() {
    return new ConversationDriver(House.of()).starts().skipping();
  }

  private static ConversationDriver.Shown by(String words, String deadline) {
    return shows(CueName.COMMITMENT, words, deadline);
  }

  private static Promised promised(Instant deadline, Optional<LocalDate> day) {
    return promised(START.minusSeconds(3_600), deadline, day);
  }

  private static Promised promised(Instant made, Instant deadline, Optional<LocalDate> day) {
    return new Promised(
        new ConversationId("earlier"),
        made,
        deadline.minusSeconds(1_800),
        deadline,
        day,
        List.of(new Evidence(new MessageId("m7"), new Span(3, 9))));
  }

  @Test
  void a_promise_is_open_then_at_risk_then_missed_each_at_its_instant() {
    conversation()
        .agent("m1", "Je vous rappelle avant 15 h 20.", by("avant 15 h 20", "T15:20"))
        .then("cues m1 agent opening [commitment]", "c1 open 14:00:00~14:15:00~14:20:00 m1:17-30")
        .after(Duration.ofMinutes(14))
        .thenNothing()
        .after(Duration.ofMinutes(1))
        .then("c1 at_risk 14:00:00~14:15:00~14:20:00 m1:17-30")
        .after(Duration.ofMinutes(4))
        .thenNothing()
        .after(Duration.ofMinutes(1))
        .then("c1 missed 14:00:00~14:15:00~14:20:00 m1:17-30")
        .after(Duration.ofDays(3))
        .thenNothing();
  }

  @Test
  void working_days_are_those_on_which_the_office_opens() {
    Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day != DayOfWeek.SUNDAY && day != DayOfWeek.WEDNESDAY) {
        week.put(day, List.of(new Hours(540, 1_020)));
      }
    }
    OpeningHours office =
        new OpeningHours(
            Optional.empty(),
            week,
            Set.of(LocalDate.of(2026, 11, 23)),
            Set.of(MonthDay.of(11, 27)));
    ConversationDriver conversation =
        new ConversationDriver(
                House.of().reckoningBy(new Calendars(Map.of(Calendars.OFFICE, office))))
            .starts()
            .agent(
                "m1",
                "sous 2 jours ouvrés, sous 3 jours ouvrés",
                by("sous 2 jours ouvrés", "P2BD"),
                by("sous 3 jours ouvrés", "P3BD"));
    assertThat(conversation.state().commitments())
        .extracting(promise -> promise.day().orElseThrow())
        .containsExactly(LocalDate.of(2026, 11, 26), LocalDate.of(2026, 11, 28));
  }

  @Test
  void a_long_promise_warns_an_hour_ahead_a_short_one_twenty_seconds() {
    conversation()
        .agent("m1", "sous 24 h", by("24 h", "PT24H"))
        .then("cues m1 agent opening [commitment]", "c1 open 14:00:00~13:00:00~14:00:00 m1:5-9")
        .agent("m2", "dans une minute", by("une minute", "PT1M"))
        .then("cues m2 agent opening [commitment]", "c2 open 14:00:00~14:00:40~14:01:00 m2:5-15")
        .agent("m3", "dans dix secondes", by("dix secondes", "PT10S"))
        .then(
            "cues m3 agent opening [commitment]", "c3 at_risk 14:00:00~14:00:00~14:00:10 m3:5-17");
  }

  @Test
  void a_promise_to_the_end_of_a_day_warns_at_its_noon() {
    conversation()
        .agent("m1", "d’ici mardi", by("mardi", "tuesday"))
        .then(
            "cues m1 agent opening [commitment]",
            "c1 open 14:00:00~11:00:00~23:00:00 of 2026-11-24 m1:6-11")
        .after(Duration.ofHours(44))
        .thenNothing()
        .after(Duration.ofHours(1))
        .then("c1 at_risk 14:00:00~11:00:00~23:00:00 of 2026-11-24 m1:6-11");
  }

  @Test
  void a_promise_before_a_day_is_to_the_end_of_the_day_before() {
    conversation()
        .agent("m1", "avant mercredi", by("avant mercredi", "wednesdayT00:00"))
        .then(
            "cues m1 agent opening [commitment]",
            "c1 open 14:00:00~11:00:00~23:00:00 of 2026-11-24 m1:0-14");
  }

  @Test
  void words_without_a_deadline_or_with_one_that_is_over_promise_nothing_to_follow() {
    conversation()
        .agent("m1", "Comptez sur moi.", shows(CueName.COMMITMENT, "Comptez sur moi"))
        .agent("m2", "aujourd’hui à 10 h", by("10 h", "+0dT10:00"))
        .agent("m3", "bientôt", by("bientôt", "soon"))
        .customer("m4", "avant 15 h 20", by("avant 15 h 20", "T15:20"))
        .note("m5")
        .then(
            "cues m1 agent opening [commitment]",
            "cues m2 agent opening [commitment]",
            "cues m3 agent opening [commitment]",
            "cues m4 customer understanding [commitment]",
            "cues m5 agent understanding []");
    assertThat(conversation().state().wakeUp()).isEmpty();
  }

  @Test
  void the_same_promise_again_is_one_promise_with_two_places() {
    conversation()
        .agent("m1", "avant 15 h 20", by("15 h 20", "T15:20"))
        .skipping()
        .afterSeconds(60)
        .agent("m2", "donc avant 15 h 20", by("15 h 20", "T15:20"))
        .then(
            "cues m2 agent opening [commitment]",
            "c1 open 14:00:00~14:15:00~14:20:00 m1:6-13 m2:11-18");
  }

  @Test
  void the_same_length_again_keeps_the_earlier_deadline_and_another_one_is_another_promise() {
    conversation()
        .agent("m1", "dans une heure", by("une heure", "PT1H"))
        .skipping()
        .afterSeconds(60)
        .agent("m2", "dans une heure", by("une heure", "PT1H"))
        .then(
            "cues m2 agent opening [commitment]",
            "c1 open 14:00:00~14:45:00~15:00:00 m1:5-14 m2:5-14")
        .agent("m3", "plutôt dans deux heures", by("deux heures", "PT2H"))
        .then("cues m3 agent opening [commitment]", "c2 open 14:01:00~15:31:00~16:01:00 m3:12-23");
  }

  @Test
  void an_edit_moves_the_promise_of_its_message_counted_from_when_it_was_made() {
    conversation()
        .agent("m1", "dans une heure", by("une heure", "PT1H"))
        .skipping()
        .afterSeconds(300)
        .says(Author.AGENT, "m1", 1, "dans deux heures", by("deux heures", "PT2H"))
        .then("cues m1 agent opening [commitment]", "c1 open 14:00:00~15:30:00~16:00:00 m1:5-16")
        .says(Author.AGENT, "m1", 2, "dans deux heures.", by("deux heures", "PT2H"))
        .then("cues m1 agent opening [commitment]");
  }

  @Test
  void an_edit_that_no_longer_promises_withdraws_it_unless_it_is_promised_elsewhere_too() {
    conversation()
        .agent("m1", "avant 15 h 20", by("15 h 20", "T15:20"))
        .agent("m2", "avant 15 h 20", by("15 h 20", "T15:20"))
        .skipping()
        .says(Author.AGENT, "m1", 1, "bientôt")
        .then("cues m1 agent opening []", "c1 open 14:00:00~14:15:00~14:20:00 m2:6-13")
        .says(Author.AGENT, "m2", 1, "bientôt")
        .then("cues m2 agent opening []", "c1 withdrawn 14:00:00~14:15:00~14:20:00")
        .after(Duration.ofHours(1))
        .ends()
        .then("summary - [] [] {total=PT1H, first-response=PT0S}");
  }

  @Test
  void an_edit_may_make_a_late_promise_one_that_is_still_to_come() {
    conversation()
        .agent("m1", "dans une heure", by("une heure", "PT1H"))
        .after(Duration.ofMinutes(70))
        .skipping()
        .says(Author.AGENT, "m1", 1, "dans deux heures", by("deux heures", "PT2H"))
        .then("cues m1 agent opening [commitment]", "c1 open 14:00:00~15:30:00~16:00:00 m1:5-16");
  }

  @Test
  void the_agent_keeps_it_and_takes_that_back() {
    conversation()
        .agent("m1", "avant 15 h 20", by("15 h 20", "T15:20"))
        .skipping()
        .keeps("c9")
        .reopens("c1")
        .thenNothing()
        .keeps("c1")
        .then("c1 kept 14:00:00~14:15:00~14:20:00 m1:6-13")
        .after(Duration.ofMinutes(16))
        .keeps("c1")
        .thenNothing()
        .reopens("c1")
        .then("c1 at_risk 14:00:00~14:15:00~14:20:00 m1:6-13")
        .after(Duration.ofMinutes(4))
        .then("c1 missed 14:00:00~14:15:00~14:20:00 m1:6-13")
        .keeps("c1")
        .then("c1 kept 14:00:00~14:15:00~14:20:00 m1:6-13")
        .reopens("c1")
        .then("c1 missed 14:00:00~14:15:00~14:20:00 m1:6-13");
  }

  @Test
  void the_agents_own_next_words_keep_nothing_in_the_conversation_of_the_promise() {
    conversation()
        .agent("m1", "avant 15 h 20", by("15 h 20", "T15:20"))
        .skipping()
        .afterSeconds(60)
        .agent("m2", "C’est fait.")
        .customer("m3", "Merci")
        .then("cues m2 agent opening []", "cues m3 customer understanding []");
  }

  @Test
  void a_customer_for_whom_all_is_well_is_owed_no_time_of_the_clock_any_longer() {
    conversation()
        .agent("m1", "avant 15 h 20", by("15 h 20", "T15:20"))
        .agent("m2", "sous deux jours", by("deux jours", "P2D"))
        .skipping()
        .afterSeconds(60)
        .customer("m3", "C’est réglé", shows(CueName.RESOLVED, "réglé"))
        .then("cues m3 customer closing [resolved]", "c1 kept 14:00:00~14:15:00~14:20:00 m1:6-13");
  }

  @Test
  void a_promise_of_an_earlier_conversation_is_kept_when_the_agent_speaks_in_time() {
    conversation()
        .carries(promised(START.plusSeconds(600), Optional.empty()))
        .then("c1 at_risk 13:00:00~13:40:00~14:10:00 from earlier m7:3-9")
        .carries(promised(START.plusSeconds(600), Optional.empty()))
        .customer("m1", "Allô ?")
        .then("cues m1 customer opening []")
        .afterSeconds(30)
        .agent("m2", "Bonjour")
        .then("cues m2 agent opening []", "c1 kept 13:00:00~13:40:00~14:10:00 from earlier m7:3-9");
  }

  @Test
  void to_go_on_with_a_conversation_that_was_there_already_keeps_nothing() {
    conversation()
        .afterSeconds(1_200)
        .carries(promised(START.plusSeconds(600), START.plusSeconds(4_200), Optional.empty()))
        .skipping()
        .agent("m1", "Bonjour")
        .then("cues m1 agent opening []");
  }

  @Test
  void speaking_too_late_or_of_what_was_promised_for_a_day_keeps_nothing() {
    conversation()
        .carries(promised(START.plusSeconds(600), Optional.empty()))
        .skipping()
        .afterSeconds(600)
        .then("c1 missed 13:00:00~13:40:00~14:10:00 from earlier m7:3-9")
        .agent("m1", "Bonjour")
        .then("cues m1 agent opening []");
    conversation()
        .carries(promised(START.plusSeconds(6_000), Optional.of(LocalDate.of(2026, 11, 22))))
        .skipping()
        .agent("m1", "Bonjour")
        .then("cues m1 agent opening []");
  }

  @Test
  void after_the_end_no_time_passes_but_the_agent_may_still_keep_it() {
    ConversationDriver conversation =
        conversation()
            .agent("m1", "avant 15 h 20", by("15 h 20", "T15:20"))
            .skipping()
            .ends()
            .then("summary - [] [] {total=PT0S, first-response=PT0S} {c1=open}")
            .after(Duration.ofHours(2))
            .thenNothing()
            .keeps("c1")
            .then("c1 kept 14:00:00~14:15:00~14:20:00 m1:6-13")
            .reopens("c1")
            .then("c1 missed 14:00:00~14:15:00~14:20:00 m1:6-13");
    assertThat(conversation.state().wakeUp()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> conversation.carries(promised(START.plusSeconds(9_000), Optional.empty())));
  }

  @Test
  void no_more_than_so_many_promises_are_followed() {
    ConversationDriver conversation = conversation();
    for (int hours = 1; hours <= Ledger.MOST + 1; hours++) {
      conversation.agent("m" + hours, "promis", by("promis", "PT" + hours + "H"));
    }
    assertThat(conversation.state().commitments()).hasSize(Ledger.MOST);
  }

  private static ConversationDriver reminded() {
    return new ConversationDriver(
            House.of(
                timer("promise")
                    .asPromised()
                    .atRisk(Severity.NUDGE)
                    .breached(Severity.URGENT)
                    .build()))
        .starts()
        .skipping();
  }

  @Test
  void a_promise_that_falls_due_is_a_hint_and_one_that_is_late_an_urgent_one() {
    reminded()
        .agent("m1", "avant 15 h 20", by("15 h 20", "T15:20"))
        .then("cues m1 agent opening [commitment]", "c1 open 14:00:00~14:15:00~14:20:00 m1:6-13")
        .after(Duration.ofMinutes(15))
        .then(
            "c1 at_risk 14:00:00~14:15:00~14:20:00 m1:6-13",
            "hint h1 promise nudge [m1:6-13,promise@14:20:00] until 14:16:00")
        .after(Duration.ofMinutes(1))
        .then("withdrawn h1 expired")
        .after(Duration.ofMinutes(4))
        .then(
            "c1 missed 14:00:00~14:15:00~14:20:00 m1:6-13",
            "hint h2 promise urgent [m1:6-13,promise@14:20:00] until 14:21:00")
        .keeps("c1")
        .then("c1 kept 14:00:00~14:15:00~14:20:00 m1:6-13", "withdrawn h2 satisfied");
  }

  @Test
  void the_hint_is_about_what_falls_due_next_and_goes_when_its_promise_is_kept() {
    reminded()
        .agent("m1", "dans une heure", by("une heure", "PT1H"))
        .agent("m2", "dans 30 s", by("30 s", "PT30S"))
        .skipping()
        .afterSeconds(10)
        .then(
            "c2 at_risk 14:00:00~14:00:10~14:00:30 m2:5-9",
            "hint h1 promise nudge [m2:5-9,promise@14:00:30] until 14:01:10")
        .keeps("c2")
        .then("c2 kept 14:00:00~14:00:10~14:00:30 m2:5-9", "withdrawn h1 satisfied");
  }
}
