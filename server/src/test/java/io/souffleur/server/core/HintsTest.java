package io.souffleur.server.core;

import static io.souffleur.server.core.testing.ConversationDriver.called;
import static io.souffleur.server.core.testing.ConversationDriver.shows;
import static io.souffleur.server.core.testing.ItemBuilder.avoid;
import static io.souffleur.server.core.testing.ItemBuilder.say;
import static io.souffleur.server.core.testing.TimerBuilder.timer;
import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Customer;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.hint.Variables;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Moment;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.testing.ConversationDriver;
import io.souffleur.server.core.testing.House;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HintsTest {

  private static final CueTest UNHAPPY = CueTest.of(Author.CUSTOMER, CueName.DISSATISFACTION);
  private static final Rule APOLOGY =
      say("apology", CueName.APOLOGY)
          .everyTime(UNHAPPY)
          .dueWithin(1, 2)
          .atRisk(Severity.NUDGE)
          .missed(Severity.PROMPT)
          .build();
  private static final Rule RESPONSE =
      timer("response")
          .from(new Moment.MessageBy(Author.CUSTOMER))
          .to(new Moment.MessageBy(Author.AGENT))
          .within(Duration.ofMinutes(1))
          .atRisk(Severity.PROMPT)
          .breached(Severity.URGENT)
          .build();

  private static ConversationDriver started(Rule... rules) {
    return new ConversationDriver(House.of(rules)).starts().skipping();
  }

  private static ConversationDriver unhappy(Rule... rules) {
    return started(rules).customer("m1", "Nul", shows(CueName.DISSATISFACTION, "Nul")).skipping();
  }

  @Test
  void nothing_is_whispered_while_nothing_is_at_risk() {
    unhappy(APOLOGY)
        .afterSeconds(600)
        .thenNothing()
        .agent("m2", "Pardon", shows(CueName.APOLOGY, "Pardon"))
        .then("cues m2 agent understanding [apology]", "item apology done m2:0-6");
  }

  @Test
  void it_comes_when_the_rule_is_at_risk_grows_under_its_id_and_goes_when_satisfied() {
    unhappy(APOLOGY)
        .agent("m2", "Oui")
        .then(
            "cues m2 agent opening []",
            "item apology at_risk",
            "hint h1 apology nudge [m1:0-3] until 14:01:00")
        .afterSeconds(10)
        .agent("m3", "Oui")
        .then(
            "cues m3 agent opening []",
            "item apology missed",
            "hint h1 apology prompt [m1:0-3] until 14:01:10")
        .agent("m4", "Pardon", shows(CueName.APOLOGY, "Pardon"))
        .then(
            "cues m4 agent understanding [apology]",
            "item apology done m4:0-6",
            "withdrawn h1 satisfied");
  }

  @Test
  void it_expires_by_itself_and_is_not_repeated_for_the_same_reason() {
    unhappy(APOLOGY)
        .agent("m2", "Oui")
        .skipping()
        .afterSeconds(59)
        .thenNothing()
        .afterSeconds(1)
        .then("withdrawn h1 expired")
        .afterSeconds(3600)
        .thenNothing();
  }

  @Test
  void the_rule_stays_silent_for_a_while_even_when_it_grows_then_speaks_by_itself() {
    unhappy(APOLOGY)
        .agent("m2", "Oui")
        .skipping()
        .afterSeconds(60)
        .then("withdrawn h1 expired")
        .agent("m3", "Oui")
        .then("cues m3 agent opening []", "item apology missed")
        .afterSeconds(119)
        .thenNothing()
        .afterSeconds(1)
        .then("hint h2 apology prompt [m1:0-3] until 14:04:00");
  }

  @Test
  void dismissed_means_dismissed() {
    unhappy(APOLOGY)
        .agent("m2", "Oui")
        .skipping()
        .dismisses("h1")
        .then("withdrawn h1 dismissed")
        .agent("m3", "Oui")
        .then("cues m3 agent opening []", "item apology missed")
        .afterSeconds(3600)
        .thenNothing();
  }

  @Test
  void dismissed_it_comes_back_for_a_breach_and_called_wrong_it_never_does() {
    started(RESPONSE)
        .customer("m1", "Bonjour")
        .skipping()
        .afterSeconds(30)
        .then("hint h1 response prompt [response@14:01:00] until 14:01:30")
        .dismisses("h1")
        .then("withdrawn h1 dismissed")
        .afterSeconds(30)
        .then(
            "timer response breached 14:00:00~14:00:30~14:01:00",
            "hint h2 response urgent [response@14:01:00] until 14:02:00")
        .callsWrong("h2")
        .then("withdrawn h2 dismissed")
        .agent("m2", "Oui")
        .customer("m3", "Et ?")
        .skipping()
        .afterSeconds(3600)
        .then("timer response breached 14:01:00~14:01:30~14:02:00");
  }

  @Test
  void a_hint_the_agent_is_about_to_use_stays_and_is_not_made_louder() {
    unhappy(APOLOGY)
        .agent("m2", "Oui")
        .skipping()
        .uses("h1")
        .thenNothing()
        .agent("m3", "Oui")
        .then("cues m3 agent opening []", "item apology missed")
        .agent("m4", "Pardon", shows(CueName.APOLOGY, "Pardon"))
        .then(
            "cues m4 agent understanding [apology]",
            "item apology done m4:0-6",
            "withdrawn h1 satisfied");
  }

  @Test
  void a_contested_item_gives_no_more_hints() {
    unhappy(APOLOGY)
        .agent("m2", "Oui")
        .skipping()
        .contests("apology")
        .then("item apology at_risk contested@14:00:00", "withdrawn h1 dismissed")
        .agent("m3", "Oui")
        .then("cues m3 agent opening []", "item apology missed contested@14:00:00");
  }

  @Test
  void an_item_contested_before_it_ever_spoke_stays_silent() {
    unhappy(APOLOGY)
        .contests("apology")
        .then("item apology pending contested@14:00:00")
        .agent("m2", "Oui")
        .then("cues m2 agent opening []", "item apology at_risk contested@14:00:00");
  }

  @Test
  void actions_on_hints_and_items_that_do_not_exist_change_nothing() {
    unhappy(APOLOGY)
        .dismisses("h1")
        .callsWrong("zz")
        .uses("h9")
        .contests("nothing-of-this-name")
        .thenNothing()
        .agent("m2", "Oui")
        .then(
            "cues m2 agent opening []",
            "item apology at_risk",
            "hint h1 apology nudge [m1:0-3] until 14:01:00");
  }

  @Test
  void one_is_prominent_and_three_are_visible() {
    started(
            closing("one", CueName.FURTHER_HELP, Severity.PROMPT, 1),
            closing("two", CueName.THANKS, Severity.PROMPT, 2),
            closing("three", CueName.WELCOME, Severity.NUDGE, 1),
            closing("four", CueName.NEXT_STEP, Severity.NUDGE, 3),
            closing("five", CueName.EMPATHY, Severity.NUDGE, 2))
        .customer("m1", "Bonjour")
        .agent("m2", "Fait", shows(CueName.SOLUTION, "Fait"))
        .skipping()
        .customer("m3", "C'est réglé", shows(CueName.RESOLVED, "réglé"))
        .then(
            "cues m3 customer closing [resolved]",
            "item one at_risk",
            "item two at_risk",
            "item three at_risk",
            "item four at_risk",
            "item five at_risk",
            "hint h1 two prompt [m3:6-11] until 14:01:00",
            "hint h2 four nudge [m3:6-11] until 14:01:00",
            "hint h3 five nudge [m3:6-11] until 14:01:00")
        .agent("m4", "Merci", shows(CueName.THANKS, "Merci"))
        .then(
            "cues m4 agent closing [thanks]",
            "item two done m4:0-5",
            "withdrawn h1 satisfied",
            "hint h4 one prompt [m3:6-11] until 14:01:00");
  }

  private static Rule closing(String id, CueName cue, Severity severity, double weight) {
    return say(id, cue).dueFrom(Stage.CLOSING).atRisk(severity).weight(weight).build();
  }

  @Test
  void a_breach_takes_the_prominent_place_and_gives_it_back() {
    Rule greeting =
        say("greeting", CueName.GREETING)
            .dueWithin(0, 9)
            .atRisk(Severity.PROMPT)
            .expires(Duration.ofMinutes(10))
            .build();
    new ConversationDriver(House.of(greeting, RESPONSE))
        .starts()
        .then("item greeting at_risk", "hint h1 greeting prompt [] until 14:10:00")
        .customer("m1", "Bonjour")
        .skipping()
        .afterSeconds(59)
        .thenNothing()
        .afterSeconds(1)
        .then(
            "timer response breached 14:00:00~14:00:30~14:01:00",
            "withdrawn h1 budget",
            "hint h2 response urgent [response@14:01:00] until 14:02:00")
        .agent("m2", "Oui")
        .then(
            "cues m2 agent opening []",
            "timer response stopped 14:00:00~14:00:30~14:01:00",
            "withdrawn h2 satisfied",
            "hint h3 greeting prompt [] until 14:11:00");
  }

  @Test
  void a_nudge_that_finds_no_room_to_grow_stays_a_nudge() {
    unhappy(APOLOGY, RESPONSE)
        .agent("m2", "Oui")
        .customer("m3", "Alors ?")
        .skipping()
        .afterSeconds(30)
        .then("hint h2 response prompt [response@14:01:00] until 14:01:30")
        .says(Author.BOT, "b1", 0, "Patience")
        .then("cues b1 bot understanding []");
    ConversationDriver conversation =
        unhappy(
            APOLOGY,
            say("greeting", CueName.GREETING).dueWithin(0, 9).atRisk(Severity.PROMPT).build());
    conversation.agent("m2", "Oui").skipping();
    conversation
        .agent("m3", "Oui")
        .then("cues m3 agent opening []", "item apology missed")
        .agent("m4", "Bonjour", shows(CueName.GREETING, "Bonjour"))
        .then(
            "cues m4 agent opening [greeting]",
            "item greeting done m4:0-7",
            "withdrawn h1 satisfied",
            "hint h2 apology prompt [m1:0-3] until 14:01:00");
  }

  @Test
  void what_was_better_not_said_is_named_with_what_to_say_instead() {
    ConversationDriver conversation =
        new ConversationDriver(
                House.of(avoid("jargon", CueName.JARGON).missed(Severity.NUDGE).build()))
            .with(called("Camille"))
            .starts()
            .skipping()
            .agent("m1", "Votre RIO", shows(CueName.JARGON, "RIO", "numéro de portabilité"));
    Update.Hint hint =
        conversation.unseen().stream()
            .filter(Update.Hint.class::isInstance)
            .map(Update.Hint.class::cast)
            .findFirst()
            .orElseThrow();
    Variables variables = hint.variables();
    assertThat(variables.term()).contains("RIO");
    assertThat(variables.replacement()).contains("numéro de portabilité");
    assertThat(variables.customer()).contains("Camille");
    assertThat(variables.agent()).contains("Inès");
    assertThat(variables.now().toLocalTime()).hasToString("15:00");
    conversation.then(
        "cues m1 agent opening [jargon]",
        "item jargon missed m1:6-9",
        "hint h1 jargon nudge [m1:6-9] until 14:01:00");
    conversation
        .agent("m2", "Votre RIB", shows(CueName.JARGON, "RIB"))
        .then("cues m2 agent opening [jargon]", "item jargon missed m1:6-9 m2:6-9");
    conversation
        .says(Author.AGENT, "m1", 1, "Votre numéro")
        .then("cues m1 agent opening []", "item jargon missed m2:6-9", "withdrawn h1 satisfied");
  }

  @Test
  void a_repeated_wait_prompts_again_only_after_the_silence() {
    ConversationDriver conversation =
        started(RESPONSE).customer("m1", "Bonjour").skipping().afterSeconds(30);
    conversation
        .agent("m2", "Oui")
        .then(
            "hint h1 response prompt [response@14:01:00] until 14:01:30",
            "cues m2 agent opening []",
            "timer response met 14:00:00~14:00:30~14:01:00",
            "withdrawn h1 satisfied");
    conversation
        .customer("m3", "Et ?")
        .skipping()
        .afterSeconds(50)
        .thenNothing()
        .agent("m4", "Oui")
        .skipping()
        .afterSeconds(40)
        .customer("m5", "Et ?")
        .skipping()
        .afterSeconds(29)
        .thenNothing()
        .afterSeconds(1)
        .then("hint h2 response prompt [response@14:03:00] until 14:03:30");
  }

  @Test
  void a_rule_that_is_opened_anew_withdraws_what_was_about_the_old_opening() {
    unhappy(APOLOGY)
        .agent("m2", "Oui")
        .agent("m3", "Oui")
        .skipping()
        .customer("m4", "Nul", shows(CueName.DISSATISFACTION, "Nul"))
        .then(
            "cues m4 customer understanding [dissatisfaction]",
            "item apology pending",
            "withdrawn h1 superseded");
  }

  @Test
  void everything_is_withdrawn_at_the_end() {
    unhappy(APOLOGY)
        .agent("m2", "Oui")
        .skipping()
        .ends()
        .then(
            "item apology missed",
            "withdrawn h1 expired",
            "summary 0.00 [apology=missed] [] {total=PT0S, first-response=PT0S,"
                + " mean-response=PT0S, longest-response=PT0S} {apology=nudge 1}");
  }

  @Test
  void a_title_and_a_last_name_are_preferred_to_a_first_name() {
    assertThat(Address.of(called("  Camille "))).contains("Camille");
    assertThat(Address.of(called("a".repeat(61)))).isEmpty();
    assertThat(Address.of(called("Ca\nmille"))).isEmpty();
    assertThat(
            Address.of(
                new Customer(
                    Optional.empty(),
                    Optional.of("Camille Durand"),
                    Optional.of("Camille"),
                    Optional.of("Durand"),
                    Optional.of("Mme"),
                    Map.of())))
        .contains("Mme\u00A0Durand");
  }
}
