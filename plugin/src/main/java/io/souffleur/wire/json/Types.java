package io.souffleur.wire.json;

import io.souffleur.wire.RefusalCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The messages that may come one way, by their type. */
final class Types<T> {

  private final Map<String, Function<Fields, ? extends T>> byType = new LinkedHashMap<>();

  Types<T> with(String type, Function<Fields, ? extends T> message) {
    byType.put(type, message);
    return this;
  }

  Types<T> with(Types<? extends T> others) {
    others.byType.forEach(this::with);
    return this;
  }

  Set<String> names() {
    return byType.keySet();
  }

  T read(Fields in) {
    String type = in.text("type");
    Function<Fields, ? extends T> message = byType.get(type);
    if (message == null) {
      throw new Problem(
          RefusalCode.UNKNOWN_TYPE,
          "type",
          "type "
              + Problem.quoted(type)
              + " isn't known here: send one of "
              + String.join(", ", byType.keySet()));
    }
    return message.apply(in);
  }
}
