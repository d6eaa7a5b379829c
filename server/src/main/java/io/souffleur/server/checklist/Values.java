package io.souffleur.server.checklist;

import io.souffleur.server.checklist.Written.Mapping;
import io.souffleur.server.checklist.Written.Sequence;
import io.souffleur.server.checklist.Written.Text;
import io.souffleur.server.core.rule.Words;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads single values. What can't be read is reported and replaced by a stand-in, so that reading
 * goes on.
 */
final class Values {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
  private static final Pattern LENGTH =
      Pattern.compile("(?:([0-9]{1,4}) ?h)? ?(?:([0-9]{1,4}) ?min)? ?(?:([0-9]{1,5}) ?s)?");
  private static final Pattern TIME_OF_DAY = Pattern.compile("([01]?[0-9]|2[0-3]):([0-5][0-9])");
  private static final Pattern SHARE = Pattern.compile("([1-9][0-9]?) ?%");
  private static final Duration LONGEST = Duration.ofDays(31);

  private final Problems problems;

  Values(Problems problems) {
    this.problems = problems;
  }

  /** A text that is not empty; empty, and reported, for anything else. */
  Optional<Text> text(Written written) {
    if (!(written instanceof Text text)) {
      problems.add(
          written.at(),
          "a text is expected here, not "
              + written.kind()
              + (beginsWithBrace(written)
                  ? "; a text that begins with “{” goes in quotation marks"
                  : ""));
      return Optional.empty();
    }
    if (text.value().isBlank()) {
      problems.add(text.at(), "nothing is written here");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  private static boolean beginsWithBrace(Written written) {
    return written instanceof Mapping mapping
        && mapping.entries().size() == 1
        && mapping.entries().getFirst().value() instanceof Text nothing
        && nothing.value().isEmpty();
  }

  /** One value, or a list of at least one. */
  List<Written> oneOrMore(Written written) {
    if (!(written instanceof Sequence sequence)) {
      return List.of(written);
    }
    if (sequence.entries().isEmpty()) {
      problems.add(sequence.at(), "the list is empty");
    }
    return sequence.entries();
  }

  /** A list of at least one, each of which is written on its own. */
  List<Written> list(Written written, String what) {
    if (!(written instanceof Sequence)) {
      problems.add(written.at(), what + " is a list, not " + written.kind());
      return List.of();
    }
    return oneOrMore(written);
  }

  /** The text of one value, or those of a list of at least one; each once. */
  Set<String> oneOrMoreTexts(Written written) {
    Set<String> texts = new LinkedHashSet<>();
    oneOrMore(written).forEach(each -> text(each).map(Text::value).ifPresent(texts::add));
    return texts;
  }

  /** One word of a closed set. */
  <T> Optional<T> choice(
      Written written, String what, Map<String, T> known, Map<String, String> otherWords) {
    return text(written).flatMap(text -> chosen(text, what, known, otherWords));
  }

  private <T> Optional<T> chosen(
      Text text, String what, Map<String, T> known, Map<String, String> otherWords) {
    T found = known.get(text.value());
    if (found == null) {
      String nearest = NearestWord.suggestion(text.value(), known.keySet(), otherWords);
      problems.add(
          text.at(),
          "no "
              + what
              + " "
              + Problems.quoted(text.value())
              + (nearest.isEmpty() && known.size() <= 12
                  ? ". There are: " + String.join(", ", known.keySet())
                  : nearest));
    }
    return Optional.ofNullable(found);
  }

  OptionalInt number(Written written, int least, int most) {
    Optional<Text> text = text(written);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    String value = text.get().value();
    int number = NUMBER.matcher(value).matches() ? Integer.parseInt(value) : -1;
    if (number < least || number > most) {
      problems.add(
          text.get().at(),
          "a whole number from "
              + least
              + " to "
              + most
              + " is expected here, not "
              + Problems.quoted(value));
      return OptionalInt.empty();
    }
    return OptionalInt.of(number);
  }

  /** {@code true} or {@code false}; false, and reported, for anything else. */
  boolean yesOrNo(Written written) {
    Optional<Text> text = text(written);
    if (text.isPresent() && !text.get().value().matches("true|false")) {
      problems.add(
          text.get().at(),
          "true or false is expected here, not " + Problems.quoted(text.get().value()));
    }
    return text.map(Text::value).filter("true"::equals).isPresent();
  }

  /** A length of time, such as {@code 90 s}, {@code 2 min}, {@code 1 h 30 min}. */
  Optional<Duration> duration(Written written) {
    return text(written).flatMap(text -> duration(text, text.value()));
  }

  /** As {@link #duration(Written)}, of {@code value}, a part of {@code text}. */
  Optional<Duration> duration(Text text, String value) {
    Matcher length = LENGTH.matcher(value);
    Duration duration = Duration.ZERO;
    if (value.length() <= 32 && length.matches()) {
      duration =
          Duration.ofHours(figure(length.group(1)))
              .plusMinutes(figure(length.group(2)))
              .plusSeconds(figure(length.group(3)));
    } else {
      problems.add(
          text.at(),
          "a length of time is expected here, such as 90 s, 2 min or 1 h 30 min, not "
              + Problems.quoted(value));
      return Optional.empty();
    }
    if (duration.isZero() && !value.startsWith("0")) {
      problems.add(text.at(), "a length of time is expected here, such as 90 s or 2 min");
      return Optional.empty();
    }
    if (duration.compareTo(LONGEST) > 0) {
      problems.add(text.at(), "at most 31 days, not " + Problems.quoted(value));
      return Optional.empty();
    }
    return Optional.of(duration);
  }

  private static int figure(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** A time of day, such as {@code "17:00"}. */
  Optional<LocalTime> timeOfDay(Text text, String value) {
    Matcher time = TIME_OF_DAY.matcher(value);
    if (!time.matches()) {
      problems.add(
          text.at(),
          "a time of day is expected here, such as \"17:00\", not " + Problems.quoted(value));
      return Optional.empty();
    }
    return Optional.of(
        LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2))));
  }

  /** A share, such as {@code 75%}, as a number between 0 and 1. */
  Optional<Double> share(Written written) {
    return text(written)
        .flatMap(
            text -> {
              Matcher share = SHARE.matcher(text.value());
              if (!share.matches()) {
                problems.add(
                    text.at(),
                    "a share from 1% to 99% is expected here, not "
                        + Problems.quoted(text.value()));
                return Optional.empty();
              }
              return Optional.of(Integer.parseInt(share.group(1)) / 100.0);
            });
  }

  /** The same text in both languages, each at most {@code longest} characters. */
  Words words(Written written, String what, int longest) {
    Section section = Section.open(written, what, List.of("fr", "en"), problems);
    return new Words(words(section, "fr", longest), words(section, "en", longest));
  }

  private String words(Section section, String language, int longest) {
    Optional<Text> text = section.require(language).flatMap(this::text);
    if (text.isEmpty()) {
      return "?";
    }
    String words = text.get().value();
    int length = words.codePointCount(0, words.length());
    if (length > longest) {
      problems.add(
          text.get().at(),
          length + " characters, and there is room for " + longest + ": " + Problems.quoted(words));
    }
    return words;
  }

  /** The texts of a list of at least one. */
  List<Text> texts(Written written, String what) {
    List<Text> texts = new ArrayList<>();
    list(written, what).forEach(entry -> text(entry).ifPresent(texts::add));
    return texts;
  }
}
