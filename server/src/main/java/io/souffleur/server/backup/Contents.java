package io.souffleur.server.backup;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was carried.
 *
 * @param rows how many, by the names of their tables
 */
public record Contents(Map<String, Long> rows) {
  public Contents {
    rows = Map.copyOf(rows);
  }

  /** For a person, such as {@code account 3, journal 1200}. */
  @Override
  public String toString() {
    return new TreeMap<>(rows)
        .entrySet().stream()
            .map(table -> table.getKey() + " " + table.getValue())
            .collect(Collectors.joining(", "));
  }
}
