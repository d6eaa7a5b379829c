package io.souffleur.server.core;

import static io.souffleur.server.core.testing.ConversationDriver.shows;
import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.Agent;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.conversation.MessageId;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.rule.Condition;
import io.souffleur.server.core.rule.Counted;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Norm;
import io.souffleur.server.core.rule.Occurrence;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.RuleId;
import io.souffleur.server.core.rule.Words;
import io.souffleur.server.core.testing.ConversationDriver;
import io.souffleur.server.core.testing.House;
import io.souffleur.server.core.text.Acquaintance;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.LanguageEvidence;
import io.souffleur.server.core.text.Reading;
import io.souffleur.server.core.text.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a checklist counts, as the summary tells it. */
class FiguresTest {

  private static Rule.Figure figure(String id, Condition only, Counted counts) {
    Words words = new Words(id, id);
    return new Rule.Figure(new RuleId(id), List.of(new Norm("D17")), words, words, only, counts);
  }

  private static Rule.Figure repetitions(String id, Condition only) {
    return figure(id, only, new Counted.Times(CueTest.of(Author.CUSTOMER, CueName.REPETITION)));
  }

  private static final Rule.Figure REPETITIONS = repetitions("repetitions", Condition.ALWAYS);
  private static final Rule.Figure TRANSFERS =
      figure("transfers", Condition.ALWAYS, new Counted.Times(Occurrence.TRANSFER));
  private static final Rule.Figure BY_AGENT =
      figure("by-agent", Condition.ALWAYS, new Counted.MessagesBy(Author.AGENT));

  private static ConversationDriver conversation(House house) {
    return new ConversationDriver(house).starts().skipping();
  }

  private static Map<String, Integer> figures(ConversationDriver conversation) {
    List<Update> updates = conversation.skipping().ends().unseen();
    Map<String, Integer> figures = new LinkedHashMap<>();
    ((Update.Summary) updates.getLast())
        .figures()
        .forEach((rule, count) -> figures.put(rule.key(), count));
    return figures;
  }

  @Test
  void nothing_that_happened_is_a_figure_too() {
    assertThat(figures(conversation(House.of(TRANSFERS, REPETITIONS))))
        .containsExactly(Map.entry("transfers", 0), Map.entry("repetitions", 0));
  }

  @Test
  void a_message_that_shows_it_counts_once_and_an_edit_changes_nothing() {
    ConversationDriver told =
        conversation(House.of(REPETITIONS))
            .customer("m1", "Bonjour")
            .customer(
                "m2",
                "encore une fois, je répète",
                shows(CueName.REPETITION, "encore une fois"),
                shows(CueName.REPETITION, "je répète"))
            .customer("m3", "je répète", shows(CueName.REPETITION, "je répète"));
    told.happens(edited(told, "m1", "je répète")).happens(edited(told, "m2", "bonjour"));

    assertThat(figures(told)).containsExactly(Map.entry("repetitions", 2));
  }

  @Test
  void what_happens_without_words_is_counted_as_often_as_it_happens() {
    ConversationDriver told = conversation(House.of(TRANSFERS));
    told.happens(assigned(told, "ines", Optional.empty()))
        .happens(assigned(told, "marc", Optional.of("ines")))
        .happens(assigned(told, "lea", Optional.of("marc")));

    assertThat(figures(told)).containsExactly(Map.entry("transfers", 2));
  }

  @Test
  void messages_are_counted_by_who_wrote_them_without_notes() {
    ConversationDriver told =
        conversation(House.of(BY_AGENT))
            .customer("m1", "Bonjour")
            .agent("m2", "Bonjour")
            .note("m3")
            .agent("m4", "Je regarde");

    assertThat(figures(told)).containsExactly(Map.entry("by-agent", 2));
  }

  @Test
  void a_figure_with_a_condition_counts_while_it_holds() {
    Rule.Figure afterTransfer =
        repetitions("after-transfer", new Condition.Said(Occurrence.TRANSFER));
    ConversationDriver told =
        conversation(House.of(afterTransfer))
            .customer("m1", "je répète", shows(CueName.REPETITION, "je répète"));
    told.happens(assigned(told, "marc", Optional.of("ines")))
        .customer("m2", "je répète", shows(CueName.REPETITION, "je répète"));

    assertThat(figures(told)).containsExactly(Map.entry("after-transfer", 1));
  }

  @Test
  void a_conversation_that_turns_out_to_be_in_another_language_goes_on_counting() {
    House house = House.of(REPETITIONS, TRANSFERS).with(Language.ENGLISH, BY_AGENT, REPETITIONS);
    ConversationDriver told =
        new ConversationDriver(house)
            .language(null)
            .starts()
            .skipping()
            .customer("m1", "again", shows(CueName.REPETITION, "again"))
            .sounding(LanguageEvidence.settledOn(Language.ENGLISH))
            .customer("m2", "again", shows(CueName.REPETITION, "again"));

    assertThat(figures(told))
        .containsExactly(Map.entry("by-agent", 0), Map.entry("repetitions", 2));
  }

  private static Event assigned(ConversationDriver told, String agent, Optional<String> previous) {
    return new Event.Assigned(told.state().reached(), new Agent(agent, agent), previous);
  }

  /** An edit of a message that now shows a repetition where it is said again. */
  private static Event edited(ConversationDriver told, String id, String text) {
    List<Cue> cues =
        text.contains("répète")
            ? List.of(
                new Cue(CueName.REPETITION, new Span(0, text.length()), text, 1, Optional.empty()))
            : List.of();
    return new Event.Said(
        told.state().reached(),
        new MessageId(id),
        Author.CUSTOMER,
        new Reading("fr", LanguageEvidence.settledOn(Language.FRENCH), Acquaintance.none(), cues),
        1,
        false);
  }
}
