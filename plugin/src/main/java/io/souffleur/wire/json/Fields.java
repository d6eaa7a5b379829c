package io.souffleur.wire.json;

import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.EventKey;
import io.souffleur.wire.InvalidFieldException;
import io.souffleur.wire.RefusalCode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, by name and type. What isn't there, has another type or another
 * range is a {@link Problem} that names the field by its path from the message; names that nobody
 * asks for are ignored.
 */
final class Fields {

  private static final String TIME = "a time such as 2026-11-22T14:05:00+01:00";

  private final String path;
  private final Map<String, Object> values;

  private Fields(String path, Map<String, Object> values) {
    this.path = path;
    this.values = values;
  }

  static Fields ofRoot(Map<String, Object> values) {
    return new Fields("", values);
  }

  /** Builds a record from these fields; one that refuses a value is understood to speak of them. */
  <T> T checked(Function<Fields, T> message) {
    try {
      return message.apply(this);
    } catch (InvalidFieldException e) {
      throw problem(e, e.field());
    }
  }

  boolean has(String name) {
    return find(name) != null;
  }

  String text(String name) {
    return as(String.class, "a string", name, required(name, "a string"));
  }

  Optional<String> optionalText(String name) {
    return Optional.ofNullable(find(name)).map(value -> as(String.class, "a string", name, value));
  }

  boolean flag(String name) {
    return as(Boolean.class, "true or false", name, required(name, "true or false"));
  }

  /** A flag that is false where it isn't there. */
  boolean optionalFlag(String name) {
    Object value = find(name);
    return value != null && as(Boolean.class, "true or false", name, value);
  }

  long whole(String name) {
    return whole(name, required(name, "a whole number"), Long.MIN_VALUE, Long.MAX_VALUE);
  }

  int count(String name) {
    return count(name, required(name, "a whole number"));
  }

  OptionalInt optionalCount(String name) {
    Object value = find(name);
    return value == null ? OptionalInt.empty() : OptionalInt.of(count(name, value));
  }

  OptionalLong optionalWhole(String name) {
    Object value = find(name);
    return value == null
        ? OptionalLong.empty()
        : OptionalLong.of(whole(name, value, Long.MIN_VALUE, Long.MAX_VALUE));
  }

  double number(String name) {
    return number(name, required(name, "a number"));
  }

  OptionalDouble optionalNumber(String name) {
    Object value = find(name);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(number(name, value));
  }

  EventKey eventKey(String name) {
    return key(name, EventKey::new);
  }

  ConversationKey conversation() {
    return key("conversation", ConversationKey::new);
  }

  Optional<ConversationKey> optionalConversation(String name) {
    return has(name) ? Optional.of(key(name, ConversationKey::new)) : Optional.empty();
  }

  OffsetDateTime time(String name) {
    return time(name, required(name, TIME));
  }

  Instant instant(String name) {
    return time(name).toInstant();
  }

  Optional<Instant> optionalInstant(String name) {
    return Optional.ofNullable(find(name)).map(value -> time(name, value).toInstant());
  }

  /** A day such as 2026-11-30. */
  Optional<LocalDate> optionalDay(String name) {
    return optionalText(name)
        .map(
            text -> {
              try {
                return LocalDate.parse(text);
              } catch (DateTimeException e) {
                throw invalid(name, "a day such as 2026-11-30");
              }
            });
  }

  <E extends Enum<E>> E word(String name, Names<E> words) {
    return word(name, words, text(name));
  }

  <E extends Enum<E>> Optional<E> optionalWord(String name, Names<E> words) {
    return optionalText(name).map(text -> word(name, words, text));
  }

  <T> T object(String name, Function<Fields, T> message) {
    return nested(path + name, required(name, "an object"), message);
  }

  <T> Optional<T> optionalObject(String name, Function<Fields, T> message) {
    return Optional.ofNullable(find(name)).map(value -> nested(path + name, value, message));
  }

  /** A list of objects; empty where there is none, since older servers send none. */
  <T> List<T> optionalObjects(String name, Function<Fields, T> message) {
    return has(name) ? objects(name, message) : List.of();
  }

  <T> List<T> objects(String name, Function<Fields, T> message) {
    return list(name, (where, value) -> nested(where, value, message));
  }

  List<String> texts(String name) {
    return list(
        name,
        (where, value) -> {
          if (value instanceof String text) {
            return text;
          }
          throw wrong(where, "a string", value);
        });
  }

  /** An object whose values are words of a closed set. */
  <E extends Enum<E>> Map<String, E> words(String name, Names<E> words) {
    return map(name, (inside, key) -> inside.word(key, words));
  }

  /** An object of words; empty where there is none, since older servers send none. */
  <E extends Enum<E>> Map<String, E> optionalWords(String name, Names<E> words) {
    return has(name) ? words(name, words) : Map.of();
  }

  /**
   * An object of objects that count words of a closed set; nothing where there is no object, since
   * older servers send none. A word that is not known is left out: newer ones may count more.
   */
  <E extends Enum<E>> Map<String, Map<E, Integer>> counts(String name, Names<E> words) {
    if (!has(name)) {
      return Map.of();
    }
    return map(
        name,
        (inside, key) ->
            inside.object(
                key,
                counts -> {
                  Map<E, Integer> byWord = new LinkedHashMap<>();
                  for (E word : words.constants()) {
                    counts.optionalCount(words.of(word)).ifPresent(n -> byWord.put(word, n));
                  }
                  return byWord;
                }));
  }

  /** An object of whole numbers, not negative; nothing where there is no object. */
  Map<String, Integer> counts(String name) {
    return has(name) ? map(name, Fields::count) : Map.of();
  }

  Map<String, Duration> durations(String name) {
    return map(
        name,
        (inside, key) -> {
          try {
            return Duration.parse(inside.text(key));
          } catch (DateTimeException e) {
            throw inside.invalid(key, "an ISO 8601 duration such as PT4M10S");
          }
        });
  }

  /**
   * An object of texts; a number or a flag counts as its text, nothing where there is no object.
   */
  Map<String, String> attributes(String name) {
    if (!has(name)) {
      return Map.of();
    }
    return map(
        name,
        (inside, key) ->
            switch (inside.required(key, "a string")) {
              case String text -> text;
              case JsonReader.Numeral number -> number.text();
              case Boolean flag -> flag.toString();
              case Object other -> throw wrong(inside.path + key, "a string", other);
            });
  }

  /** A field has a value that it can't have. */
  Problem invalid(String name, String kind) {
    return new Problem(
        RefusalCode.INVALID_FIELD,
        path + name,
        path + name + " must be " + kind + ", not " + said(values.getOrDefault(name, "")));
  }

  private @Nullable Object find(String name) {
    Object value = values.get(name);
    return value instanceof JsonReader.Absent ? null : value;
  }

  private Object required(String name, String kind) {
    Object value = find(name);
    if (value == null) {
      throw new Problem(
          RefusalCode.MISSING_FIELD, path + name, path + name + " is missing: send " + kind);
    }
    return value;
  }

  private <T> T as(Class<T> type, String kind, String name, Object value) {
    if (type.isInstance(value)) {
      return type.cast(value);
    }
    throw wrong(path + name, kind, value);
  }

  private static Problem wrong(String where, String kind, Object value) {
    return new Problem(
        RefusalCode.INVALID_FIELD, where, where + " must be " + kind + ", not " + said(value));
  }

  private static String said(Object value) {
    return switch (value) {
      case String text -> "the string " + Problem.quoted(text);
      case JsonReader.Numeral number -> "the number " + number.text();
      case Boolean flag -> flag.toString();
      case Map<?, ?> object -> "an object";
      case List<?> list -> "a list";
      case Object nothing -> "null";
    };
  }

  private long whole(String name, Object value, long least, long most) {
    if (value instanceof JsonReader.Numeral number && number.whole()) {
      try {
        long whole = Long.parseLong(number.text());
        if (whole >= least && whole <= most) {
          return whole;
        }
      } catch (NumberFormatException e) {
        // Out of the range of a long: refused below, like out of the range asked for.
      }
    }
    throw wrong(
        path + name, "a whole number of " + (most > Integer.MAX_VALUE ? 64 : 32) + " bits", value);
  }

  private int count(String name, Object value) {
    return (int) whole(name, value, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private double number(String name, Object value) {
    if (value instanceof JsonReader.Numeral number) {
      double parsed = Double.parseDouble(number.text());
      if (Double.isFinite(parsed)) {
        return parsed;
      }
    }
    throw wrong(path + name, "a number of 64 bits", value);
  }

  private OffsetDateTime time(String name, Object value) {
    try {
      return Times.parse(as(String.class, TIME, name, value));
    } catch (DateTimeException e) {
      throw wrong(path + name, TIME, value);
    }
  }

  private <E extends Enum<E>> E word(String name, Names<E> words, String text) {
    E word = words.named(text);
    if (word == null) {
      throw wrong(path + name, "one of " + words.all(), text);
    }
    return word;
  }

  private <K> K key(String name, Function<String, K> key) {
    String text = text(name);
    try {
      return key.apply(text);
    } catch (InvalidFieldException e) {
      throw problem(e, name);
    }
  }

  private Problem problem(InvalidFieldException e, String name) {
    String where = path + name;
    return new Problem(e.code(), where, where + " " + e.reason());
  }

  private static <T> T nested(String where, Object value, Function<Fields, T> message) {
    return new Fields(where + ".", entries(where, value)).checked(message);
  }

  private static Map<String, Object> entries(String where, Object value) {
    if (!(value instanceof Map<?, ?> object)) {
      throw wrong(where, "an object", value);
    }
    Map<String, Object> entries = HashMap.newHashMap(object.size());
    object.forEach((key, entry) -> entries.put(String.valueOf(key), entry));
    return entries;
  }

  private <T> List<T> list(String name, BiFunction<String, Object, T> entry) {
    Object value = required(name, "a list");
    if (!(value instanceof List<?> list)) {
      throw wrong(path + name, "a list", value);
    }
    List<T> entries = new ArrayList<>(list.size());
    for (Object each : list) {
      entries.add(entry.apply(path + name + "[" + entries.size() + "]", each));
    }
    return entries;
  }

  private <T> Map<String, T> map(String name, BiFunction<Fields, String, T> entry) {
    Map<String, Object> raw = entries(path + name, required(name, "an object"));
    Fields inside = new Fields(path + name + ".", raw);
    Map<String, T> entries = HashMap.newHashMap(raw.size());
    raw.forEach(
        (key, value) -> {
          if (!(value instanceof JsonReader.Absent)) {
            entries.put(key, entry.apply(inside, key));
          }
        });
    return entries;
  }
}
