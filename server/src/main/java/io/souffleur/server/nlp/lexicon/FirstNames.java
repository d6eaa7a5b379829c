package io.souffleur.server.nlp.lexicon;

import java.util.List;
import java.util.Map;

/** The first names usual in one language. Immutable; safe for use by any thread. */
final class FirstNames {

  private final boolean[] known;
  private final Map<String, List<String>> shortForms;

  /**
   * @param known whether each word of the vocabulary is a first name, by its number
   * @param shortForms what people of a name are also called
   */
  FirstNames(boolean[] known, Map<String, List<String>> shortForms) {
    this.known = known.clone();
    this.shortForms = Map.copyOf(shortForms);
  }

  boolean has(int id) {
    return id >= 0 && known[id];
  }

  List<String> shortForms(String name) {
    return shortForms.getOrDefault(name, List.of());
  }
}
