package io.souffleur.server.config;

import io.souffleur.server.config.YamlFile.Value;
import io.souffleur.server.redaction.Kind;
import java.time.Period;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads how a house treats personal data. */
final class PrivacyReader {
  private static final int KEY_BYTES = 32;
  private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,3})(d|mo|y)");

  private final YamlFile yaml;
  private final Function<@Nullable Value, Optional<String>> text;

  PrivacyReader(YamlFile yaml, Function<@Nullable Value, Optional<String>> text) {
    this.yaml = yaml;
    this.text = text;
  }

  Privacy privacy(@Nullable Value value) {
    if (value == null) {
      return Privacy.STANDARD;
    }
    Map<String, Value> entries = yaml.mapping(value, Set.of("redact", "masterKey", "retention"));
    Value retention = entries.get("retention");
    Map<String, Value> times =
        retention == null ? Map.of() : yaml.mapping(retention, Set.of("events", "audit"));
    return new Privacy(
        kinds(entries.get("redact")),
        masterKey(entries.get("masterKey")),
        time(times.get("events")),
        time(times.get("audit")));
  }

  private Optional<String> masterKey(@Nullable Value value) {
    Optional<String> written = text.apply(value);
    if (value != null && written.isPresent() && !isKey(written.get())) {
      yaml.complain(
          value, "a master key is 32 bytes in Base64: make one with openssl rand -base64 32");
      return Optional.empty();
    }
    return written;
  }

  private static boolean isKey(String text) {
    try {
      return Base64.getDecoder().decode(text).length == KEY_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private Set<Kind> kinds(@Nullable Value value) {
    EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (Value element : value == null ? List.<Value>of() : yaml.list(value)) {
      Optional<String> name = text.apply(element);
      Optional<Kind> kind = name.flatMap(Kind::ofWireName);
      kind.ifPresent(kinds::add);
      if (name.isPresent() && kind.isEmpty()) {
        yaml.complain(
            element,
            "what can be masked is "
                + Arrays.stream(Kind.values())
                    .map(Kind::wireName)
                    .collect(Collectors.joining(", ")));
      }
    }
    return kinds;
  }

  private Optional<Period> time(@Nullable Value value) {
    Optional<String> written = text.apply(value);
    if (value == null || written.isEmpty()) {
      return Optional.empty();
    }
    Matcher time = TIME.matcher(written.get());
    if (!time.matches()) {
      yaml.complain(value, "a time is a number of days, months or years, such as 90d, 13mo, 2y");
      return Optional.empty();
    }
    int count = Integer.parseInt(time.group(1));
    return Optional.of(
        switch (time.group(2)) {
          case "d" -> Period.ofDays(count);
          case "mo" -> Period.ofMonths(count);
          default -> Period.ofYears(count);
        });
  }
}
