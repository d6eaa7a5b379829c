package io.souffleur.server.journal;

import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.cue.Sighting;
import io.souffleur.server.core.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How the journal writes what was seen in a message: a line each, such as {@code wrong-name 8 13
 * 0.95 nadia}. A value is the rest of its line.
 */
public final class SeenColumn {

  private static final int PARTS = 5;

  private SeenColumn() {}

  /** What was seen, as lines. */
  public static String write(List<Sighting> seen) {
    return seen.stream().map(SeenColumn::line).collect(Collectors.joining("\n"));
  }

  private static String line(Sighting one) {
    String line =
        one.name().wireName()
            + " "
            + one.span().start()
            + " "
            + one.span().end()
            + " "
            + one.confidence();
    return one.value().map(value -> line + " " + value.replaceAll("\\R", " ")).orElse(line);
  }

  /**
   * What was written.
   *
   * @throws IllegalStateException when this program didn't write it
   */
  public static List<Sighting> read(String column) {
    return column.lines().map(SeenColumn::sighting).toList();
  }

  private static Sighting sighting(String line) {
    String[] parts = line.split(" ", PARTS);
    try {
      return new Sighting(
          CueName.ofWireName(parts[0]).orElseThrow(),
          new Span(Integer.parseInt(parts[1]), Integer.parseInt(parts[2])),
          Double.parseDouble(parts[3]),
          parts.length < PARTS ? Optional.empty() : Optional.of(parts[PARTS - 1]));
    } catch (RuntimeException e) {
      throw new IllegalStateException("what was seen in a message can't be read", e);
    }
  }
}
