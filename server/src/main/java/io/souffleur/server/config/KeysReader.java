package io.souffleur.server.config;

import io.souffleur.server.config.YamlFile.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads who may open a door with a key: each by a name, with one key or, while it changes, two. No
 * key stands for two, whatever door they open: it would tell nobody who calls.
 */
final class KeysReader {
  private static final int SHORTEST = 16;
  private static final int MOST = 2;

  private final YamlFile yaml;
  private final Function<@Nullable Value, Optional<String>> text;
  private final Set<KeyDigest> seen = new HashSet<>();

  /**
   * A reader of a part of a file.
   *
   * @param text reads one text, with the environment filled in
   */
  KeysReader(YamlFile yaml, Function<@Nullable Value, Optional<String>> text) {
    this.yaml = yaml;
    this.text = text;
  }

  List<Settings.Key> keys(@Nullable Value value) {
    List<Settings.Key> all = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Value element : value == null ? List.<Value>of() : yaml.list(value)) {
      Map<String, Value> entries = yaml.mapping(element, Set.of("name", "key", "keys"));
      Value nameAt = entries.get("name");
      Optional<String> name = text.apply(nameAt);
      List<Value> written = written(element, entries);
      if (!entries.isEmpty() && (nameAt == null || written.isEmpty())) {
        yaml.complain(element, "a name and a key stand here together");
      }
      if (nameAt != null && name.isPresent() && !names.add(name.get())) {
        yaml.complain(nameAt, "this name stands above already; put both keys there, as keys");
      }
      for (Value key : written) {
        Optional<KeyDigest> shown = digest(key);
        if (shown.isPresent() && !seen.add(shown.get())) {
          yaml.complain(key, "this key stands above already: everybody has one of their own");
        }
        shown
            .flatMap(digest -> name.map(owner -> new Settings.Key(owner, digest)))
            .ifPresent(all::add);
      }
    }
    return all;
  }

  private List<Value> written(Value element, Map<String, Value> entries) {
    Value one = entries.get("key");
    Value several = entries.get("keys");
    if (one != null && several != null) {
      yaml.complain(element, "either key or keys stands here");
    }
    List<Value> keys = new ArrayList<>();
    if (one != null) {
      keys.add(one);
    }
    if (several != null) {
      keys.addAll(yaml.list(several));
      if (keys.size() > MOST) {
        yaml.complain(several, "two keys at most: the one that goes and the one that comes");
      }
    }
    return keys;
  }

  private Optional<KeyDigest> digest(Value value) {
    Optional<String> key = text.apply(value);
    if (key.isEmpty()) {
      return Optional.empty();
    }
    if (key.get().startsWith(KeyDigest.MARK)) {
      Optional<KeyDigest> digest = KeyDigest.parse(key.get());
      if (digest.isEmpty()) {
        yaml.complain(value, "after sha256: stand 64 digits, as souffleur key prints them");
      }
      return digest;
    }
    if (key.get().length() < SHORTEST) {
      yaml.complain(value, "a key has at least " + SHORTEST + " characters");
      return Optional.empty();
    }
    return Optional.of(KeyDigest.of(key.get()));
  }
}
