package io.souffleur.server.core;

import io.souffleur.server.core.calendar.Calendars;
import io.souffleur.server.core.conversation.Facts;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.Condition;
import io.souffleur.server.core.rule.HourRange;
import io.souffleur.server.core.rule.Rules;
import io.souffleur.server.core.rule.Sought;
import io.souffleur.server.core.text.Language;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/**
 * How far a conversation has come, as far as conditions care.
 *
 * @param language of the conversation, or the one it is coached in until its own is known
 * @param before the stage before what is happening now
 * @param stage the present one
 * @param rules what they watch for
 * @param calendars of the house
 * @param watched where that was said, or happened
 */
record Course(
    Facts facts,
    Language language,
    Stage before,
    Stage stage,
    Rules rules,
    Calendars calendars,
    Watched watched) {

  /** Nothing has happened yet. */
  static Course atStart(Facts facts, Checklist checklist) {
    return new Course(
        facts,
        facts.language().orElse(checklist.language()),
        Stage.OPENING,
        Stage.OPENING,
        checklist.rules(),
        checklist.calendars(),
        Watched.none(checklist.rules()));
  }

  boolean holds(Condition condition) {
    return switch (condition) {
      case Condition.Media(var media) -> media.contains(facts.medium());
      case Condition.Queues(Set<String> queues) ->
          facts.queue().filter(queues::contains).isPresent();
      case Condition.Languages(Set<Language> languages) -> languages.contains(language);
      case Condition.CustomerNamed named -> Address.of(facts.customer()).isPresent();
      case Condition.CustomerIs(String attribute, Set<String> values) -> {
        String value = facts.customer().attributes().get(attribute);
        yield value != null && values.contains(value);
      }
      case Condition.StartedAt(HourRange hours) -> hours.contains(started().toLocalTime());
      case Condition.StartedOn(Set<DayOfWeek> days) -> days.contains(started().getDayOfWeek());
      case Condition.FromStage(Stage from) -> stage.compareTo(from) >= 0;
      case Condition.Said(Sought what) -> watched.has(rules.placeOfWatched(what));
      case Condition.All(List<Condition> all) -> {
        for (Condition each : all) {
          if (!holds(each)) {
            yield false;
          }
        }
        yield true;
      }
      case Condition.Any(List<Condition> any) -> {
        for (Condition each : any) {
          if (holds(each)) {
            yield true;
          }
        }
        yield false;
      }
      case Condition.Not(Condition what) -> !holds(what);
    };
  }

  private ZonedDateTime started() {
    return facts.started().atZone(facts.zone());
  }
}
