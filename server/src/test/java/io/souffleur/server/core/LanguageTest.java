package io.souffleur.server.core;

import static io.souffleur.server.core.testing.ConversationDriver.shows;
import static io.souffleur.server.core.testing.ItemBuilder.avoid;
import static io.souffleur.server.core.testing.ItemBuilder.say;
import static io.souffleur.server.core.testing.TimerBuilder.timer;
import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.Moment;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.testing.ConversationDriver;
import io.souffleur.server.core.testing.House;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.LanguageEvidence;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LanguageTest {

  private static final Rule GREETING =
      say("greeting", CueName.GREETING).dueWithin(1, 2).atRisk(Severity.NUDGE).build();
  private static final Rule NEXT_STEP =
      say("next-step", CueName.NEXT_STEP).dueFrom(Stage.CLOSING).build();
  private static final Rule FRENCH_ONLY = avoid("tutoiement", CueName.INFORMAL_ADDRESS).build();
  private static final Rule ENGLISH_ONLY = avoid("idiom", CueName.INDIRECT_WORDING).build();
  private static final Rule FIRST_RESPONSE =
      timer("first-response")
          .from(new Moment.ConversationStarted())
          .to(new Moment.MessageBy(Author.AGENT))
          .within(Duration.ofMinutes(1))
          .build();

  private static final House HOUSE =
      House.of(GREETING, FRENCH_ONLY, FIRST_RESPONSE)
          .with(Language.ENGLISH, NEXT_STEP, GREETING, ENGLISH_ONLY);
  private static final LanguageEvidence ENGLISH = LanguageEvidence.settledOn(Language.ENGLISH);

  @Test
  void a_declared_language_has_its_checklist_from_the_start() {
    new ConversationDriver(HOUSE)
        .language(Language.ENGLISH)
        .starts()
        .then("item next-step pending", "item greeting pending", "item idiom pending");
  }

  @Test
  void until_it_is_found_the_checklist_of_the_fallback_language_holds() {
    ConversationDriver conversation =
        new ConversationDriver(HOUSE)
            .language(null)
            .starts()
            .then(
                "item greeting pending",
                "item tutoiement pending",
                "timer first-response running 14:00:00~14:00:30~14:01:00");
    conversation
        .sounding(LanguageEvidence.settledOn(Language.FRENCH))
        .customer("m1", "Bonjour")
        .then("cues m1 customer opening []");
    assertThat(conversation.state().facts().language()).contains(Language.FRENCH);
  }

  @Test
  void found_to_be_another_the_checklist_changes_and_what_was_done_stays_done() {
    ConversationDriver conversation =
        new ConversationDriver(HOUSE)
            .language(null)
            .starts()
            .agent("m1", "Hello", shows(CueName.GREETING, "Hello"))
            .skipping()
            .sounding(ENGLISH)
            .customer("m2", "Hello, my order is late")
            .then(
                "cues m2 customer understanding []",
                "item next-step pending",
                "item greeting done m1:0-5",
                "item idiom pending");
    assertThat(conversation.state().checklist().map(Checklist::language))
        .contains(Language.ENGLISH);
    assertThat(conversation.state().view().items())
        .extracting(item -> item.item().key())
        .containsExactly("next-step", "greeting", "idiom");
  }

  @Test
  void a_timer_the_other_checklist_does_not_know_is_stopped() {
    new ConversationDriver(HOUSE)
        .language(null)
        .starts()
        .skipping()
        .sounding(ENGLISH)
        .customer("m1", "Hello")
        .then(
            "cues m1 customer opening []",
            "item next-step pending",
            "item greeting pending",
            "item idiom pending",
            "timer first-response stopped 14:00:00~14:00:30~14:01:00")
        .afterSeconds(3600)
        .thenNothing();
  }

  @Test
  void a_hint_that_stays_is_told_again_since_its_words_change() {
    new ConversationDriver(HOUSE)
        .language(null)
        .starts()
        .agent("m1", "Yes")
        .skipping()
        .sounding(ENGLISH)
        .customer("m2", "Hello, my order is late")
        .then(
            "cues m2 customer understanding []",
            "item next-step pending",
            "item greeting at_risk",
            "item idiom pending",
            "hint h1 greeting nudge [] until 14:01:00")
        .agent("m3", "Hello", shows(CueName.GREETING, "Hello"))
        .then(
            "cues m3 agent understanding [greeting]",
            "item greeting done m3:0-5",
            "withdrawn h1 satisfied");
  }

  @Test
  void a_hint_of_a_rule_the_other_checklist_does_not_know_is_superseded() {
    new ConversationDriver(HOUSE.with(Language.ENGLISH, NEXT_STEP))
        .language(null)
        .starts()
        .agent("m1", "Yes")
        .skipping()
        .sounding(ENGLISH)
        .customer("m2", "Hello, my order is late")
        .then(
            "cues m2 customer understanding []",
            "item next-step pending",
            "withdrawn h1 superseded");
  }

  @Test
  void without_a_checklist_messages_are_still_read() {
    new ConversationDriver(HOUSE.without(Language.ENGLISH))
        .language(null)
        .starts()
        .agent("m1", "Yes")
        .skipping()
        .sounding(ENGLISH)
        .customer("m2", "Hello, my order is late")
        .then("cues m2 customer understanding []", "withdrawn h1 superseded")
        .agent("m3", "Hello", shows(CueName.GREETING, "Hello"))
        .then("cues m3 agent understanding [greeting]")
        .ends()
        .then(
            "summary - [] [] {total=PT0S, first-response=PT0S, mean-response=PT0S,"
                + " longest-response=PT0S} {greeting=nudge 1}");
  }
}
