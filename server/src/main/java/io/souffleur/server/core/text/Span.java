package io.souffleur.server.core.text;

/**
 * A stretch of a text as received, in UTF-16 code units from 0, end exclusive.
 *
 * @param start first code unit
 * @param end one past the last code unit, at least {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span: " + start + ".." + end);
    }
  }

  /** The characters this span covers. */
  public String of(String text) {
    return text.substring(start, end);
  }

  /** Whether the two have at least one character in common. */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  @Override
  public int compareTo(Span other) {
    int byStart = Integer.compare(start, other.start);
    return byStart != 0 ? byStart : Integer.compare(end, other.end);
  }
}
