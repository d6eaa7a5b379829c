package io.souffleur.wire.json;

import io.souffleur.wire.AgentRef;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.CustomerRef;
import io.souffleur.wire.EventKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Writes one JSON object, field after field, in the order of the calls; what is empty isn't
 * written. Strings are escaped as RFC 8259, section 7, requires and no further. For one thread.
 */
final class Out {

  private static final int USUAL_UNITS = 512;
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final StringBuilder text = new StringBuilder(USUAL_UNITS);

  private Out() {}

  /** Starts the object of a message. */
  static Out message(String type) {
    Out out = new Out();
    out.text.append('{');
    return out.text("type", type);
  }

  /** Starts an object that has no type. */
  static Out untyped() {
    Out out = new Out();
    out.text.append('{');
    return out;
  }

  /** Ends the object and gives its text. */
  String done() {
    return text.append('}').toString();
  }

  Out text(String name, String value) {
    name(name);
    string(value);
    return this;
  }

  Out text(String name, Optional<String> value) {
    return value.isPresent() ? text(name, value.get()) : this;
  }

  Out key(String name, EventKey key) {
    return text(name, key.value());
  }

  Out conversation(ConversationKey key) {
    return text("conversation", key.value());
  }

  <E extends Enum<E>> Out word(String name, Names<E> words, E word) {
    name(name);
    text.append('"').append(words.of(word)).append('"');
    return this;
  }

  <E extends Enum<E>> Out word(String name, Names<E> words, Optional<E> word) {
    return word.isPresent() ? word(name, words, word.get()) : this;
  }

  Out number(String name, long value) {
    name(name);
    text.append(value);
    return this;
  }

  Out number(String name, OptionalInt value) {
    return value.isPresent() ? number(name, value.getAsInt()) : this;
  }

  Out number(String name, OptionalLong value) {
    return value.isPresent() ? number(name, value.getAsLong()) : this;
  }

  Out number(String name, double value) {
    name(name);
    text.append(value);
    return this;
  }

  Out number(String name, OptionalDouble value) {
    return value.isPresent() ? number(name, value.getAsDouble()) : this;
  }

  Out nothing(String name) {
    name(name);
    text.append("null");
    return this;
  }

  Out flag(String name, boolean value) {
    name(name);
    text.append(value);
    return this;
  }

  /** A flag that is left out where it is false. */
  Out raised(String name, boolean value) {
    return value ? flag(name, true) : this;
  }

  Out time(String name, OffsetDateTime value) {
    name(name);
    text.append('"').append(Times.format(value)).append('"');
    return this;
  }

  Out instant(String name, Instant value) {
    name(name);
    text.append('"');
    Times.append(text, value);
    text.append('"');
    return this;
  }

  Out instant(String name, Optional<Instant> value) {
    return value.isPresent() ? instant(name, value.get()) : this;
  }

  /** A day as ISO 8601 writes it. */
  Out day(String name, Optional<LocalDate> value) {
    return text(name, value.map(LocalDate::toString));
  }

  Out texts(String name, List<String> values) {
    name(name);
    text.append('[');
    for (String value : values) {
      comma();
      string(value);
    }
    text.append(']');
    return this;
  }

  <T> Out object(String name, T value, BiConsumer<Out, T> fields) {
    name(name);
    text.append('{');
    fields.accept(this, value);
    text.append('}');
    return this;
  }

  <T> Out optionalObject(String name, Optional<T> value, BiConsumer<Out, T> fields) {
    return value.isPresent() ? object(name, value.get(), fields) : this;
  }

  <T> Out objects(String name, List<? extends T> values, BiConsumer<Out, T> fields) {
    name(name);
    text.append('[');
    for (T value : values) {
      comma();
      text.append('{');
      fields.accept(this, value);
      text.append('}');
    }
    text.append(']');
    return this;
  }

  Out counts(String name, Map<String, Integer> values) {
    return object(name, values, (out, map) -> map.forEach((key, count) -> out.number(key, count)));
  }

  <T> Out map(String name, Map<String, T> values, Function<T, String> asText) {
    return object(
        name,
        values,
        (out, map) -> map.forEach((key, value) -> out.text(key, asText.apply(value))));
  }

  /** A map that is left out where it is empty. */
  <T> Out mapIfAny(String name, Map<String, T> values, Function<T, String> asText) {
    return values.isEmpty() ? this : map(name, values, asText);
  }

  /** A list that is left out where it is empty. */
  <T> Out objectsIfAny(String name, List<? extends T> values, BiConsumer<Out, T> fields) {
    return values.isEmpty() ? this : objects(name, values, fields);
  }

  /** An object of objects that count words of a closed set. */
  <E extends Enum<E>> Out counts(String name, Map<String, Map<E, Integer>> counts, Names<E> words) {
    return object(
        name,
        counts,
        (out, all) ->
            all.forEach(
                (key, each) ->
                    out.object(
                        key,
                        each,
                        (inside, map) ->
                            map.forEach((word, count) -> inside.number(words.of(word), count)))));
  }

  Out agent(String name, Optional<AgentRef> agent) {
    return optionalObject(
        name, agent, (out, ref) -> out.text("key", ref.key()).text("name", ref.name()));
  }

  Out agent(String name, AgentRef agent) {
    return agent(name, Optional.of(agent));
  }

  Out customer(CustomerRef customer) {
    return object(
        "customer",
        customer,
        (out, ref) -> {
          out.text("key", ref.key())
              .text("name", ref.name())
              .text("firstName", ref.firstName())
              .text("lastName", ref.lastName())
              .text("title", ref.title());
          if (!ref.attributes().isEmpty()) {
            out.map("attributes", ref.attributes(), value -> value);
          }
        });
  }

  private void name(String name) {
    comma();
    string(name);
    text.append(':');
  }

  private void comma() {
    char last = text.charAt(text.length() - 1);
    if (last != '{' && last != '[') {
      text.append(',');
    }
  }

  private void string(String value) {
    text.append('"');
    int written = 0;
    for (int i = 0; i < value.length(); i++) {
      char unit = value.charAt(i);
      if (unit < ' ' || unit == '"' || unit == '\\') {
        text.append(value, written, i);
        escape(unit);
        written = i + 1;
      } else if (Character.isSurrogate(unit)) {
        if (Utf8.isPairAt(value, i)) {
          i++;
        } else {
          text.append(value, written, i).append(Utf8.REPLACEMENT);
          written = i + 1;
        }
      }
    }
    text.append(value, written, value.length()).append('"');
  }

  private void escape(char unit) {
    switch (unit) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> text.append("\\u00").append(HEX[unit >> 4]).append(HEX[unit & 0xf]);
    }
  }
}
