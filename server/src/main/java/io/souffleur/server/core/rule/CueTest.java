package io.souffleur.server.core.rule;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;

/**
 * What a rule looks for in one message.
 *
 * @param anyOf the cues, one of which is enough
 * @param by who must have written it
 * @param valued whether the cue must carry a value, such as the length of a wait
 * @param hours for a cue whose value is a key here: the hours of the day at which it counts ({@code
 *     evening} from 17:00). A cue with another value, or none, counts at any hour.
 */
public record CueTest(Set<CueName> anyOf, Author by, boolean valued, Map<String, HourRange> hours) {

  public CueTest {
    if (anyOf.isEmpty()) {
      throw new IllegalArgumentException("a rule must look for at least one cue");
    }
    anyOf = Set.copyOf(anyOf);
    hours = Map.copyOf(hours);
  }

  /** Any of {@code cues}, said by {@code by}, at any hour. */
  public static CueTest of(Author by, CueName... cues) {
    return new CueTest(Set.of(cues), by, false, Map.of());
  }

  /** Whether {@code cue}, in a message of {@code author} at {@code time}, is what is looked for. */
  public boolean matches(Cue cue, Author author, LocalTime time) {
    return author == by
        && anyOf.contains(cue.name())
        && (!valued || cue.value().isPresent())
        && cue.value().map(hours::get).map(range -> range.contains(time)).orElse(true);
  }
}
