package io.souffleur.server.checklist;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.souffleur.server.checklist.HousePatterns.HousePattern;
import io.souffleur.server.checklist.Written.Entry;
import io.souffleur.server.checklist.Written.Mapping;
import io.souffleur.server.checklist.Written.Text;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.rule.RuleId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the patterns of a house: {@code patterns: {order-number: {regex: ["CMD-[0-9]{6}"], by:
 * agent}}}, or {@code words: [...]} for words as they stand, whatever their case and accents.
 */
final class PatternsReader {

  private static final int MOST = 64;
  private static final int LONGEST = 200;

  /**
   * The largest program a pattern may become: RE2/J then reads a text of 16 KiB within some two
   * milliseconds (docs/measures.md).
   */
  private static final int LARGEST_PROGRAM = 60;

  private final Problems problems;
  private final Values values;
  private final Map<String, Place> places = new LinkedHashMap<>();

  PatternsReader(Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
  }

  /** The patterns; what can't be read is reported and left out. */
  List<HousePattern> read(Written written) {
    if (!(written instanceof Mapping mapping)) {
      problems.add(
          written.at(),
          "patterns are written as {order-number: {regex: [\"CMD-[0-9]{6}\"]}}, not "
              + written.kind());
      return List.of();
    }
    List<HousePattern> patterns = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      if (named(entry.key())) {
        patterns.addAll(pattern(entry.key().value(), entry.value()));
      }
    }
    if (patterns.size() > MOST) {
      problems.add(
          written.at(), "at most " + MOST + " patterns in a checklist, not " + patterns.size());
    }
    return patterns;
  }

  /** The names read so far. */
  Set<String> names() {
    return places.keySet();
  }

  private boolean named(Text name) {
    try {
      new RuleId(name.value());
    } catch (IllegalArgumentException e) {
      problems.add(
          name.at(),
          "a pattern’s name is lower-case words joined by hyphens, not "
              + Problems.quoted(name.value()));
      return false;
    }
    Place earlier = places.putIfAbsent(name.value(), name.at());
    if (earlier != null) {
      problems.add(
          name.at(),
          Problems.quoted(name.value()) + " is given twice; first in line " + earlier.line());
    }
    return earlier == null;
  }

  private List<HousePattern> pattern(String name, Written written) {
    Section section = Section.open(written, "a pattern", List.of("regex", "words", "by"), problems);
    Optional<Author> by =
        section
            .find("by")
            .flatMap(author -> values.choice(author, "author", CueReader.AUTHORS, Map.of()));
    List<HousePattern> patterns = new ArrayList<>();
    section
        .find("regex")
        .ifPresent(
            list ->
                texts(list)
                    .forEach(
                        text ->
                            compiled(text)
                                .ifPresent(
                                    pattern ->
                                        patterns.add(new HousePatterns.Regex(name, by, pattern)))));
    section
        .find("words")
        .ifPresent(
            list ->
                texts(list)
                    .forEach(
                        text ->
                            words(text)
                                .ifPresent(
                                    words ->
                                        patterns.add(
                                            HousePatterns.WholeWords.of(name, by, words)))));
    if (!section.has("regex") && !section.has("words")) {
      section.missing("a pattern needs “regex” or “words”");
    }
    return patterns;
  }

  private List<Text> texts(Written written) {
    List<Text> texts = new ArrayList<>();
    values.oneOrMore(written).forEach(one -> values.text(one).ifPresent(texts::add));
    return texts;
  }

  private Optional<String> words(Text text) {
    return isShort(text) ? Optional.of(PlainText.of(text.value())) : Optional.empty();
  }

  private boolean isShort(Text text) {
    if (text.value().length() <= LONGEST) {
      return true;
    }
    problems.add(text.at(), "at most " + LONGEST + " characters, not " + text.value().length());
    return false;
  }

  private Optional<Pattern> compiled(Text text) {
    if (!isShort(text)) {
      return Optional.empty();
    }
    Pattern pattern;
    try {
      pattern = Pattern.compile(text.value());
    } catch (PatternSyntaxException e) {
      problems.add(text.at(), reason(text.value(), e));
      return Optional.empty();
    }
    if (pattern.programSize() > LARGEST_PROGRAM) {
      problems.add(
          text.at(),
          "this would take long on a long message: it has "
              + pattern.programSize()
              + " steps, and there is room for "
              + LARGEST_PROGRAM
              + ". Repeat less, or make two patterns of it");
      return Optional.empty();
    }
    if (pattern.matcher("").find()) {
      problems.add(text.at(), "this matches where nothing stands, so it would match everywhere");
      return Optional.empty();
    }
    return Optional.of(pattern);
  }

  private static String reason(String regex, PatternSyntaxException e) {
    boolean looksAround = regex.contains("(?=") || regex.contains("(?!") || regex.contains("(?<");
    boolean refersBack = regex.matches(".*\\\\[1-9].*");
    return looksAround || refersBack
        ? "patterns have no look-around and no references back, since these can take for ever"
        : "no pattern: " + e.getDescription();
  }
}
