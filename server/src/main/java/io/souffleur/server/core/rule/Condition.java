package io.souffleur.server.core.rule;

import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.text.Language;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What must hold for a rule to apply.
 *
 * <p>An item that does not hold is not applicable; it applies from the instant at which it comes to
 * hold. Should it cease to hold (by a {@code Not}, or because an edit took away what was said), the
 * item is not applicable again, unless it was done or missed by then: a verdict stands. A timer
 * looks at it when it would start, and then runs on.
 */
public sealed interface Condition {

  /** Always. */
  Condition ALWAYS = new All(List.of());

  /** What {@code condition} asks about, as often as it does. */
  static Stream<Sought> soughtBy(Condition condition) {
    return switch (condition) {
      case Said(Sought what) -> Stream.of(what);
      case All(List<Condition> of) -> of.stream().flatMap(Condition::soughtBy);
      case Any(List<Condition> of) -> of.stream().flatMap(Condition::soughtBy);
      case Not(Condition what) -> soughtBy(what);
      case Media media -> Stream.empty();
      case Queues queues -> Stream.empty();
      case Languages languages -> Stream.empty();
      case CustomerNamed named -> Stream.empty();
      case CustomerIs is -> Stream.empty();
      case StartedAt at -> Stream.empty();
      case StartedOn on -> Stream.empty();
      case FromStage from -> Stream.empty();
    };
  }

  /** The conversation takes place in one of {@code media}. */
  record Media(Set<Medium> media) implements Condition {
    public Media {
      media = Set.copyOf(media);
    }
  }

  /** The conversation came in by one of {@code queues}. */
  record Queues(Set<String> queues) implements Condition {
    public Queues {
      queues = Set.copyOf(queues);
    }
  }

  /** The conversation is in one of {@code languages}; until its own is known, as it is coached. */
  record Languages(Set<Language> languages) implements Condition {
    public Languages {
      languages = Set.copyOf(languages);
    }
  }

  /** The channel gave a name by which the customer can be called. */
  record CustomerNamed() implements Condition {}

  /** The channel gave the customer this attribute, with one of {@code values}. */
  record CustomerIs(String attribute, Set<String> values) implements Condition {
    public CustomerIs {
      values = Set.copyOf(values);
    }
  }

  /** The conversation started at these hours of its place. */
  record StartedAt(HourRange hours) implements Condition {}

  /** The conversation started on one of {@code days} of its place. */
  record StartedOn(Set<DayOfWeek> days) implements Condition {
    public StartedOn {
      days = Set.copyOf(days);
    }
  }

  /** The conversation has reached the stage. */
  record FromStage(Stage stage) implements Condition {}

  /**
   * It was said, or happened, by now; the message that is being heard counts. An edit may take it
   * away: four places are remembered against that.
   */
  record Said(Sought what) implements Condition {}

  /** All of them; of none: always. */
  record All(List<Condition> of) implements Condition {
    public All {
      of = List.copyOf(of);
    }
  }

  /** At least one of them. */
  record Any(List<Condition> of) implements Condition {
    public Any {
      of = List.copyOf(of);
    }
  }

  /** Not so. */
  record Not(Condition what) implements Condition {}
}
