package io.souffleur.server.core;

import static io.souffleur.server.core.testing.ConversationDriver.START;
import static io.souffleur.server.core.testing.ConversationDriver.shows;
import static io.souffleur.server.core.testing.TimerBuilder.timer;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Moment;
import io.souffleur.server.core.rule.Occurrence;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.testing.ConversationDriver;
import io.souffleur.server.core.testing.House;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimersTest {

  private static final Rule FIRST_RESPONSE =
      timer("first-response")
          .from(new Moment.ConversationStarted())
          .to(new Moment.MessageBy(Author.AGENT))
          .within(Duration.ofMinutes(1))
          .build();
  private static final Rule RESPONSE =
      timer("response")
          .from(new Moment.MessageBy(Author.CUSTOMER))
          .to(new Moment.MessageBy(Author.AGENT))
          .within(Duration.ofMinutes(2))
          .build();
  private static final Rule SILENCE =
      timer("silence")
          .from(new Moment.Heard(CueTest.of(Author.AGENT, CueName.WAIT_NOTICE)))
          .to(new Moment.MessageBy(Author.AGENT))
          .asAnnounced(Duration.ofSeconds(30))
          .build();

  private static ConversationDriver conversation(Rule... rules) {
    return new ConversationDriver(House.of(rules)).starts();
  }

  @Test
  void it_is_met_when_stopped_in_time_and_does_not_start_again_by_itself() {
    conversation(FIRST_RESPONSE)
        .then("timer first-response running 14:00:00~14:00:30~14:01:00")
        .afterSeconds(59)
        .thenNothing()
        .agent("m1", "Oui")
        .then("cues m1 agent opening []", "timer first-response met 14:00:00~14:00:30~14:01:00")
        .afterSeconds(600)
        .agent("m2", "Oui")
        .then("cues m2 agent opening []");
  }

  @Test
  void it_is_breached_at_its_deadline_and_stopped_when_the_answer_comes_late() {
    conversation(FIRST_RESPONSE)
        .skipping()
        .afterSeconds(60)
        .then("timer first-response breached 14:00:00~14:00:30~14:01:00")
        .afterSeconds(60)
        .thenNothing()
        .agent("m1", "Oui")
        .then(
            "cues m1 agent opening []", "timer first-response stopped 14:00:00~14:00:30~14:01:00");
  }

  @Test
  void an_answer_at_the_very_deadline_is_late() {
    conversation(FIRST_RESPONSE)
        .skipping()
        .happens(new Event.Woken(START.plusSeconds(10)))
        .thenNothing()
        .afterSeconds(60)
        .agent("m1", "Oui")
        .then(
            "timer first-response breached 14:00:00~14:00:30~14:01:00",
            "cues m1 agent opening []",
            "timer first-response stopped 14:00:00~14:00:30~14:01:00");
  }

  @Test
  void a_running_timer_is_not_restarted_and_can_run_again_later() {
    conversation(RESPONSE)
        .customer("m1", "Bonjour")
        .then("cues m1 customer opening []", "timer response running 14:00:00~14:01:00~14:02:00")
        .afterSeconds(10)
        .customer("m2", "Ma commande ?")
        .then("cues m2 customer opening []")
        .afterSeconds(10)
        .agent("m3", "Oui")
        .then("cues m3 agent opening []", "timer response met 14:00:00~14:01:00~14:02:00")
        .afterSeconds(10)
        .customer("m4", "Alors ?")
        .then(
            "cues m4 customer understanding []",
            "timer response running 14:00:30~14:01:30~14:02:30");
  }

  @Test
  void notes_bots_and_edits_neither_start_nor_stop_it() {
    conversation(RESPONSE)
        .customer("m1", "Bonjour")
        .skipping()
        .note("n1")
        .says(Author.BOT, "b1", 0, "Bonjour")
        .then("cues n1 agent opening []", "cues b1 bot opening []")
        .agent("m2", "Oui")
        .skipping()
        .says(Author.CUSTOMER, "m1", 1, "Bonjour !")
        .then("cues m1 customer understanding []");
  }

  @Test
  void an_announced_wait_runs_as_long_as_it_was_announced() {
    conversation(SILENCE)
        .agent("m1", "Deux minutes", shows(CueName.WAIT_NOTICE, "Deux minutes", "PT2M"))
        .then(
            "cues m1 agent opening [wait-notice]",
            "timer silence running 14:00:00~14:01:15~14:02:30")
        .afterSeconds(149)
        .thenNothing()
        .afterSeconds(1)
        .then("timer silence breached 14:00:00~14:01:15~14:02:30");
  }

  @Test
  void the_message_that_ends_one_wait_may_announce_the_next() {
    conversation(SILENCE)
        .agent("m1", "Deux minutes", shows(CueName.WAIT_NOTICE, "Deux minutes", "PT2M"))
        .skipping()
        .afterSeconds(60)
        .agent("m2", "Encore une minute", shows(CueName.WAIT_NOTICE, "une minute", "PT1M"))
        .then(
            "cues m2 agent opening [wait-notice]",
            "timer silence running 14:01:00~14:01:45~14:02:30");
  }

  @Test
  void a_wait_without_a_length_or_with_a_senseless_one_starts_nothing() {
    conversation(SILENCE)
        .agent("m1", "Un instant", shows(CueName.WAIT_NOTICE, "Un instant"))
        .agent("m2", "Un instant", shows(CueName.WAIT_NOTICE, "Un instant", "bientôt"))
        .agent("m3", "Un instant", shows(CueName.WAIT_NOTICE, "Un instant", "PT0S"))
        .agent("m4", "Un instant", shows(CueName.WAIT_NOTICE, "Un instant", "PT9999999999H"))
        .then(
            "cues m1 agent opening [wait-notice]",
            "cues m2 agent opening [wait-notice]",
            "cues m3 agent opening [wait-notice]",
            "cues m4 agent opening [wait-notice]");
  }

  @Test
  void a_call_is_answered_and_held() {
    conversation(
            timer("answer")
                .from(new Moment.Happens(Occurrence.RINGING))
                .to(new Moment.Happens(Occurrence.ANSWERED))
                .within(Duration.ofSeconds(20))
                .build(),
            timer("hold")
                .from(new Moment.Happens(Occurrence.HELD))
                .to(new Moment.Happens(Occurrence.RESUMED))
                .within(Duration.ofSeconds(40))
                .build())
        .happens(new Event.CallRinging(START, Optional.of(1)))
        .then("timer answer running 14:00:00~14:00:10~14:00:20")
        .happens(new Event.CallAnswered(START))
        .then("timer answer met 14:00:00~14:00:10~14:00:20")
        .happens(new Event.CallHeld(START))
        .then("timer hold running 14:00:00~14:00:20~14:00:40")
        .happens(new Event.CallResumed(START))
        .then("timer hold met 14:00:00~14:00:20~14:00:40");
  }

  @Test
  void the_end_stops_what_runs_and_the_summary_remembers_a_breach() {
    conversation(FIRST_RESPONSE, RESPONSE)
        .customer("m1", "Bonjour")
        .skipping()
        .afterSeconds(61)
        .skipping()
        .ends()
        .then(
            "timer first-response stopped 14:00:00~14:00:30~14:01:00",
            "timer response stopped 14:00:00~14:01:00~14:02:00",
            "summary - [] [first-response=breached, response=stopped] {total=PT1M1S}")
        .afterSeconds(3600)
        .thenNothing();
  }
}
