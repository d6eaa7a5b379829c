package io.souffleur.server.core;

import static io.souffleur.server.core.testing.ConversationDriver.shows;
import static io.souffleur.server.core.testing.ItemBuilder.avoid;
import static io.souffleur.server.core.testing.ItemBuilder.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.Agent;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.conversation.ItemState;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Occurrence;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.testing.ConversationDriver;
import io.souffleur.server.core.testing.House;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What must come before something, after something, up to a stage, or not too often. */
class OrderTest {

  private static final CueTest SOLUTION = CueTest.of(Author.AGENT, CueName.SOLUTION);
  private static final Rule ASK_FIRST =
      say("ask-first", CueName.WISH_QUESTION).before(SOLUTION, Stage.UNDERSTANDING).build();

  private static final Rule.Item HOLD_NOTICE =
      say("hold-notice", CueName.WAIT_NOTICE).latelyBefore(Occurrence.HELD, 2).build();

  private static ConversationDriver started(Rule... rules) {
    return new ConversationDriver(House.of(rules)).starts().skipping();
  }

  @Test
  void what_is_said_before_the_other_is_in_time() {
    started(ASK_FIRST)
        .agent("m1", "Oui")
        .customer("m2", "Il est cassé")
        .then(
            "cues m1 agent opening []",
            "cues m2 customer understanding []",
            "item ask-first at_risk")
        .agent("m3", "Que préférez-vous ?", shows(CueName.WISH_QUESTION, "Que préférez-vous"))
        .then("cues m3 agent understanding [wish-question]", "item ask-first done m3:0-17")
        .agent("m4", "Je le remplace", shows(CueName.SOLUTION, "remplace"))
        .then("cues m4 agent solving [solution]");
  }

  @Test
  void words_that_are_both_at_once_do_not_come_first() {
    ConversationDriver conversation =
        started(ASK_FIRST)
            .customer("m1", "Il est cassé")
            .agent(
                "m2",
                "Un échange ?",
                shows(CueName.WISH_QUESTION, "Un échange"),
                shows(CueName.SOLUTION, "Un échange"));
    assertThat(conversation.state().view().items().getFirst().state()).isEqualTo(ItemState.MISSED);
  }

  @Test
  void behind_the_other_in_one_breath_is_not_lately_before_it() {
    ConversationDriver conversation =
        started(say("ask", CueName.WISH_QUESTION).latelyBefore(SOLUTION, 1).build())
            .agent("m1", "Que préférez-vous ?", shows(CueName.WISH_QUESTION, "préférez"))
            .agent("m2", "Voyons")
            .agent(
                "m3",
                "Je le remplace. Que préférez-vous ?",
                shows(CueName.SOLUTION, "remplace"),
                shows(CueName.WISH_QUESTION, "préférez"));
    assertThat(conversation.state().view().items().getFirst().state()).isEqualTo(ItemState.MISSED);
  }

  @Test
  void an_edit_says_nothing_lately() {
    ConversationDriver conversation =
        started(HOLD_NOTICE)
            .agent("m1", "Un instant", shows(CueName.WAIT_NOTICE, "Un instant"))
            .agent("m2", "Voyons")
            .agent("m3", "Voilà")
            .says(
                Author.AGENT,
                "m1",
                1,
                "Un instant, merci",
                shows(CueName.WAIT_NOTICE, "Un instant"));
    conversation.happens(new Event.CallHeld(conversation.state().reached()));
    assertThat(conversation.state().view().items().getFirst().state()).isEqualTo(ItemState.MISSED);
  }

  @Test
  void once_the_other_came_first_it_is_missed_for_good() {
    started(ASK_FIRST)
        .agent("m1", "Je le remplace", shows(CueName.SOLUTION, "remplace"))
        .then("cues m1 agent opening [solution]", "item ask-first missed")
        .agent("m2", "Ou préférez-vous ?", shows(CueName.WISH_QUESTION, "préférez-vous"))
        .then("cues m2 agent opening [wish-question]", "item ask-first missed m2:3-16");
  }

  @Test
  void in_one_text_the_place_decides() {
    started(ASK_FIRST)
        .agent(
            "m1",
            "Que préférez-vous ? Je peux le remplacer",
            shows(CueName.WISH_QUESTION, "Que préférez-vous"),
            shows(CueName.SOLUTION, "remplacer"))
        .then("cues m1 agent opening [wish-question,solution]", "item ask-first done m1:0-17");
    started(ASK_FIRST)
        .agent(
            "m1",
            "Je peux le remplacer, ou préférez-vous ?",
            shows(CueName.SOLUTION, "remplacer"),
            shows(CueName.WISH_QUESTION, "préférez-vous"))
        .then("cues m1 agent opening [solution,wish-question]", "item ask-first missed m1:25-38");
  }

  @Test
  void an_edit_that_takes_the_other_away_waits_for_the_next_one() {
    started(ASK_FIRST)
        .agent("m1", "Je le remplace", shows(CueName.SOLUTION, "remplace"))
        .skipping()
        .says(Author.AGENT, "m1", 1, "Je regarde")
        .then("cues m1 agent opening []", "item ask-first pending")
        .agent("m2", "Je le remplace", shows(CueName.SOLUTION, "remplace"))
        .then("cues m2 agent opening [solution]", "item ask-first missed");
  }

  @Test
  void where_the_other_never_came_it_did_not_apply() {
    started(ASK_FIRST)
        .ends()
        .then(
            "item ask-first not_applicable",
            "summary - [ask-first=not_applicable] [] {total=PT0S}");
  }

  @Test
  void something_without_words_can_be_what_should_have_waited() {
    started(
            say("announce", CueName.TRANSFER_NOTICE)
                .before(Occurrence.TRANSFER)
                .missed(Severity.NUDGE)
                .build())
        .happens(
            new Event.Assigned(ConversationDriver.START, new Agent("b", "Bo"), Optional.empty()))
        .thenNothing()
        .happens(
            new Event.Assigned(ConversationDriver.START, new Agent("c", "Cy"), Optional.of("b")))
        .then("item announce missed", "hint h1 announce nudge [] until 14:01:00");
  }

  @Test
  void what_must_be_said_lately_is_asked_for_each_time_the_other_comes() {
    started(HOLD_NOTICE)
        .agent("m1", "Ne quittez pas", shows(CueName.WAIT_NOTICE, "Ne quittez pas"))
        .then("cues m1 agent opening [wait-notice]", "item hold-notice done m1:0-14")
        .agent("m2", "Je vérifie")
        .skipping()
        .happens(new Event.CallHeld(ConversationDriver.START))
        .thenNothing()
        .agent("m3", "Me revoilà")
        .skipping()
        .happens(new Event.CallHeld(ConversationDriver.START))
        .then("item hold-notice missed m1:0-14");
  }

  @Test
  void what_was_said_long_ago_was_not_said_lately() {
    started(HOLD_NOTICE)
        .agent("m1", "Ne quittez pas", shows(CueName.WAIT_NOTICE, "Ne quittez pas"))
        .skipping()
        .agent("m2", "Je vérifie")
        .skipping()
        .customer("c1", "Oui")
        .skipping()
        .agent("m3", "Voilà")
        .skipping()
        .happens(new Event.CallHeld(ConversationDriver.START))
        .then("item hold-notice missed m1:0-14");
  }

  @Test
  void who_is_put_on_hold_without_a_word_was_not_told() {
    started(HOLD_NOTICE)
        .agent("m1", "Bonjour")
        .skipping()
        .happens(new Event.CallHeld(ConversationDriver.START))
        .then("item hold-notice missed");
  }

  @Test
  void what_must_come_after_something_counts_only_from_there_on() {
    started(say("suits", CueName.SATISFACTION_QUESTION).after(SOLUTION).build())
        .agent("m1", "Cela vous va ?", shows(CueName.SATISFACTION_QUESTION, "Cela vous va"))
        .then("cues m1 agent opening [satisfaction-question]")
        .agent(
            "m2",
            "Cela vous va ? Je le remplace",
            shows(CueName.SATISFACTION_QUESTION, "Cela vous va"),
            shows(CueName.SOLUTION, "remplace"))
        .then("cues m2 agent opening [satisfaction-question,solution]")
        .agent("m3", "Cela vous va ?", shows(CueName.SATISFACTION_QUESTION, "Cela vous va"))
        .then("cues m3 agent opening [satisfaction-question]", "item suits done m3:0-12");
  }

  @Test
  void in_one_text_it_counts_behind_what_comes_first() {
    started(say("suits", CueName.SATISFACTION_QUESTION).after(SOLUTION).build())
        .agent(
            "m1",
            "Je le remplace, cela vous va ?",
            shows(CueName.SOLUTION, "remplace"),
            shows(CueName.SATISFACTION_QUESTION, "cela vous va"))
        .then("cues m1 agent opening [solution,satisfaction-question]", "item suits done m1:16-28")
        .says(
            Author.AGENT,
            "m1",
            1,
            "Cela vous va ?",
            shows(CueName.SATISFACTION_QUESTION, "Cela vous va"))
        .then("cues m1 agent opening [satisfaction-question]", "item suits pending");
  }

  @Test
  void what_counts_up_to_a_stage_is_missed_once_that_stage_is_over() {
    Rule name =
        say("own-name", CueName.SELF_INTRODUCTION).until(Stage.OPENING).dueWithin(2, 2).build();
    started(name)
        .agent("m1", "Inès à votre service", shows(CueName.SELF_INTRODUCTION, "Inès"))
        .then("cues m1 agent opening [self-introduction]", "item own-name done m1:0-4");
    started(name)
        .agent("m1", "Oui")
        .customer("m2", "Il est cassé")
        .then(
            "cues m1 agent opening []", "cues m2 customer understanding []", "item own-name missed")
        .agent("m3", "Je suis Inès", shows(CueName.SELF_INTRODUCTION, "Inès"))
        .then("cues m3 agent understanding [self-introduction]");
  }

  @Test
  void the_message_that_leaves_the_stage_still_counts() {
    started(say("own-name", CueName.SELF_INTRODUCTION).until(Stage.OPENING).build())
        .customer("m1", "Il est cassé")
        .agent(
            "m2",
            "Inès. Je vois",
            shows(CueName.SELF_INTRODUCTION, "Inès"),
            shows(CueName.LISTENING, "Je vois"))
        .then(
            "cues m1 customer opening []",
            "cues m2 agent understanding [self-introduction,listening]",
            "item own-name done m2:0-4");
  }

  @Test
  void what_must_not_be_said_up_to_a_stage_is_kept_once_that_stage_is_over() {
    started(avoid("no-price-yet", CueName.PRICE).until(Stage.OPENING).build())
        .agent("m1", "Oui")
        .customer("m2", "Il est cassé")
        .then(
            "cues m1 agent opening []",
            "cues m2 customer understanding []",
            "item no-price-yet done")
        .agent("m3", "C’est 12 €", shows(CueName.PRICE, "12 €"))
        .then("cues m3 agent understanding [price]");
  }

  @Test
  void said_once_too_often_it_is_missed_until_an_edit_mends_it() {
    started(say("name", CueName.CUSTOMER_NAME).times(1).atMost(2).build())
        .agent("m1", "Camille", shows(CueName.CUSTOMER_NAME, "Camille"))
        .agent("m2", "Camille", shows(CueName.CUSTOMER_NAME, "Camille"))
        .then(
            "cues m1 agent opening [customer-name]",
            "item name done m1:0-7",
            "cues m2 agent opening [customer-name]",
            "item name done m1:0-7 m2:0-7")
        .agent("m3", "Camille", shows(CueName.CUSTOMER_NAME, "Camille"))
        .then("cues m3 agent opening [customer-name]", "item name missed m1:0-7 m2:0-7 m3:0-7")
        .says(Author.AGENT, "m3", 1, "Oui")
        .then("cues m3 agent opening []", "item name done m1:0-7 m2:0-7");
  }

  @Test
  void one_transfer_is_allowed_and_the_second_is_one_too_many() {
    Rule once =
        avoid("one-transfer", Occurrence.TRANSFER).atMost(1).missed(Severity.URGENT).build();
    started(once)
        .happens(
            new Event.Assigned(ConversationDriver.START, new Agent("b", "Bo"), Optional.of("a")))
        .thenNothing()
        .happens(
            new Event.Assigned(ConversationDriver.START, new Agent("c", "Cy"), Optional.of("b")))
        .then("item one-transfer missed", "hint h1 one-transfer urgent [] until 14:01:00");
  }

  @Test
  void a_draft_breaks_a_limit_only_with_what_goes_beyond_it() {
    ConversationDriver conversation = started(avoid("few-emoji", CueName.EMOJI).atMost(1).build());
    assertThat(conversation.wouldBreak("Oui :)", shows(CueName.EMOJI, ":)"))).isEmpty();
    conversation.agent("m1", "Oui :)", shows(CueName.EMOJI, ":)")).skipping();
    assertThat(conversation.wouldBreak("Oui :)", shows(CueName.EMOJI, ":)")))
        .containsExactly("few-emoji :)");
  }

  @Test
  void something_without_words_opens_a_rule_and_ticks_one() {
    started(
            say("news", CueName.GREETING).once(Occurrence.RESUMED).dueWithin(0, 1).build(),
            say("picked-up", Occurrence.ANSWERED).build())
        .happens(new Event.CallRinging(ConversationDriver.START, Optional.empty()))
        .thenNothing()
        .happens(new Event.CallAnswered(ConversationDriver.START))
        .then("item picked-up done")
        .happens(new Event.CallResumed(ConversationDriver.START))
        .then("item news at_risk")
        .agent("m1", "Me revoilà", shows(CueName.GREETING, "Me revoilà"))
        .then("cues m1 agent opening [greeting]", "item news done m1:0-10");
  }
}
