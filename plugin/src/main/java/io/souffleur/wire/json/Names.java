package io.souffleur.wire.json;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of a closed set on the wire: its constants in lower case. */
final class Names<E extends Enum<E>> {

  private final Map<E, String> names;
  private final Map<String, E> byName = new HashMap<>();

  Names(Class<E> type) {
    names = new EnumMap<>(type);
    for (E constant : type.getEnumConstants()) {
      String name = constant.name().toLowerCase(Locale.ROOT);
      names.put(constant, name);
      byName.put(name, constant);
    }
  }

  String of(E constant) {
    String name = names.get(constant);
    if (name == null) {
      throw new IllegalStateException("no word for " + constant);
    }
    return name;
  }

  /** The set, in its own order. */
  Set<E> constants() {
    return names.keySet();
  }

  @Nullable E named(String name) {
    return byName.get(name);
  }

  /** All words, for a sentence: {@code chat, voice, email}. */
  String all() {
    return String.join(", ", names.values());
  }
}
