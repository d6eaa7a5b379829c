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
import java.util.stream.Stream;

/**
 * The patterns that a house wrote, found by RE2/J, and the words: in time that grows with the text
 * and never faster, whatever was written. Safe for use by any thread.
 */
final class HousePatterns implements TextPatterns {

  /** How often one pattern is shown in one message; a tenth time tells nothing new. */
  private static final int MOST_FOUND = 8;

  private static final double CERTAIN = 1;

  private final List<HousePattern> patterns;

  HousePatterns(List<HousePattern> patterns) {
    this.patterns = List.copyOf(patterns);
  }

  /** What is looked for, and where. */
  sealed interface HousePattern {

    /** Unique in its file. */
    String name();

    /** Whose messages it is looked for in; empty: everybody's. */
    Optional<Author> by();
  }

  /** A pattern in the syntax of RE2. */
  record Regex(String name, Optional<Author> by, Pattern pattern) implements HousePattern {}

  /**
   * Whole words as they stand.
   *
   * @param spellings of the words, as {@link PlainText}; which of them stands there makes no matter
   */
  record WholeWords(String name, Optional<Author> by, List<String> spellings)
      implements HousePattern {

    /** With œ and æ, or with the two letters that they are on most keyboards. */
    static WholeWords of(String name, Optional<Author> by, String plain) {
      return new WholeWords(
          name,
          by,
          Stream.of(
                  plain,
                  plain.replace("œ", "oe").replace("æ", "ae"),
                  plain.replace("oe", "œ").replace("ae", "æ"))
              .distinct()
              .toList());
    }
  }

  @Override
  public List<Cue> in(String text, Author author) {
    if (patterns.isEmpty()) {
      return List.of();
    }
    List<Cue> found = new ArrayList<>();
    String plain = PlainText.of(text);
    for (HousePattern pattern : patterns) {
      if (pattern.by().isEmpty() || pattern.by().get() == author) {
        switch (pattern) {
          case Regex regex -> find(regex, text, found);
          case WholeWords words ->
              words.spellings().forEach(spelling -> find(words, spelling, text, plain, found));
        }
      }
    }
    found.sort(Comparator.comparing(Cue::span));
    return found;
  }

  private static void find(Regex regex, String text, List<Cue> found) {
    Matcher matcher = regex.pattern().matcher(text);
    for (int count = 0; count < MOST_FOUND && matcher.find(); ) {
      if (matcher.start() < matcher.end()) {
        add(regex, text, matcher.start(), matcher.end(), found);
        count++;
      }
    }
  }

  private static void find(
      WholeWords words, String spelling, String text, String plain, List<Cue> found) {
    int start = plain.indexOf(spelling);
    for (int count = 0; count < MOST_FOUND && start >= 0; ) {
      int end = start + spelling.length();
      if (!cutsAWord(text, start, end)) {
        add(words, text, start, end, found);
        count++;
      }
      start = plain.indexOf(spelling, end);
    }
  }

  private static void add(HousePattern pattern, String text, int start, int end, List<Cue> found) {
    Span span = new Span(start, end);
    found.add(new Cue(CueName.PATTERN, span, span.of(text), CERTAIN, Optional.of(pattern.name())));
  }

  private static boolean cutsAWord(String text, int start, int end) {
    return (start > 0 && Character.isLetterOrDigit(text.codePointBefore(start)))
        || (end < text.length() && Character.isLetterOrDigit(text.codePointAt(end)));
  }
}
