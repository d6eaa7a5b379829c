package io.souffleur.server.core.rule;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a rule looks for in one message.
 *
 * @param cues one of which is enough
 * @param together whether one is not enough: one message must show them all
 * @param by who must have written it
 * @param valued whether the cue must carry a value, such as the length of a wait
 * @param values the values that count; empty: any, and none
 * @param hours for a cue whose value is a key here: the hours of the day at which it counts ({@code
 *     evening} from 17:00). A cue with another value, or none, counts at any hour.
 */
public record CueTest(
    Set<CueName> cues,
    boolean together,
    Author by,
    boolean valued,
    Set<String> values,
    Map<String, HourRange> hours)
    implements Sought {

  public CueTest {
    if (cues.isEmpty()) {
      throw new IllegalArgumentException("a rule must look for at least one cue");
    }
    cues = Set.copyOf(cues);
    values = Set.copyOf(values);
    hours = Map.copyOf(hours);
  }

  /** Any of {@code cues}, said by {@code by}, at any hour. */
  public static CueTest of(Author by, CueName... cues) {
    return new CueTest(Set.of(cues), false, by, false, Set.of(), Map.of());
  }

  /** The same, all in one message. */
  public CueTest allTogether() {
    return new CueTest(cues, true, by, valued, values, hours);
  }

  /** The same, only where the cue carries a value, whatever it is. */
  public CueTest withAnyValue() {
    return new CueTest(cues, together, by, true, values, hours);
  }

  /** The same, only where the cue's value is one of {@code those}. */
  public CueTest withValue(String... those) {
    return new CueTest(cues, together, by, valued, Set.of(those), hours);
  }

  /** The same; a cue whose value is a key of {@code when} counts only then. */
  public CueTest at(Map<String, HourRange> when) {
    return new CueTest(cues, together, by, valued, values, when);
  }

  /**
   * Whether {@code cue}, in a message of {@code author} at {@code time}, is one of those looked
   * for.
   */
  public boolean matches(Cue cue, Author author, LocalTime time) {
    return author == by
        && cues.contains(cue.name())
        && (!valued || cue.value().isPresent())
        && (values.isEmpty() || cue.value().filter(values::contains).isPresent())
        && cue.value().map(hours::get).map(range -> range.contains(time)).orElse(true);
  }

  /**
   * The words of a message of {@code author} at {@code time} that show what is looked for: the
   * first of {@code shown} that matches, or, of those that must come together, the one that makes
   * them complete. Empty when the message does not show it.
   *
   * @param shown the cues of the message, in the order of its text
   */
  public Optional<Cue> shownBy(List<Cue> shown, Author author, LocalTime time) {
    Set<CueName> missing = together ? EnumSet.copyOf(cues) : Set.of();
    for (Cue cue : shown) {
      if (matches(cue, author, time)) {
        if (!together || (missing.remove(cue.name()) && missing.isEmpty())) {
          return Optional.of(cue);
        }
      }
    }
    return Optional.empty();
  }
}
