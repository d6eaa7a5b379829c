package io.souffleur.server.nlp.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads the shape of one phrase; see the package's description for the notation. */
final class PatternParser {

  private static final String SPECIAL = "()[]|@~_<";
  private static final int DEEPEST = 8;

  /** Each makes a message be walked along so many ways more. */
  private static final int MOST_GAPS = 3;

  private final String source;
  private final Function<String, List<String>> reader;
  private int at;
  private int depth;
  private int gaps;
  private boolean marked;

  private PatternParser(String source, Function<String, List<String>> reader) {
    this.source = source;
    this.reader = reader;
  }

  /**
   * The pattern written in {@code source}.
   *
   * @param reader gives the words of a stretch of it, as they would be read in a message
   * @throws IllegalArgumentException with what is wrong
   */
  static Pattern parse(String source, Function<String, List<String>> reader) {
    PatternParser parser = new PatternParser(source, reader);
    Pattern pattern = parser.choices(false);
    if (parser.at < source.length()) {
      throw new IllegalArgumentException("nothing opens this “" + source.charAt(parser.at) + "”");
    }
    return pattern;
  }

  private Pattern choices(boolean orNothing) {
    List<Pattern> choices = new ArrayList<>();
    choices.add(sequence());
    while (at < source.length() && source.charAt(at) == '|') {
      at++;
      choices.add(sequence());
    }
    return choices.size() == 1 && !orNothing
        ? choices.getFirst()
        : new Pattern.OneOf(choices, orNothing);
  }

  private Pattern sequence() {
    List<Pattern> parts = new ArrayList<>();
    while (at < source.length()) {
      char c = source.charAt(at);
      switch (c) {
        case ')', ']', '|' -> {
          return sequenceOf(parts);
        }
        case '(' -> parts.add(bracketed(')'));
        case '[' -> parts.add(bracketed(']'));
        case '@' -> parts.add(group());
        case '~' -> {
          at++;
          if (++gaps > MOST_GAPS) {
            throw new IllegalArgumentException("more than " + MOST_GAPS + " “~” in a phrase");
          }
          parts.add(new Pattern.Anything(0, 3));
        }
        case '_' -> {
          at++;
          parts.add(new Pattern.Anything(1, 1));
        }
        case '<' -> parts.add(digits());
        default -> {
          if (isMark(at)) {
            parts.add(mark(parts));
          } else {
            words(parts);
          }
        }
      }
    }
    return sequenceOf(parts);
  }

  private static Pattern sequenceOf(List<Pattern> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a choice without a word");
    }
    return parts.size() == 1 ? parts.getFirst() : new Pattern.Sequence(parts);
  }

  private Pattern bracketed(char closing) {
    at++;
    depth++;
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("brackets in brackets, more than " + DEEPEST + " deep");
    }
    Pattern inside = choices(closing == ']');
    if (at >= source.length() || source.charAt(at) != closing) {
      throw new IllegalArgumentException("“" + closing + "” is missing");
    }
    at++;
    depth--;
    return inside;
  }

  private Pattern group() {
    int from = ++at;
    while (at < source.length()
        && (Character.isLetterOrDigit(source.charAt(at)) || source.charAt(at) == '-')) {
      at++;
    }
    if (at == from) {
      throw new IllegalArgumentException("“@” needs the name of a group");
    }
    return new Pattern.Group(source.substring(from, at));
  }

  private Pattern digits() {
    if (!source.startsWith("<n>", at)) {
      throw new IllegalArgumentException("“<” is only known as “<n>”, a number");
    }
    at += 3;
    return new Pattern.Digits();
  }

  /** Whether a slash stands at a place, with a space on both sides: "tcp/ip" is two words. */
  private boolean isMark(int place) {
    return source.startsWith(" / ", place - 1);
  }

  private Pattern mark(List<Pattern> before) {
    at++;
    if (marked || depth > 0 || before.isEmpty()) {
      throw new IllegalArgumentException("“/” stands once, behind words, in no brackets");
    }
    marked = true;
    return new Pattern.Mark();
  }

  private void words(List<Pattern> parts) {
    int from = at;
    while (at < source.length() && SPECIAL.indexOf(source.charAt(at)) < 0 && !isMark(at)) {
      at++;
    }
    for (String word : reader.apply(source.substring(from, at))) {
      parts.add(new Pattern.Word(word));
    }
  }
}
