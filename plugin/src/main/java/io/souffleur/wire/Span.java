package io.souffleur.wire;

/**
 * Characters of a message, as evidence.
 *
 * @param start in UTF-16 code units of the text as received
 * @param end exclusive, at least {@code start}
 */
public record Span(EventKey message, int start, int end) {

  public Span {
    Checks.span(start, end);
  }
}
