package io.souffleur.server.core;

import static io.souffleur.server.core.testing.ConversationDriver.shows;
import static io.souffleur.server.core.testing.ItemBuilder.avoid;
import static io.souffleur.server.core.testing.ItemBuilder.say;
import static io.souffleur.server.core.testing.TimerBuilder.timer;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Customer;
import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.rule.Condition;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.HourRange;
import io.souffleur.server.core.rule.Moment;
import io.souffleur.server.core.rule.Occurrence;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.testing.ConversationDriver;
import io.souffleur.server.core.testing.House;
import io.souffleur.server.core.text.Language;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConditionsTest {

  private static final CueTest COMPLAINT = CueTest.of(Author.CUSTOMER, CueName.COMPLAINT);
  private static final CueTest RESOLVED = CueTest.of(Author.CUSTOMER, CueName.RESOLVED);

  private static ConversationDriver conversation(Rule... rules) {
    return new ConversationDriver(House.of(rules));
  }

  /** An item that can be told by whether it applies. */
  private static Rule onlyIf(Condition condition) {
    return say("thanks", CueName.THANKS).only(condition).build();
  }

  @Test
  void where_the_conversation_takes_place_decides_from_the_start() {
    conversation(onlyIf(new Condition.Media(Set.of(Medium.CHAT))))
        .starts()
        .then("item thanks pending");
    conversation(onlyIf(new Condition.Media(Set.of(Medium.VOICE, Medium.EMAIL))))
        .starts()
        .then("item thanks not_applicable");
    conversation(onlyIf(new Condition.Queues(Set.of("billing"))))
        .starts()
        .then("item thanks not_applicable");
    conversation(onlyIf(new Condition.Languages(Set.of(Language.FRENCH))))
        .starts()
        .then("item thanks pending");
    conversation(onlyIf(new Condition.Languages(Set.of(Language.ENGLISH))))
        .starts()
        .then("item thanks not_applicable");
  }

  @Test
  void the_hour_and_the_day_are_those_of_the_place_at_the_start() {
    Rule evening =
        onlyIf(new Condition.StartedAt(new HourRange(LocalTime.of(15, 0), LocalTime.of(16, 0))));
    Rule sunday = onlyIf(new Condition.StartedOn(Set.of(DayOfWeek.SUNDAY)));
    conversation(evening).starts().then("item thanks pending");
    conversation(evening).in(ZoneId.of("Asia/Tokyo")).starts().then("item thanks not_applicable");
    conversation(sunday).starts().then("item thanks pending");
    conversation(sunday)
        .in(ZoneId.of("Pacific/Kiritimati"))
        .starts()
        .then("item thanks not_applicable");
  }

  @Test
  void what_the_channel_knows_of_the_customer_decides() {
    Customer gold =
        new Customer(
            Optional.empty(),
            Optional.empty(),
            Optional.of("Camille"),
            Optional.empty(),
            Optional.empty(),
            Map.of("segment", "gold"));
    Rule precious = onlyIf(new Condition.CustomerIs("segment", Set.of("gold", "silver")));
    conversation(precious).with(gold).starts().then("item thanks pending");
    conversation(precious).starts().then("item thanks not_applicable");
    conversation(onlyIf(new Condition.Not(new Condition.CustomerNamed())))
        .with(gold)
        .starts()
        .then("item thanks not_applicable");
  }

  @Test
  void it_applies_from_the_message_on_that_makes_the_condition_hold() {
    conversation(
            say("restatement", CueName.RESTATEMENT)
                .only(new Condition.Said(COMPLAINT))
                .dueWithin(0, 1)
                .build())
        .starts()
        .then("item restatement not_applicable")
        .agent("m1", "Oui")
        .then("cues m1 agent opening []")
        .customer("m2", "Il est cassé", shows(CueName.COMPLAINT, "cassé"))
        .then("cues m2 customer understanding [complaint]", "item restatement at_risk")
        .agent("m3", "Oui")
        .then("cues m3 agent understanding []", "item restatement missed");
  }

  @Test
  void what_was_done_before_is_not_asked_for_again() {
    conversation(
            say("restatement", CueName.RESTATEMENT).only(new Condition.Said(COMPLAINT)).build())
        .starts()
        .agent("m1", "Il est donc cassé", shows(CueName.RESTATEMENT, "donc"))
        .then("item restatement not_applicable", "cues m1 agent opening [restatement]")
        .customer("m2", "Oui, cassé", shows(CueName.COMPLAINT, "cassé"))
        .then("cues m2 customer understanding [complaint]", "item restatement done m1:7-11");
  }

  @Test
  void what_was_allowed_when_it_was_said_is_not_wrong_later() {
    conversation(avoid("jargon", CueName.JARGON).only(new Condition.Said(COMPLAINT)).build())
        .starts()
        .agent("m1", "Le RIO", shows(CueName.JARGON, "RIO"))
        .customer("m2", "Il est cassé", shows(CueName.COMPLAINT, "cassé"))
        .then(
            "item jargon not_applicable",
            "cues m1 agent opening [jargon]",
            "cues m2 customer understanding [complaint]",
            "item jargon pending")
        .agent("m3", "Le RIO", shows(CueName.JARGON, "RIO"))
        .then("cues m3 agent understanding [jargon]", "item jargon missed m3:3-6");
  }

  @Test
  void an_edit_can_take_the_condition_away_and_the_hint_with_it() {
    conversation(
            say("restatement", CueName.RESTATEMENT)
                .only(new Condition.Said(COMPLAINT))
                .dueWithin(0, 2)
                .atRisk(Severity.PROMPT)
                .build())
        .starts()
        .skipping()
        .customer("m1", "Il est cassé", shows(CueName.COMPLAINT, "cassé"))
        .then(
            "cues m1 customer opening [complaint]",
            "item restatement at_risk",
            "hint h1 restatement prompt [] until 14:01:00")
        .says(Author.CUSTOMER, "m1", 1, "Il est classé")
        .then(
            "cues m1 customer opening []",
            "item restatement not_applicable",
            "withdrawn h1 superseded");
  }

  @Test
  void a_verdict_stands_when_the_condition_ceases_to_hold() {
    conversation(
            say("further-help", CueName.FURTHER_HELP)
                .only(new Condition.Not(new Condition.Said(RESOLVED)))
                .build(),
            say("solution", CueName.SOLUTION)
                .only(new Condition.Not(new Condition.Said(RESOLVED)))
                .build())
        .starts()
        .agent("m1", "Autre chose ?", shows(CueName.FURTHER_HELP, "Autre chose"))
        .then(
            "item further-help pending",
            "item solution pending",
            "cues m1 agent opening [further-help]",
            "item further-help done m1:0-11")
        .customer("m2", "C’est réglé", shows(CueName.RESOLVED, "réglé"))
        .then("cues m2 customer closing [resolved]", "item solution not_applicable");
  }

  @Test
  void a_trigger_counts_only_while_the_condition_holds() {
    conversation(
            say("apology", CueName.APOLOGY)
                .once(COMPLAINT)
                .only(new Condition.FromStage(Stage.UNDERSTANDING))
                .build())
        .starts()
        .customer("m1", "Il est cassé", shows(CueName.COMPLAINT, "cassé"))
        .agent("m2", "Je vois", shows(CueName.LISTENING, "Je vois"))
        .then(
            "item apology not_applicable",
            "cues m1 customer opening [complaint]",
            "cues m2 agent understanding [listening]")
        .customer("m3", "Il est cassé", shows(CueName.COMPLAINT, "cassé"))
        .then("cues m3 customer understanding [complaint]", "item apology pending");
  }

  @Test
  void one_of_several_is_enough_and_an_event_counts_too() {
    conversation(
            onlyIf(
                new Condition.Any(
                    List.of(new Condition.Said(COMPLAINT), new Condition.Said(Occurrence.HELD)))))
        .starts()
        .happens(new Event.CallHeld(ConversationDriver.START))
        .then("item thanks not_applicable", "item thanks pending");
  }

  @Test
  void a_clock_looks_at_it_when_it_starts_and_then_runs_on() {
    conversation(
            timer("response")
                .from(new Moment.MessageBy(Author.CUSTOMER))
                .to(new Moment.MessageBy(Author.AGENT))
                .only(new Condition.Not(new Condition.Said(RESOLVED)))
                .build())
        .starts()
        .customer("m1", "Bonjour")
        .then("cues m1 customer opening []", "timer response running 14:00:00~14:00:30~14:01:00")
        .customer("m2", "C’est réglé", shows(CueName.RESOLVED, "réglé"))
        .then("cues m2 customer opening [resolved]")
        .agent("m3", "Oui")
        .then("cues m3 agent opening []", "timer response met 14:00:00~14:00:30~14:01:00")
        .customer("m4", "Merci")
        .then("cues m4 customer understanding []");
  }
}
