package io.souffleur.server.core;

import static io.souffleur.server.core.testing.ConversationDriver.shows;
import static io.souffleur.server.core.testing.ItemBuilder.avoid;
import static io.souffleur.server.core.testing.ItemBuilder.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.testing.ConversationDriver;
import io.souffleur.server.core.testing.House;
import org.junit.jupiter.api.Test;

class WhatIsLookedForTest {

  private static ConversationDriver started(Rule... rules) {
    return new ConversationDriver(House.of(rules)).starts().skipping();
  }

  @Test
  void several_cues_together_must_be_in_one_message_and_the_last_of_them_is_the_evidence() {
    CueTest holding = CueTest.of(Author.AGENT, CueName.NEXT_STEP, CueName.COMMITMENT).allTogether();
    started(say("holding-reply", holding).build())
        .agent("m1", "On vous écrit", shows(CueName.NEXT_STEP, "On vous écrit"))
        .then("cues m1 agent opening [next-step]")
        .agent("m2", "avant lundi", shows(CueName.COMMITMENT, "avant lundi"))
        .then("cues m2 agent opening [commitment]")
        .agent(
            "m3",
            "On vous écrit avant lundi",
            shows(CueName.NEXT_STEP, "On vous écrit"),
            shows(CueName.COMMITMENT, "avant lundi"))
        .then("cues m3 agent opening [next-step,commitment]", "item holding-reply done m3:14-25")
        .says(Author.AGENT, "m3", 1, "On vous écrit", shows(CueName.NEXT_STEP, "On vous écrit"))
        .then("cues m3 agent opening [next-step]", "item holding-reply pending");
  }

  @Test
  void only_the_values_that_are_named_count() {
    CueTest money = CueTest.of(Author.AGENT, CueName.PERSONAL_DATA).withValue("card", "iban");
    started(say("paid", money).build())
        .agent("m1", "a@b.fr", shows(CueName.PERSONAL_DATA, "a@b.fr", "email"))
        .then("cues m1 agent opening [personal-data]")
        .agent("m2", "4111", shows(CueName.PERSONAL_DATA, "4111"))
        .then("cues m2 agent opening [personal-data]")
        .agent("m3", "FR76", shows(CueName.PERSONAL_DATA, "FR76", "iban"))
        .then("cues m3 agent opening [personal-data]", "item paid done m3:0-4");
  }

  @Test
  void a_draft_breaks_a_rule_about_several_cues_only_with_all_of_them() {
    CueTest both = CueTest.of(Author.AGENT, CueName.APOLOGY, CueName.POLICY_SHIELD).allTogether();
    ConversationDriver conversation = started(avoid("excuse", both).build());
    assertThat(conversation.wouldBreak("Désolé", shows(CueName.APOLOGY, "Désolé"))).isEmpty();
    assertThat(
            conversation.wouldBreak(
                "Désolé, c’est la règle",
                shows(CueName.APOLOGY, "Désolé"),
                shows(CueName.POLICY_SHIELD, "la règle")))
        .containsExactly("excuse Désolé", "excuse la règle");
  }
}
