package io.souffleur.server.checklist;

import java.util.Comparator;

/** A place in a file: line and column, both from 1; columns count characters (code points). */
public record Place(int line, int column) implements Comparable<Place> {

  /** The beginning of a file. */
  static final Place START = new Place(1, 1);

  private static final Comparator<Place> ORDER =
      Comparator.comparingInt(Place::line).thenComparingInt(Place::column);

  public Place {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("lines and columns count from 1");
    }
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
