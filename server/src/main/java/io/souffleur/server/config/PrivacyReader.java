package io.souffleur.server.config;

import io.souffleur.server.config.YamlFile.Value;
import io.souffleur.server.redaction.Kind;
import java.time.LocalDate;
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
    Map<String, Value> entries =
        yaml.mapping(value, Set.of("redact", "masterKey", "text", "retention"));
    return new Privacy(
        kinds(entries.get("redact")),
        masterKey(entries.get("masterKey")),
        words(entries.get("text")),
        retention(entries.get("retention")));
  }

  private Privacy.Words words(@Nullable Value value) {
    Optional<String> written = text.apply(value);
    if (value == null || written.isEmpty()) {
      return Privacy.Words.KEEP;
    }
    return switch (written.get()) {
      case "keep" -> Privacy.Words.KEEP;
      case "none" -> Privacy.Words.NONE;
      default -> {
        yaml.complain(value, "what people write is kept, or none of it: keep or none");
        yield Privacy.Words.KEEP;
      }
    };
  }

  private Privacy.Retention retention(@Nullable Value value) {
    if (value == null) {
      return Privacy.Retention.FOR_EVER;
    }
    Map<String, Value> times = yaml.mapping(value, Set.of("text", "events", "audit"));
    Value textValue = times.get("text");
    Optional<Period> ofText = time(textValue);
    Optional<Period> events = time(times.get("events"));
    if (textValue != null
        && ofText.isPresent()
        && events.isPresent()
        && days(ofText.get()) > days(events.get())) {
      yaml.complain(textValue, "text is kept no longer than events are: name a shorter time");
    }
    return new Privacy.Retention(ofText, events, time(times.get("audit")));
  }

  /** About how many: months are not equally long. */
  private static long days(Period time) {
    return LocalDate.EPOCH.plus(time).toEpochDay();
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
