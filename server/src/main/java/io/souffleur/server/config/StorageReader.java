package io.souffleur.server.config;

import io.souffleur.server.config.YamlFile.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@link Settings.Storage}. */
final class StorageReader {
  private static final Set<String> NAMES = Set.of("kind", "reserve", "url", "user", "password");
  private static final Pattern URL =
      Pattern.compile("jdbc:postgresql://[^/?\\s]+/[^/?\\s]+(\\?\\S*)?");
  private static final Pattern SECRET_IN_URL = Pattern.compile("[?&](user|password)=");
  private static final Pattern MEBIBYTES = Pattern.compile("[0-9]{1,6}");
  private static final long MEBIBYTE = 1024L * 1024;

  private final YamlFile yaml;
  private final Function<@Nullable Value, Optional<String>> text;

  /**
   * A reader of a part of a file.
   *
   * @param text reads one text, with the environment filled in
   */
  StorageReader(YamlFile yaml, Function<@Nullable Value, Optional<String>> text) {
    this.yaml = yaml;
    this.text = text;
  }

  Settings.Storage storage(@Nullable Value value) {
    if (value == null) {
      return Settings.Sqlite.STANDARD;
    }
    Map<String, Value> entries = yaml.mapping(value, NAMES);
    Value kind = entries.get("kind");
    Optional<String> name = text.apply(kind);
    if (kind == null) {
      yaml.complain(value, "kind is missing: sqlite or postgresql");
    } else if (name.isPresent()) {
      switch (name.get()) {
        case "sqlite" -> {
          return sqlite(entries);
        }
        case "postgresql" -> {
          return postgresql(value, entries);
        }
        default -> yaml.complain(kind, "the kind is sqlite or postgresql");
      }
    }
    return Settings.Sqlite.STANDARD;
  }

  private Settings.Storage sqlite(Map<String, Value> entries) {
    refuse(entries, Set.of("url", "user", "password"), "sqlite: its files are in the data folder");
    Value reserve = entries.get("reserve");
    Optional<String> written = text.apply(reserve);
    if (reserve == null || written.isEmpty()) {
      return Settings.Sqlite.STANDARD;
    }
    if (!MEBIBYTES.matcher(written.get()).matches()) {
      yaml.complain(reserve, "a reserve is a number of MiB, such as 64");
      return Settings.Sqlite.STANDARD;
    }
    return new Settings.Sqlite(Long.parseLong(written.get()) * MEBIBYTE);
  }

  private Settings.Storage postgresql(Value value, Map<String, Value> entries) {
    refuse(entries, Set.of("reserve"), "postgresql: it looks after its own disk");
    Optional<String> url = needed(value, entries, "url", "where the database is");
    Optional<String> user = needed(value, entries, "user", "as whom Souffleur signs in to it");
    Optional<String> password = needed(value, entries, "password", "write ${ENV:NAME}");
    url.ifPresent(
        address -> {
          Value place = entries.getOrDefault("url", value);
          if (!URL.matcher(address).matches()) {
            yaml.complain(
                place, "write an address such as jdbc:postgresql://127.0.0.1:5432/souffleur");
          } else if (SECRET_IN_URL.matcher(address).find()) {
            yaml.complain(place, "user and password have lines of their own");
          }
        });
    return new Settings.Postgresql(url.orElse(""), user.orElse(""), password.orElse(""));
  }

  private Optional<String> needed(
      Value value, Map<String, Value> entries, String name, String what) {
    Value found = entries.get(name);
    if (found == null) {
      yaml.complain(value, name + " is missing: " + what);
    }
    return text.apply(found);
  }

  private void refuse(Map<String, Value> entries, Set<String> names, String why) {
    entries.forEach(
        (name, value) -> {
          if (names.contains(name)) {
            yaml.complain(value, "no " + name + " here, with kind " + why);
          }
        });
  }
}
