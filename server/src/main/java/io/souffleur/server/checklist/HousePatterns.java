package io.souffleur.server.checklist;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Span;
import io.souffleur.server.core.text.TextPatterns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The patterns that a house wrote, found by RE2/J: in time that grows with the text and never
 * faster, whatever was written. Safe for use by any thread.
 */
final class HousePatterns implements TextPatterns {

  /** How often one pattern is shown in one message; a tenth time tells nothing new. */
  private static final int MOST_FOUND = 8;

  private static final double CERTAIN = 1;

  private final List<HousePattern> patterns;

  HousePatterns(List<HousePattern> patterns) {
    this.patterns = List.copyOf(patterns);
  }

  /**
   * One pattern.
   *
   * @param name unique in its file
   * @param by whose messages it is looked for in; empty: everybody's
   * @param wholeWords whether a letter or digit before or after rules a match out
   */
  record HousePattern(String name, Optional<Author> by, Pattern pattern, boolean wholeWords) {}

  @Override
  public List<Cue> in(String text, Author author) {
    if (patterns.isEmpty()) {
      return List.of();
    }
    List<Cue> found = new ArrayList<>();
    for (HousePattern pattern : patterns) {
      if (pattern.by().isEmpty() || pattern.by().get() == author) {
        find(pattern, text, found);
      }
    }
    found.sort(Comparator.comparing(Cue::span));
    return found;
  }

  private static void find(HousePattern pattern, String text, List<Cue> found) {
    Matcher matcher = pattern.pattern().matcher(text);
    for (int count = 0; count < MOST_FOUND && matcher.find(); ) {
      int start = matcher.start();
      int end = matcher.end();
      if (start < end && !(pattern.wholeWords() && cutsAWord(text, start, end))) {
        Span span = new Span(start, end);
        found.add(
            new Cue(CueName.PATTERN, span, span.of(text), CERTAIN, Optional.of(pattern.name())));
        count++;
      }
    }
  }

  private static boolean cutsAWord(String text, int start, int end) {
    return (start > 0 && Character.isLetterOrDigit(text.codePointBefore(start)))
        || (end < text.length() && Character.isLetterOrDigit(text.codePointAt(end)));
  }
}
