package io.souffleur.server.core.testing;

import io.souffleur.server.core.calendar.OpeningHours;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.rule.Condition;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Occurrence;
import io.souffleur.server.core.rule.Sought;
import io.souffleur.server.core.text.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that happened in a conversation, to be gone through from the start each time something
 * is asked: slow, plain, and written from the rules' description alone.
 *
 * @param handled every event so far, in order, at the instant it was handled
 * @param stages the stage after each of them
 */
public record History(List<Event> handled, List<Stage> stages) {

  /** A place in a message; of what happens without words: no message, at 0. */
  public record Place(String message, int start) {}

  /** The first events. */
  public History upTo(int events) {
    return new History(handled.subList(0, events), stages.subList(0, events));
  }

  Stage stageBefore(int i) {
    return i == 0 ? Stage.OPENING : stages.get(i - 1);
  }

  /** Whether rules hear of the event at all. */
  boolean counts(int i) {
    return switch (handled.get(i)) {
      case Event.Said said -> !said.note() && said.author() != Author.SYSTEM;
      case Event.Assigned assigned -> true;
      case Event.CallRinging ringing -> true;
      case Event.CallAnswered answered -> true;
      case Event.CallHeld held -> true;
      case Event.CallResumed resumed -> true;
      default -> false;
    };
  }

  /** Whether it takes the place of an earlier version of a message. */
  boolean edits(int i) {
    if (!(handled.get(i) instanceof Event.Said said) || said.revision() == 0) {
      return false;
    }
    Set<String> seen = new HashSet<>();
    for (int j = 0; j < i; j++) {
      if (handled.get(j) instanceof Event.Said earlier && counts(j)) {
        seen.add(earlier.message().key());
      }
    }
    return seen.contains(said.message().key());
  }

  String message(int i) {
    return handled.get(i) instanceof Event.Said said ? said.message().key() : "";
  }

  /** Where the event shows {@code what}, behind a place in its text (-1: anywhere). */
  Optional<Place> where(Sought what, int i, int behind) {
    return switch (what) {
      case Occurrence occurrence ->
          behind < 0 && occurrences(handled.get(i)).contains(occurrence)
              ? Optional.of(new Place("", 0))
              : Optional.empty();
      case CueTest test ->
          handled.get(i) instanceof Event.Said said && counts(i)
              ? where(test, said, behind)
              : Optional.empty();
    };
  }

  static Optional<Place> where(CueTest test, Event.Said said, int behind) {
    Set<CueName> found = new HashSet<>();
    for (Cue cue : said.reading().cues()) {
      if (cue.span().start() > behind && test.matches(cue, said.author(), LocalTime.NOON)) {
        found.add(cue.name());
        if (!test.together() || found.containsAll(test.cues())) {
          return Optional.of(new Place(said.message().key(), cue.span().start()));
        }
      }
    }
    return Optional.empty();
  }

  static List<Occurrence> occurrences(Event event) {
    return switch (event) {
      case Event.Assigned assigned ->
          assigned.previous().isPresent()
              ? List.of(Occurrence.AGENT_ASSIGNED, Occurrence.TRANSFER)
              : List.of(Occurrence.AGENT_ASSIGNED);
      case Event.CallRinging ringing -> List.of(Occurrence.RINGING);
      case Event.CallAnswered answered -> List.of(Occurrence.ANSWERED);
      case Event.CallHeld held -> List.of(Occurrence.HELD);
      case Event.CallResumed resumed -> List.of(Occurrence.RESUMED);
      default -> List.of();
    };
  }

  /** Looks at the clock every minute, in UTC. */
  static boolean isOpen(OpeningHours hours, Instant at) {
    ZonedDateTime local = at.atZone(ZoneOffset.UTC);
    int minute = local.toLocalTime().toSecondOfDay() / 60;
    return hours.week().getOrDefault(local.getDayOfWeek(), List.of()).stream()
        .anyMatch(each -> each.from() <= minute && minute < each.to());
  }

  static Duration openingTime(OpeningHours hours, Instant from, Instant to) {
    Duration sum = Duration.ZERO;
    Instant at = from;
    while (at.isBefore(to)) {
      Instant next = at.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
      next = next.isBefore(to) ? next : to;
      sum = isOpen(hours, at) ? sum.plus(Duration.between(at, next)) : sum;
      at = next;
    }
    return sum;
  }

  /** Whether {@code condition} holds once event {@code i} has been heard. */
  boolean holds(Condition condition, int i) {
    Event.Started start = (Event.Started) handled.getFirst();
    ZonedDateTime began = start.at().atZone(start.zone());
    return switch (condition) {
      case Condition.Media(var media) -> media.contains(start.medium());
      case Condition.Queues(var queues) -> start.queue().filter(queues::contains).isPresent();
      case Condition.Languages(var languages) ->
          languages.contains(start.language().orElse(Language.FRENCH));
      case Condition.CustomerNamed named ->
          start.customer().firstName().filter(name -> !name.isBlank()).isPresent();
      case Condition.CustomerIs(String attribute, var values) ->
          values.contains(start.customer().attributes().getOrDefault(attribute, ""));
      case Condition.StartedAt(var hours) -> hours.contains(began.toLocalTime());
      case Condition.StartedOn(var days) -> days.contains(began.getDayOfWeek());
      case Condition.FromStage(Stage from) -> stages.get(i).compareTo(from) >= 0;
      case Condition.Said(Sought what) -> !places(what, i, 4).isEmpty();
      case Condition.All(var all) -> all.stream().allMatch(each -> holds(each, i));
      case Condition.Any(var any) -> any.stream().anyMatch(each -> holds(each, i));
      case Condition.Not(Condition what) -> !holds(what, i);
    };
  }

  /** Where {@code what} was said up to event {@code i}; further places are not remembered. */
  private List<Place> places(Sought what, int i, int most) {
    List<Place> places = new ArrayList<>();
    for (int j = 0; j <= i; j++) {
      if (counts(j)) {
        remember(places, j, where(what, j, -1), most);
      }
    }
    return places;
  }

  /** An edit moves the place of its message, or takes it away; anything else adds one. */
  void remember(List<Place> places, int i, Optional<Place> shown, int most) {
    boolean known =
        !message(i).isEmpty()
            && places.stream().anyMatch(place -> place.message().equals(message(i)));
    if (known) {
      places.removeIf(place -> place.message().equals(message(i)));
    }
    if (shown.isPresent() && places.size() < most) {
      places.add(shown.get());
    }
  }
}
