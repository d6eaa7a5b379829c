package io.souffleur.server.access;

import java.util.EnumMap;
import java.util.Map;

/**
 * One row of the table: how far the right to one operation reaches, for each kind of caller.
 * Immutable; a column that is not named has none.
 */
final class Rights {
  private final Map<Column, Reach> reaches;

  private Rights(Map<Column, Reach> reaches) {
    this.reaches = reaches;
  }

  static Rights only(Column column, Reach reach) {
    return new Rights(Map.of()).and(column, reach);
  }

  static Rights everybody() {
    Rights rights = new Rights(Map.of());
    for (Column column : Column.values()) {
      rights = rights.and(column, Reach.ALL);
    }
    return rights;
  }

  /** Of people, whatever their role. */
  static Rights people(Reach reach) {
    return only(Column.AGENT, reach).and(Column.SUPERVISOR, reach).and(Column.ADMIN, reach);
  }

  /** Of whoever works at a desk: its agent, however they came to it. */
  static Rights agents(Reach reach) {
    return only(Column.DESK, reach).and(Column.AGENT, reach);
  }

  Rights and(Column column, Reach reach) {
    Map<Column, Reach> more = new EnumMap<>(Column.class);
    more.putAll(reaches);
    more.put(column, reach);
    return new Rights(more);
  }

  Reach of(Column column) {
    return reaches.getOrDefault(column, Reach.NONE);
  }
}
