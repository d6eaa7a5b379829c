package io.souffleur.server.core;

import static io.souffleur.server.core.testing.ConversationDriver.shows;
import static io.souffleur.server.core.testing.ItemBuilder.avoid;
import static io.souffleur.server.core.testing.ItemBuilder.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.testing.ConversationDriver;
import io.souffleur.server.core.testing.House;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the check of an unsent answer decides: what it would tick, break and leave out. */
class DraftTest {

  private static ConversationDriver conversation(Rule... rules) {
    return new ConversationDriver(House.of(rules));
  }

  private static ConversationDriver started(Rule... rules) {
    return conversation(rules).starts().skipping();
  }

  @Test
  void a_draft_is_tried_on_a_copy() {
    ConversationDriver conversation =
        started(
            say("greeting", CueName.GREETING).build(),
            say("customer-name", CueName.CUSTOMER_NAME).times(2).build());
    State before = conversation.state();
    assertThat(
            conversation.wouldTick(
                "Bonjour Camille",
                shows(CueName.GREETING, "Bonjour"),
                shows(CueName.CUSTOMER_NAME, "Camille")))
        .containsExactly("greeting");
    assertThat(conversation.state()).isSameAs(before);
    conversation.agent("m1", "Bonjour", shows(CueName.GREETING, "Bonjour")).skipping();
    assertThat(conversation.wouldTick("Bonjour", shows(CueName.GREETING, "Bonjour"))).isEmpty();
  }

  @Test
  void a_draft_that_would_break_something_says_with_which_words() {
    ConversationDriver conversation =
        started(avoid("jargon", CueName.JARGON).build(), say("thanks", CueName.THANKS).build());
    assertThat(conversation.wouldBreak("Merci pour le RIO", shows(CueName.JARGON, "RIO")))
        .containsExactly("jargon RIO");
    assertThat(conversation.wouldBreak("Merci", shows(CueName.THANKS, "Merci"))).isEmpty();
  }

  /** Camille has written, and Inès has understood: the next word may be the last. */
  private static ConversationDriver solving(Rule... rules) {
    return conversation(rules)
        .starts()
        .customer("c1", "Bonjour")
        .agent("a1", "Si je comprends bien", shows(CueName.RESTATEMENT, "comprends"))
        .skipping();
  }

  private static final ConversationDriver.Shown GOODBYE = shows(CueName.FAREWELL, "Bonne journée");

  @Test
  void a_goodbye_before_the_next_step_is_told_with_the_words_that_close() {
    ConversationDriver conversation =
        solving(
            say("next-step", CueName.NEXT_STEP)
                .dueFrom(Stage.CLOSING)
                .atRisk(Severity.PROMPT)
                .build());
    assertThat(conversation.wouldLeaveOut("Merci. Bonne journée !", GOODBYE))
        .containsExactly("next-step Bonne journée");
    assertThat(
            conversation.wouldLeaveOut(
                "Il part demain. Bonne journée !",
                shows(CueName.NEXT_STEP, "part demain"),
                GOODBYE))
        .isEmpty();
    assertThat(conversation.wouldLeaveOut("Je regarde.")).isEmpty();
  }

  @Test
  void a_goodbye_is_told_too_when_the_customer_has_closed_before() {
    ConversationDriver conversation =
        solving(
                say("next-step", CueName.NEXT_STEP)
                    .dueFrom(Stage.CLOSING)
                    .atRisk(Severity.PROMPT)
                    .build())
            .customer("c2", "Au revoir", shows(CueName.FAREWELL, "Au revoir"))
            .skipping();
    assertThat(conversation.wouldLeaveOut("Bonne journée !", GOODBYE))
        .containsExactly("next-step Bonne journée");
    assertThat(conversation.wouldLeaveOut("Je regarde.")).isEmpty();
  }

  @Test
  void what_only_nudges_is_told_in_a_goodbye_but_not_in_one_more_offer_of_help() {
    ConversationDriver conversation =
        solving(
            say("thanks", CueName.THANKS).dueFrom(Stage.CLOSING).atRisk(Severity.NUDGE).build(),
            say("next-step", CueName.NEXT_STEP)
                .dueFrom(Stage.CLOSING)
                .atRisk(Severity.PROMPT)
                .build());
    assertThat(
            conversation.wouldLeaveOut("Autre chose ?", shows(CueName.FURTHER_HELP, "Autre chose")))
        .containsExactly("next-step Autre chose");
    assertThat(conversation.wouldLeaveOut("Bonne journée !", GOODBYE))
        .containsExactly("thanks Bonne journée", "next-step Bonne journée");
  }

  @Test
  void the_last_of_the_messages_given_is_told_without_words() {
    ConversationDriver conversation =
        conversation(
                say("apology", CueName.APOLOGY)
                    .once(CueTest.of(Author.CUSTOMER, CueName.COMPLAINT))
                    .dueWithin(0, 2)
                    .atRisk(Severity.PROMPT)
                    .build())
            .starts()
            .customer("c1", "Il est cassé", shows(CueName.COMPLAINT, "cassé"))
            .skipping();
    assertThat(conversation.wouldLeaveOut("Je regarde.")).isEmpty();
    conversation.agent("a1", "Je regarde.").skipping();
    assertThat(conversation.wouldLeaveOut("Voilà.")).containsExactly("apology");
    assertThat(conversation.wouldLeaveOut("Pardon.", shows(CueName.APOLOGY, "Pardon"))).isEmpty();
    conversation.agent("a2", "Voilà.").skipping();
    assertThat(conversation.wouldLeaveOut("Voilà.")).isEmpty();
  }

  @Test
  void a_wait_without_its_length_is_told_with_the_words_that_announce_it() {
    CueTest wait = CueTest.of(Author.AGENT, CueName.WAIT_NOTICE);
    ConversationDriver conversation =
        started(
            say("wait-length", wait.withAnyValue())
                .everyTime(wait)
                .dueWithin(0, 1)
                .atRisk(Severity.PROMPT)
                .build());
    assertThat(
            conversation.wouldLeaveOut(
                "Veuillez patienter.", shows(CueName.WAIT_NOTICE, "patienter")))
        .containsExactly("wait-length patienter");
    assertThat(
            conversation.wouldLeaveOut(
                "Deux minutes.", shows(CueName.WAIT_NOTICE, "Deux minutes", "PT2M")))
        .isEmpty();
    assertThat(conversation.wouldLeaveOut("Je regarde.")).isEmpty();
  }

  @Test
  void what_only_ticks_is_not_told_unless_the_house_has_words_for_it() {
    assertThat(
            solving(say("thanks", CueName.THANKS).dueFrom(Stage.CLOSING).build())
                .wouldLeaveOut("Bonne journée !", GOODBYE))
        .isEmpty();
    assertThat(
            solving(
                    say("thanks", CueName.THANKS)
                        .dueFrom(Stage.CLOSING)
                        .inDrafts(Severity.NUDGE, null, false)
                        .build())
                .wouldLeaveOut("Bonne journée !", GOODBYE))
        .containsExactly("thanks Bonne journée");
  }

  @Test
  void a_rule_that_the_agent_contests_says_no_more_about_drafts() {
    ConversationDriver conversation =
        solving(
                say("next-step", CueName.NEXT_STEP)
                    .dueFrom(Stage.CLOSING)
                    .atRisk(Severity.PROMPT)
                    .build())
            .contests("next-step")
            .skipping();
    assertThat(conversation.wouldLeaveOut("Bonne journée !", GOODBYE)).isEmpty();
  }

  @Test
  void time_that_runs_out_by_itself_is_not_the_fault_of_a_draft() {
    ConversationDriver conversation =
        solving(
            say("news", CueName.NEXT_STEP)
                .dueWithin(Duration.ofSeconds(1), Duration.ofSeconds(2))
                .atRisk(Severity.PROMPT)
                .build());
    conversation.after(Duration.ofSeconds(10)).skipping();
    assertThat(conversation.wouldLeaveOut("Voilà.")).isEmpty();
  }

  @Test
  void what_comes_before_its_time_is_told_with_the_words_that_come_too_soon() {
    ConversationDriver conversation =
        solving(
            say("wish", CueName.WISH_QUESTION)
                .before(CueTest.of(Author.AGENT, CueName.SOLUTION))
                .atRisk(Severity.PROMPT)
                .build());
    assertThat(
            conversation.wouldLeaveOut(
                "Je vous rembourse.", shows(CueName.SOLUTION, "vous rembourse")))
        .containsExactly("wish vous rembourse");
    assertThat(
            conversation.wouldLeaveOut(
                "Que préférez-vous ? Je vous rembourse ?",
                shows(CueName.WISH_QUESTION, "préférez"),
                shows(CueName.SOLUTION, "vous rembourse")))
        .isEmpty();
  }

  @Test
  void once_too_often_is_told_with_the_words_that_are_too_many() {
    ConversationDriver conversation =
        solving(say("name", CueName.CUSTOMER_NAME).atMost(2).build())
            .agent("a2", "Camille", shows(CueName.CUSTOMER_NAME, "Camille"))
            .skipping();
    assertThat(conversation.wouldBreak("Oui, Camille", shows(CueName.CUSTOMER_NAME, "Camille")))
        .isEmpty();
    conversation.agent("a3", "Camille", shows(CueName.CUSTOMER_NAME, "Camille")).skipping();
    assertThat(conversation.wouldBreak("Oui, Camille", shows(CueName.CUSTOMER_NAME, "Camille")))
        .containsExactly("name Camille");
  }
}
