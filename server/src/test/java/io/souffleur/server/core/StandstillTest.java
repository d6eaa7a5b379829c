package io.souffleur.server.core;

import static io.souffleur.server.core.testing.ConversationDriver.shows;
import static io.souffleur.server.core.testing.ItemBuilder.say;
import static io.souffleur.server.core.testing.TimerBuilder.timer;

import io.souffleur.server.core.calendar.Calendars;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.rule.Limit;
import io.souffleur.server.core.rule.Moment;
import io.souffleur.server.core.rule.Occurrence;
import io.souffleur.server.core.rule.Pause;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.testing.ConversationDriver;
import io.souffleur.server.core.testing.ConversationDriver.Shown;
import io.souffleur.server.core.testing.House;
import io.souffleur.server.core.testing.TimerBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Clocks that stand still: paused, or outside the hours of their calendar. */
class StandstillTest {

  private static final Shown TWO_MINUTES = shows(CueName.WAIT_NOTICE, "Deux minutes", "PT2M");

  private static TimerBuilder response(Pause... pauses) {
    return timer("response")
        .from(new Moment.MessageBy(Author.CUSTOMER))
        .to(new Moment.MessageBy(Author.AGENT))
        .within(Duration.ofMinutes(1))
        .pausedBy(pauses);
  }

  private static ConversationDriver started(Rule... rules) {
    return new ConversationDriver(House.of(rules)).starts().skipping();
  }

  private static Event held(ConversationDriver conversation) {
    return new Event.CallHeld(conversation.now());
  }

  private static Event resumed(ConversationDriver conversation) {
    return new Event.CallResumed(conversation.now());
  }

  @Test
  void a_clock_stands_still_while_the_customer_is_on_hold_and_its_deadline_moves() {
    ConversationDriver conversation = started(response(Pause.HELD).build());
    conversation
        .customer("m1", "Alors ?")
        .then("cues m1 customer opening []", "timer response running 14:00:00~14:00:30~14:01:00")
        .afterSeconds(40)
        .happens(held(conversation))
        .then("timer response stopped 14:00:00~14:00:30~14:01:00")
        .afterSeconds(600)
        .thenNothing()
        .happens(resumed(conversation))
        .then("timer response running 14:00:00~14:00:30~14:11:00")
        .afterSeconds(19)
        .thenNothing()
        .afterSeconds(1)
        .then("timer response breached 14:00:00~14:00:30~14:11:00");
  }

  @Test
  void what_stops_it_while_it_stands_still_is_in_time() {
    ConversationDriver conversation = started(response(Pause.HELD).build());
    conversation
        .customer("m1", "Alors ?")
        .happens(held(conversation))
        .skipping()
        .afterSeconds(600)
        .agent("m2", "Me voici")
        .then("cues m2 agent opening []", "timer response met 14:00:00~14:00:30~14:01:00");
  }

  @Test
  void during_an_announced_wait_nobody_owes_an_answer() {
    started(response(Pause.WAIT_ANNOUNCED).breached(Severity.URGENT).build())
        .agent("m1", "Deux minutes", TWO_MINUTES)
        .then("cues m1 agent opening [wait-notice]")
        .afterSeconds(5)
        .customer("m2", "ok j’attends")
        .then(
            "cues m2 customer understanding []",
            "timer response stopped 14:00:05~14:00:35~14:01:05")
        .afterSeconds(114)
        .thenNothing()
        .afterSeconds(1)
        .then("timer response running 14:00:05~14:02:30~14:03:00")
        .afterSeconds(60)
        .then(
            "timer response breached 14:00:05~14:02:30~14:03:00",
            "hint h1 response urgent [response@14:03:00] until 14:04:00");
  }

  @Test
  void a_wait_is_over_when_the_agent_speaks_or_goes_on_when_announced_again() {
    started(
            timer("silence")
                .from(new Moment.MessageBy(Author.AGENT))
                .to(new Moment.MessageBy(Author.CUSTOMER))
                .within(Duration.ofMinutes(1))
                .pausedBy(Pause.WAIT_ANNOUNCED)
                .build())
        .agent("m1", "Deux minutes", TWO_MINUTES)
        .then(
            "cues m1 agent opening [wait-notice]",
            "timer silence stopped 14:00:00~14:00:30~14:01:00")
        .afterSeconds(100)
        .agent("m2", "Deux minutes encore", TWO_MINUTES)
        .then("cues m2 agent opening [wait-notice]")
        .afterSeconds(100)
        .agent("m3", "Voilà")
        .then("cues m3 agent opening []", "timer silence running 14:00:00~14:03:50~14:04:20");
  }

  @Test
  void while_the_customer_owes_an_answer_the_clock_of_the_case_stands_still() {
    started(
            timer("solved")
                .from(new Moment.ConversationStarted())
                .to(new Moment.ConversationEnded())
                .within(Duration.ofMinutes(10))
                .pausedBy(Pause.CUSTOMER_OWES)
                .build())
        .afterSeconds(60)
        .agent("m1", "Quel numéro ?", shows(CueName.QUESTION, "Quel numéro"))
        .then("cues m1 agent opening [question]", "timer solved stopped 14:00:00~14:05:00~14:10:00")
        .afterSeconds(30)
        .agent("m2", "Prenez votre temps")
        .then("cues m2 agent opening []")
        .afterSeconds(30)
        .customer("m3", "4812")
        .then(
            "cues m3 customer understanding []", "timer solved running 14:00:00~14:06:00~14:11:00")
        .ends()
        .then(
            "timer solved met 14:00:00~14:06:00~14:11:00",
            "summary - [] [solved=met] {total=PT2M, first-response=PT1M}");
  }

  @Test
  void a_hint_goes_while_its_clock_stands_still() {
    ConversationDriver conversation =
        started(response(Pause.HELD).atRisk(Severity.NUDGE).coolDown(Duration.ZERO).build());
    conversation
        .customer("m1", "Alors ?")
        .skipping()
        .afterSeconds(30)
        .then("hint h1 response nudge [response@14:01:00] until 14:01:30")
        .happens(held(conversation))
        .then("timer response stopped 14:00:00~14:00:30~14:01:00", "withdrawn h1 expired");
  }

  @Test
  void a_clock_by_a_calendar_runs_while_the_house_is_open() {
    Rule callBack =
        timer("call-back")
            .from(new Moment.MessageBy(Author.CUSTOMER))
            .to(new Moment.MessageBy(Author.AGENT))
            .within(new Limit.OpeningTime(Duration.ofHours(4), Calendars.OFFICE))
            .build();
    new ConversationDriver(House.of(callBack))
        .startsAt("2026-11-23T14:00:00Z")
        .starts()
        .customer("m1", "Rappelez-moi")
        .then("cues m1 customer opening []", "timer call-back running 14:00:00~08:00:00~10:00:00")
        .after(Duration.ofMinutes(90))
        .then("timer call-back stopped 14:00:00~08:00:00~10:00:00")
        .after(Duration.ofHours(15))
        .thenNothing()
        .after(Duration.ofHours(1))
        .then("timer call-back running 14:00:00~08:00:00~10:00:00")
        .after(Duration.ofMinutes(150))
        .then("timer call-back breached 14:00:00~08:00:00~10:00:00");
  }

  @Test
  void business_days_end_at_the_closing_of_the_last_of_them() {
    Rule reply =
        timer("reply")
            .from(new Moment.ConversationStarted())
            .to(new Moment.MessageBy(Author.AGENT))
            .within(new Limit.BusinessDays(2, Calendars.OFFICE))
            .build();
    ConversationDriver conversation =
        new ConversationDriver(House.of(reply)).startsAt("2026-11-27T09:00:00Z").starts();
    conversation.skipping().after(Duration.ofDays(4)).skipping();
    conversation
        .after(Duration.ofHours(6))
        .then(
            "timer reply stopped 09:00:00~12:45:00~15:30:00",
            "timer reply running 09:00:00~12:45:00~15:30:00")
        .after(Duration.ofMinutes(30))
        .then("timer reply breached 09:00:00~12:45:00~15:30:00");
  }

  @Test
  void a_clock_by_a_calendar_can_be_paused_and_keeps_what_was_left_of_its_opening_time() {
    Rule callBack =
        timer("call-back")
            .from(new Moment.MessageBy(Author.CUSTOMER))
            .to(new Moment.MessageBy(Author.AGENT))
            .within(new Limit.OpeningTime(Duration.ofHours(1), Calendars.OFFICE))
            .pausedBy(Pause.HELD)
            .build();
    ConversationDriver conversation =
        new ConversationDriver(House.of(callBack)).startsAt("2026-11-23T15:00:00Z").starts();
    conversation
        .customer("m1", "Rappelez-moi")
        .then("cues m1 customer opening []", "timer call-back running 15:00:00~15:30:00~08:00:00")
        .after(Duration.ofMinutes(15))
        .happens(held(conversation))
        .then("timer call-back stopped 15:00:00~15:30:00~08:00:00")
        .after(Duration.ofMinutes(16 * 60 + 45))
        .thenNothing()
        .happens(resumed(conversation))
        .then("timer call-back running 15:00:00~08:15:00~08:45:00");
  }

  @Test
  void a_clock_may_wait_for_the_end_or_start_there_for_the_survey() {
    Rule survey =
        timer("survey")
            .from(new Moment.ConversationEnded())
            .to(new Moment.SurveyAnswered())
            .within(Duration.ofMinutes(10))
            .build();
    ConversationDriver answered = started(survey);
    answered
        .ends()
        .then("timer survey running 14:00:00~14:05:00~14:10:00", "summary - [] [] {total=PT0S}")
        .afterSeconds(60)
        .happens(new Event.SurveyAnswered(answered.now(), "csat", 5))
        .then("timer survey met 14:00:00~14:05:00~14:10:00")
        .afterSeconds(900)
        .thenNothing();
    ConversationDriver silent = started(survey);
    silent
        .ends()
        .skipping()
        .afterSeconds(600)
        .then("timer survey breached 14:00:00~14:05:00~14:10:00")
        .happens(new Event.SurveyAnswered(silent.now(), "csat", 5))
        .then("timer survey stopped 14:00:00~14:05:00~14:10:00");
  }

  @Test
  void a_transfer_starts_a_clock_that_the_next_agent_stops() {
    ConversationDriver conversation =
        started(
            timer("taken-over")
                .from(new Moment.Happens(Occurrence.TRANSFER))
                .to(new Moment.MessageBy(Author.AGENT))
                .within(Duration.ofMinutes(1))
                .build());
    conversation
        .happens(conversation.transfer("bo"))
        .then("timer taken-over running 14:00:00~14:00:30~14:01:00")
        .afterSeconds(20)
        .agent("m1", "Bonjour")
        .then("cues m1 agent opening []", "timer taken-over met 14:00:00~14:00:30~14:01:00");
  }

  @Test
  void an_item_may_be_due_by_a_calendar() {
    Rule thanks =
        say("news", CueName.NEXT_STEP)
            .dueWithin(new Limit.OpeningTime(Duration.ofHours(2), Calendars.OFFICE))
            .build();
    new ConversationDriver(House.of(thanks))
        .startsAt("2026-11-27T14:30:00Z")
        .starts()
        .then("item news pending due 08:30:00")
        .after(Duration.ofHours(65))
        .thenNothing()
        .after(Duration.ofMinutes(30))
        .then("item news at_risk due 08:30:00")
        .after(Duration.ofMinutes(30))
        .then("item news missed due 08:30:00");
  }
}
