package io.souffleur.server.core;

import static io.souffleur.server.core.testing.ConversationDriver.START;
import static io.souffleur.server.core.testing.ConversationDriver.shows;
import static io.souffleur.server.core.testing.ItemBuilder.avoid;
import static io.souffleur.server.core.testing.ItemBuilder.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.souffleur.server.core.conversation.Agent;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.hint.HintId;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.testing.ConversationDriver;
import io.souffleur.server.core.testing.House;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndingTest {

  private static ConversationDriver conversation() {
    CueTest unhappy = CueTest.of(Author.CUSTOMER, CueName.DISSATISFACTION);
    return new ConversationDriver(
            House.of(
                say("greeting", CueName.GREETING).weight(3).build(),
                say("next-step", CueName.NEXT_STEP).build(),
                say("apology", CueName.APOLOGY).once(unhappy).weight(9).build(),
                avoid("blame", CueName.BLAME).build()))
        .starts()
        .skipping();
  }

  @Test
  void the_summary_weighs_what_was_done_against_what_applied() {
    conversation()
        .customer("m1", "Bonjour")
        .afterSeconds(20)
        .agent("m2", "Bonjour", shows(CueName.GREETING, "Bonjour"))
        .customer("m3", "Et ?")
        .afterSeconds(40)
        .agent("m4", "Oui")
        .skipping()
        .ends()
        .then(
            "item next-step missed",
            "item blame done",
            "summary 0.80 [greeting=done, next-step=missed, apology=not_applicable, blame=done] []"
                + " {total=PT1M, first-response=PT20S, mean-response=PT30S,"
                + " longest-response=PT40S}");
  }

  @Test
  void after_the_end_only_what_is_said_about_it_is_taken() {
    ConversationDriver conversation = conversation().ends().skipping();
    conversation
        .happens(new Event.SurveyAnswered(START.plusSeconds(9), "csat", 5))
        .happens(new Event.HintUsed(START.plusSeconds(9), new HintId("h1")))
        .happens(new Event.Woken(START.plusSeconds(99)))
        .thenNothing();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> conversation.afterSeconds(10).agent("m9", "Bonjour"))
        .withMessageContaining("ended");
    assertThatIllegalArgumentException()
        .isThrownBy(conversation::ends)
        .withMessageContaining("ended");
    assertThat(conversation.wouldTick("Bonjour", shows(CueName.GREETING, "Bonjour"))).isEmpty();
  }

  @Test
  void time_never_goes_back_and_a_conversation_starts_once() {
    ConversationDriver conversation = conversation().afterSeconds(10).agent("m1", "Oui").skipping();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> conversation.happens(new Event.CallHeld(START)))
        .withMessageContaining("2026-11-22T14:00:00Z is before 2026-11-22T14:00:10Z");
    Event.Started again =
        new Event.Started(
            START.plusSeconds(20),
            conversation.state().facts().medium(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            conversation.state().facts().customer(),
            Optional.empty(),
            conversation.state().facts().zone());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> conversation.happens(again))
        .withMessageContaining("started already");
  }

  @Test
  void another_agent_goes_on_where_the_first_left() {
    ConversationDriver conversation =
        conversation()
            .agent("m1", "Bonjour", shows(CueName.GREETING, "Bonjour"))
            .skipping()
            .happens(new Event.Assigned(START, new Agent("bo", "Bo"), Optional.of("ines")))
            .thenNothing()
            .agent("m2", "Bonjour", shows(CueName.GREETING, "Bonjour"))
            .then("cues m2 agent opening [greeting]");
    assertThat(conversation.state().facts().agent()).contains(new Agent("bo", "Bo"));
  }
}
