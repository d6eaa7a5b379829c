package io.souffleur.server.nlp.lexicon;

import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.nlp.lexicon.Phrase.By;
import io.souffleur.server.nlp.lexicon.Phrase.Surrounding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the phrases of one cue, line by line; settings hold for the lines below them. */
final class PhraseReader {

  private static final double USUAL_CONFIDENCE = 0.95;
  private static final int LONGEST = 2000;

  private final CueName cue;
  private final int family;
  private final Function<String, List<String>> words;
  private double confidence = USUAL_CONFIDENCE;
  private Set<Surrounding> unless = EnumSet.noneOf(Surrounding.class);
  private By by = By.ANYONE;

  PhraseReader(CueName cue, int family, Function<String, List<String>> words) {
    this.cue = cue;
    this.family = family;
    this.words = words;
  }

  /**
   * The phrase of a line, or nothing for a setting.
   *
   * @throws IllegalArgumentException with what is wrong
   */
  Optional<Read> read(String line) {
    if (line.length() > LONGEST) {
      throw new IllegalArgumentException("longer than " + LONGEST + " characters");
    }
    if (line.startsWith("%")) {
      set(line.substring(1).strip());
      return Optional.empty();
    }
    String rest = line;
    Optional<String> value = Optional.empty();
    int arrow = rest.indexOf("=>");
    if (arrow >= 0) {
      value = Optional.of(rest.substring(arrow + 2).strip());
      rest = rest.substring(0, arrow).strip();
    }
    boolean silent = rest.startsWith("!");
    if (silent) {
      rest = rest.substring(1).strip();
    }
    boolean opens = rest.startsWith("^");
    if (opens) {
      rest = rest.substring(1).strip();
    }
    boolean closes = rest.endsWith("$");
    if (closes) {
      rest = rest.substring(0, rest.length() - 1).strip();
    }
    if (closes && rest.contains(" / ")) {
      throw new IllegalArgumentException("something follows behind “/”, so “$” can’t hold");
    }
    if (rest.isEmpty()) {
      throw new IllegalArgumentException("a phrase without words");
    }
    if (cue == CueName.PRODUCT_NAME && !silent) {
      String name = rest;
      value = value.or(() -> Optional.of(name));
    }
    Set<Surrounding> surroundings = silent ? Set.of() : unless;
    Phrase phrase =
        new Phrase(cue, family, silent, opens, closes, value, confidence, surroundings, by);
    return Optional.of(new Read(PatternParser.parse(rest, words), phrase));
  }

  private void set(String setting) {
    String[] parts = setting.split("\\s+");
    switch (parts[0]) {
      case "confidence" -> confidence = confidence(parts);
      case "unless" -> {
        Set<Surrounding> read = EnumSet.noneOf(Surrounding.class);
        for (int i = 1; i < parts.length; i++) {
          read.add(one(Surrounding.class, parts[i]));
        }
        unless = read;
      }
      case "by" -> by = one(By.class, parts.length == 2 ? parts[1] : "");
      default ->
          throw new IllegalArgumentException(
              "no setting “" + parts[0] + "”: there are confidence, unless and by");
    }
  }

  private static <T extends Enum<T>> T one(Class<T> type, String name) {
    List<String> all = new ArrayList<>();
    for (T value : type.getEnumConstants()) {
      String known = value.name().toLowerCase(Locale.ROOT);
      if (known.equals(name)) {
        return value;
      }
      all.add(known);
    }
    throw new IllegalArgumentException("no “" + name + "”: there are " + String.join(", ", all));
  }

  private static double confidence(String[] parts) {
    double read = parts.length == 2 ? number(parts[1]) : -1;
    if (!(read > 0 && read <= 1)) {
      throw new IllegalArgumentException("confidence is one number over 0, at most 1");
    }
    return read;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException none) {
      return -1;
    }
  }

  /** A phrase, and the shape it is found by. */
  record Read(Pattern pattern, Phrase phrase) {}
}
