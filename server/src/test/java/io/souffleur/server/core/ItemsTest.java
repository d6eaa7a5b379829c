package io.souffleur.server.core;

import static io.souffleur.server.core.testing.ConversationDriver.shows;
import static io.souffleur.server.core.testing.ItemBuilder.avoid;
import static io.souffleur.server.core.testing.ItemBuilder.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.ItemState;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.HourRange;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.testing.ConversationDriver;
import io.souffleur.server.core.testing.House;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ItemsTest {

  private static final CueTest UNHAPPY = CueTest.of(Author.CUSTOMER, CueName.DISSATISFACTION);

  private static ConversationDriver conversation(Rule... rules) {
    return new ConversationDriver(House.of(rules));
  }

  private static ConversationDriver started(Rule... rules) {
    return conversation(rules).starts().skipping();
  }

  @Test
  void every_item_is_told_once_at_the_start_in_the_order_of_the_checklist() {
    conversation(
            say("greeting", CueName.GREETING).dueWithin(0, 1).build(),
            say("apology", CueName.APOLOGY).once(UNHAPPY).build(),
            say("customer-name", CueName.CUSTOMER_NAME).times(2).build(),
            avoid("jargon", CueName.JARGON).build())
        .starts()
        .then(
            "item greeting at_risk",
            "item apology not_applicable",
            "item customer-name pending 0/2",
            "item jargon pending");
  }

  @Test
  void nobody_is_asked_for_a_name_that_is_not_known() {
    conversation(
            say("customer-name", CueName.CUSTOMER_NAME)
                .whenNamed()
                .dueWithin(0, 1)
                .atRisk(Severity.NUDGE)
                .build())
        .with(ConversationDriver.called(" "))
        .starts()
        .then("item customer-name not_applicable")
        .agent("m1", "Bonjour Camille", shows(CueName.CUSTOMER_NAME, "Camille"))
        .then("cues m1 agent opening [customer-name]")
        .ends()
        .then("summary - [customer-name=not_applicable] [] {total=PT0S, first-response=PT0S}");
  }

  @Test
  void a_name_that_is_known_is_asked_for_from_the_start() {
    conversation(say("customer-name", CueName.CUSTOMER_NAME).whenNamed().dueWithin(1, 2).build())
        .with(ConversationDriver.called("Camille"))
        .starts()
        .then("item customer-name pending")
        .agent("m1", "Oui")
        .then("cues m1 agent opening []", "item customer-name at_risk")
        .agent("m2", "Bonjour Camille", shows(CueName.CUSTOMER_NAME, "Camille"))
        .then("cues m2 agent opening [customer-name]", "item customer-name done m2:8-15");
  }

  @Test
  void an_item_ticks_with_the_words_that_said_it() {
    started(say("greeting", CueName.GREETING).build())
        .agent("m1", "Oui. Bonjour Camille", shows(CueName.GREETING, "Bonjour"))
        .then("cues m1 agent opening [greeting]", "item greeting done m1:5-12");
  }

  @Test
  void a_message_without_cues_is_told_all_the_same() {
    started(say("greeting", CueName.GREETING).build())
        .agent("m1", "Oui")
        .then("cues m1 agent opening []");
  }

  @Test
  void a_note_a_system_message_and_a_bot_tick_nothing() {
    started(say("greeting", CueName.GREETING).dueWithin(1, 2).build())
        .note("n1")
        .then("cues n1 agent opening []")
        .says(Author.SYSTEM, "s1", 0, "Bonjour", shows(CueName.GREETING, "Bonjour"))
        .then("cues s1 system opening []")
        .says(Author.BOT, "b1", 0, "Bonjour", shows(CueName.GREETING, "Bonjour"))
        .then("cues b1 bot opening [greeting]");
  }

  @Test
  void two_mentions_in_one_message_count_once() {
    started(say("customer-name", CueName.CUSTOMER_NAME).times(2).build())
        .agent(
            "m1",
            "Camille, chère Camille Durand",
            shows(CueName.CUSTOMER_NAME, "Camille"),
            shows(CueName.CUSTOMER_NAME, "Camille Durand"))
        .then(
            "cues m1 agent opening [customer-name,customer-name]",
            "item customer-name pending 1/2 m1:0-7")
        .agent("m2", "Merci Camille", shows(CueName.CUSTOMER_NAME, "Camille"))
        .then(
            "cues m2 agent opening [customer-name]", "item customer-name done 2/2 m1:0-7 m2:6-13");
  }

  @Test
  void an_edit_replaces_what_the_message_said_and_never_counts_twice() {
    ConversationDriver conversation =
        started(say("customer-name", CueName.CUSTOMER_NAME).times(2).build())
            .agent("m1", "Camille", shows(CueName.CUSTOMER_NAME, "Camille"))
            .skipping();
    conversation
        .says(Author.AGENT, "m1", 1, "Oui Camille", shows(CueName.CUSTOMER_NAME, "Camille"))
        .then("cues m1 agent opening [customer-name]", "item customer-name pending 1/2 m1:4-11");
    conversation
        .says(Author.AGENT, "m1", 2, "Oui")
        .then("cues m1 agent opening []", "item customer-name pending 0/2");
    conversation
        .says(Author.AGENT, "m1", 3, "Camille", shows(CueName.CUSTOMER_NAME, "Camille"))
        .then("cues m1 agent opening [customer-name]", "item customer-name pending 1/2 m1:0-7");
  }

  @Test
  void an_edit_that_takes_a_tick_away_leaves_the_spare_one() {
    started(say("greeting", CueName.GREETING).build())
        .agent("m1", "Bonjour", shows(CueName.GREETING, "Bonjour"))
        .agent("m2", "Bonjour", shows(CueName.GREETING, "Bonjour"))
        .skipping()
        .says(Author.AGENT, "m1", 1, "Oui")
        .then("cues m1 agent opening []", "item greeting done m2:0-7");
  }

  @Test
  void an_edit_is_not_one_more_message() {
    started(say("greeting", CueName.GREETING).dueWithin(1, 2).build())
        .agent("m1", "Oui")
        .then("cues m1 agent opening []", "item greeting at_risk")
        .says(Author.AGENT, "m1", 1, "Oui !")
        .then("cues m1 agent opening []");
  }

  @Test
  void a_first_version_that_the_channel_numbers_from_one_is_a_message() {
    started(say("greeting", CueName.GREETING).dueWithin(1, 2).build())
        .says(Author.AGENT, "m1", 1, "Oui")
        .then("cues m1 agent opening []", "item greeting at_risk");
  }

  @Test
  void said_too_late_it_is_ticked_all_the_same() {
    started(say("greeting", CueName.GREETING).dueWithin(1, 2).build())
        .agent("m1", "Oui")
        .then("cues m1 agent opening []", "item greeting at_risk")
        .agent("m2", "Non")
        .then("cues m2 agent opening []", "item greeting missed")
        .agent("m3", "Bonjour", shows(CueName.GREETING, "Bonjour"))
        .then("cues m3 agent opening [greeting]", "item greeting done m3:0-7");
  }

  @Test
  void only_the_agents_messages_pass() {
    started(say("greeting", CueName.GREETING).dueWithin(1, 1).build())
        .customer("m1", "Bonjour", shows(CueName.GREETING, "Bonjour"))
        .then("cues m1 customer opening [greeting]");
  }

  @Test
  void a_rule_waits_for_its_trigger() {
    started(say("apology", CueName.APOLOGY).once(UNHAPPY).dueWithin(1, 2).build())
        .agent("m1", "Toutes mes excuses", shows(CueName.APOLOGY, "excuses"))
        .then("cues m1 agent opening [apology]")
        .customer("m2", "C'est inadmissible", shows(CueName.DISSATISFACTION, "inadmissible"))
        .then("cues m2 customer understanding [dissatisfaction]", "item apology pending")
        .agent("m3", "Oui")
        .then("cues m3 agent understanding []", "item apology at_risk")
        .agent("m4", "Toutes mes excuses", shows(CueName.APOLOGY, "excuses"))
        .then("cues m4 agent understanding [apology]", "item apology done m4:11-18");
  }

  @Test
  void the_message_that_triggers_may_itself_satisfy_and_is_not_one_that_passed() {
    CueTest wait = CueTest.of(Author.AGENT, CueName.WAIT_NOTICE);
    CueTest length = CueTest.of(Author.AGENT, CueName.WAIT_NOTICE).withAnyValue();
    started(say("wait-length", length).everyTime(wait).dueWithin(0, 1).build())
        .agent("m1", "Un instant", shows(CueName.WAIT_NOTICE, "Un instant"))
        .then("cues m1 agent opening [wait-notice]", "item wait-length at_risk")
        .agent("m2", "Deux minutes", shows(CueName.WAIT_NOTICE, "Deux minutes", "PT2M"))
        .then("cues m2 agent opening [wait-notice]", "item wait-length done m2:0-12")
        .agent("m3", "Encore une", shows(CueName.WAIT_NOTICE, "Encore une", "PT1M"))
        .then("cues m3 agent opening [wait-notice]", "item wait-length done m3:0-10");
  }

  @Test
  void a_later_trigger_opens_the_rule_again_only_where_the_rule_says_so() {
    Rule once = say("apology", CueName.APOLOGY).once(UNHAPPY).build();
    Rule every = say("reassure", CueName.EMPATHY).everyTime(UNHAPPY).build();
    started(once, every)
        .customer("m1", "Nul", shows(CueName.DISSATISFACTION, "Nul"))
        .agent(
            "m2",
            "Excuses, je comprends",
            shows(CueName.APOLOGY, "Excuses"),
            shows(CueName.EMPATHY, "je comprends"))
        .skipping()
        .customer("m3", "Nul", shows(CueName.DISSATISFACTION, "Nul"))
        .then("cues m3 customer understanding [dissatisfaction]", "item reassure pending");
  }

  @Test
  void an_edit_of_what_triggered_asks_for_nothing_again() {
    started(say("reassure", CueName.EMPATHY).everyTime(UNHAPPY).build())
        .customer("m1", "Nul", shows(CueName.DISSATISFACTION, "Nul"))
        .agent("m2", "Je comprends", shows(CueName.EMPATHY, "Je comprends"))
        .skipping()
        .says(Author.CUSTOMER, "m1", 1, "Très nul", shows(CueName.DISSATISFACTION, "Très nul"))
        .then("cues m1 customer understanding [dissatisfaction]");
  }

  @Test
  void a_trigger_repeated_while_the_rule_is_open_gives_no_more_time() {
    started(say("apology", CueName.APOLOGY).everyTime(UNHAPPY).dueWithin(1, 2).build())
        .customer("m1", "Nul", shows(CueName.DISSATISFACTION, "Nul"))
        .agent("m2", "Oui")
        .skipping()
        .customer("m3", "Nul", shows(CueName.DISSATISFACTION, "Nul"))
        .then("cues m3 customer understanding [dissatisfaction]")
        .agent("m4", "Oui")
        .then("cues m4 agent understanding []", "item apology missed");
  }

  @Test
  void what_was_said_before_its_stage_does_not_count() {
    started(say("thanks", CueName.THANKS).from(Stage.CLOSING).build())
        .customer("m1", "Ma commande ?")
        .agent("m2", "Merci", shows(CueName.THANKS, "Merci"))
        .customer("m3", "C'est réglé", shows(CueName.RESOLVED, "réglé"))
        .then(
            "cues m1 customer opening []",
            "cues m2 agent opening [thanks]",
            "cues m3 customer closing [resolved]",
            "item thanks at_risk")
        .agent("m4", "Merci", shows(CueName.THANKS, "Merci"))
        .then("cues m4 agent closing [thanks]", "item thanks done m4:0-5");
  }

  @Test
  void a_message_that_enters_the_closing_and_satisfies_just_ticks() {
    started(say("further-help", CueName.FURTHER_HELP).dueFrom(Stage.CLOSING).build())
        .customer("m1", "Ma commande ?")
        .agent("m2", "Envoyée", shows(CueName.SOLUTION, "Envoyée"))
        .skipping()
        .agent("m3", "Autre chose ?", shows(CueName.FURTHER_HELP, "Autre chose ?"))
        .then("cues m3 agent closing [further-help]", "item further-help done m3:0-13");
  }

  @Test
  void a_time_limit_passes_without_any_message() {
    started(
            say("apology", CueName.APOLOGY)
                .once(UNHAPPY)
                .dueWithin(Duration.ofSeconds(20), Duration.ofMinutes(1))
                .build())
        .customer("m1", "Nul", shows(CueName.DISSATISFACTION, "Nul"))
        .then("cues m1 customer opening [dissatisfaction]", "item apology pending due 14:01:00")
        .afterSeconds(19)
        .thenNothing()
        .afterSeconds(1)
        .then("item apology at_risk due 14:01:00")
        .afterSeconds(39)
        .thenNothing()
        .afterSeconds(1)
        .then("item apology missed due 14:01:00")
        .agent("m2", "Pardon", shows(CueName.APOLOGY, "Pardon"))
        .then("cues m2 agent understanding [apology]", "item apology done due 14:01:00 m2:0-6");
  }

  @Test
  void something_to_avoid_is_missed_as_soon_as_it_is_said_and_mended_by_an_edit() {
    started(avoid("jargon", CueName.JARGON).build())
        .agent("m1", "Votre RIO", shows(CueName.JARGON, "RIO", "numéro de portabilité"))
        .then("cues m1 agent opening [jargon]", "item jargon missed m1:6-9")
        .agent("m2", "Le RIB", shows(CueName.JARGON, "RIB"))
        .then("cues m2 agent opening [jargon]", "item jargon missed m1:6-9 m2:3-6")
        .says(Author.AGENT, "m1", 1, "Votre numéro")
        .then("cues m1 agent opening []", "item jargon missed m2:3-6")
        .says(Author.AGENT, "m2", 1, "Votre compte")
        .then("cues m2 agent opening []", "item jargon pending")
        .ends()
        .then(
            "item jargon done", "summary 1.00 [jargon=done] [] {total=PT0S, first-response=PT0S}");
  }

  @Test
  void a_name_in_every_message_is_at_risk_until_a_message_without_it() {
    started(say("customer-name", CueName.CUSTOMER_NAME).times(2).notInARow(3).build())
        .agent("m1", "Camille", shows(CueName.CUSTOMER_NAME, "Camille"))
        .agent("m2", "Camille", shows(CueName.CUSTOMER_NAME, "Camille"))
        .skipping()
        .agent("m3", "Camille", shows(CueName.CUSTOMER_NAME, "Camille"))
        .then(
            "cues m3 agent opening [customer-name]", "item customer-name at_risk 2/2 m1:0-7 m2:0-7")
        .agent("m4", "Oui")
        .then("cues m4 agent opening []", "item customer-name done 2/2 m1:0-7 m2:0-7");
  }

  @Test
  void a_name_in_every_message_to_the_end_is_done_at_the_end() {
    ConversationDriver conversation =
        started(say("customer-name", CueName.CUSTOMER_NAME).times(2).notInARow(2).build())
            .agent("m1", "Camille", shows(CueName.CUSTOMER_NAME, "Camille"))
            .agent("m2", "Camille", shows(CueName.CUSTOMER_NAME, "Camille"));
    assertThat(conversation.state().view().items().getFirst().state()).isEqualTo(ItemState.AT_RISK);
    conversation.ends();
    assertThat(conversation.state().view().items().getFirst().state()).isEqualTo(ItemState.DONE);
  }

  @Test
  void the_hour_is_that_of_the_place_of_the_conversation() {
    CueTest evening =
        CueTest.of(Author.AGENT, CueName.GREETING)
            .at(Map.of("evening", new HourRange(LocalTime.of(17, 0), LocalTime.of(4, 0))));
    Rule greeting = say("greeting", evening).build();
    started(greeting)
        .agent("m1", "Bonsoir", shows(CueName.GREETING, "Bonsoir", "evening"))
        .then("cues m1 agent opening [greeting]");
    conversation(greeting)
        .in(ZoneId.of("Asia/Tokyo"))
        .starts()
        .skipping()
        .agent("m1", "Bonsoir", shows(CueName.GREETING, "Bonsoir", "evening"))
        .then("cues m1 agent opening [greeting]", "item greeting done m1:0-7");
  }
}
