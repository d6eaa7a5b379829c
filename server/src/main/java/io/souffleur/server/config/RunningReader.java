package io.souffleur.server.config;

import io.souffleur.server.config.YamlFile.Value;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@link Running} from the settings of a house. */
final class RunningReader {
  static final Set<String> NAMES =
      Set.of("tls", "proxy", "insecure", "management", "logs", "logLevel", "drain", "connections");

  private static final Pattern SECONDS = Pattern.compile("([1-9]\\d{0,2}) ?s");
  private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,6}");
  private static final int HIGHEST_PORT = 65_535;
  private static final String LOOPBACK = "127.0.0.1";

  private final SettingsFile file;
  private final YamlFile yaml;

  RunningReader(SettingsFile file, YamlFile yaml) {
    this.file = file;
    this.yaml = yaml;
  }

  /** Reads what stands there beside {@code address}, where the server listens. */
  Running read(Map<String, Value> entries, String address) {
    Running running =
        new Running(
            tls(entries.get("tls")),
            proxy(entries.get("proxy")),
            management(entries.get("management")),
            word(entries.get("logs"), Running.LogForm.values(), Running.LogForm.TEXT),
            word(entries.get("logLevel"), Running.LogLevel.values(), Running.LogLevel.INFO),
            drain(entries.get("drain")),
            connections(entries.get("connections")),
            yes(entries.get("insecure")));
    Value host = entries.get("host");
    boolean covered =
        entries.containsKey("tls") || entries.containsKey("proxy") || running.insecure();
    if (host != null && !covered && !isLoopback(address)) {
      yaml.complain(
          host,
          "other machines would reach this address without TLS: add tls (certificate and key), or"
              + " name the proxy that speaks TLS in front (proxy), or listen at "
              + LOOPBACK
              + "; insecure: true for a try-out");
    }
    return running;
  }

  static boolean isLoopback(String host) {
    return host.equals("localhost")
        || AddressRange.address(host).filter(InetAddress::isLoopbackAddress).isPresent();
  }

  private Optional<Running.Tls> tls(@Nullable Value value) {
    if (value == null) {
      return Optional.empty();
    }
    Map<String, Value> entries = yaml.mapping(value, Set.of("certificate", "key"));
    Optional<Path> certificate = readable(value, entries, "certificate");
    Optional<Path> key = readable(value, entries, "key");
    return certificate.flatMap(chain -> key.map(secret -> new Running.Tls(chain, secret)));
  }

  private Optional<Path> readable(Value around, Map<String, Value> entries, String name) {
    Value value = entries.get(name);
    if (value == null) {
      yaml.complain(around, name + " is missing: the name of a file in PEM");
      return Optional.empty();
    }
    Optional<Path> path = file.path(value);
    if (path.isPresent() && !Files.isReadable(path.get())) {
      yaml.complain(value, "there is no such file, or it may not be read: " + path.get());
      return Optional.empty();
    }
    return path;
  }

  private Optional<Running.Proxy> proxy(@Nullable Value value) {
    if (value == null) {
      return Optional.empty();
    }
    Map<String, Value> entries = yaml.mapping(value, Set.of("trusted", "header"));
    List<AddressRange> trusted = new ArrayList<>();
    for (Value element : file.list(entries.get("trusted"))) {
      Optional<String> text = file.text(element);
      Optional<AddressRange> range = text.flatMap(AddressRange::of);
      range.ifPresent(trusted::add);
      if (range.filter(one -> one.prefix() == 0).isPresent()) {
        yaml.complain(
            element, "this is everybody, and everybody would be believed: name the proxies");
      }
      if (text.isPresent() && range.isEmpty()) {
        yaml.complain(element, "write an address or a range such as 127.0.0.1 or 10.0.0.0/8");
      }
    }
    Value named = entries.get("trusted");
    if (named != null && yaml.isEmptyList(named)) {
      yaml.complain(named, "nobody is named here: write the addresses of the proxies");
    }
    if (named == null) {
      yaml.complain(value, "trusted is missing: the addresses of the proxies");
    }
    return Optional.of(
        new Running.Proxy(
            trusted,
            word(
                entries.get("header"),
                Running.Forwarding.values(),
                Running.Forwarding.X_FORWARDED)));
  }

  private Optional<Running.Management> management(@Nullable Value value) {
    if (value == null) {
      return Optional.empty();
    }
    Map<String, Value> entries = yaml.mapping(value, Set.of("host", "port"));
    Value port = entries.get("port");
    if (port == null) {
      yaml.complain(value, "port is missing: where /metrics answers");
      return Optional.empty();
    }
    String host = file.text(entries.get("host")).orElse(LOOPBACK);
    return port(port).map(number -> new Running.Management(host, number));
  }

  private Optional<Integer> port(Value value) {
    Optional<String> text = file.text(value);
    try {
      Optional<Integer> port = text.map(Integer::valueOf);
      if (port.isEmpty() || (port.get() >= 0 && port.get() <= HIGHEST_PORT)) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below, together with numbers out of range.
    }
    yaml.complain(value, "a port is a number from 0 to " + HIGHEST_PORT);
    return Optional.empty();
  }

  private Running.Connections connections(@Nullable Value value) {
    Running.Connections standard = Running.Connections.standard();
    if (value == null) {
      return standard;
    }
    Map<String, Value> entries = yaml.mapping(value, Set.of("most", "each"));
    int most = count(entries.get("most")).orElse(standard.most());
    int each = count(entries.get("each")).orElse(Math.min(standard.each(), most));
    if (each > most) {
      yaml.complain(
          entries.getOrDefault("each", value),
          "each is not more than most, which is " + most + ": it is a part of it");
      return standard;
    }
    return new Running.Connections(most, each);
  }

  private Optional<Integer> count(@Nullable Value value) {
    Optional<String> text = file.text(value);
    if (value != null && text.isPresent() && !COUNT.matcher(text.get()).matches()) {
      yaml.complain(value, "write a number of connections, such as 4000");
      return Optional.empty();
    }
    return text.map(Integer::valueOf);
  }

  private boolean yes(@Nullable Value value) {
    Optional<String> text = file.text(value);
    if (value != null && text.isPresent() && !Set.of("true", "false").contains(text.get())) {
      yaml.complain(value, "write true or false");
    }
    return text.filter("true"::equals).isPresent();
  }

  private Duration drain(@Nullable Value value) {
    Optional<String> text = file.text(value);
    Optional<Matcher> seconds = text.map(SECONDS::matcher).filter(Matcher::matches);
    if (value != null && text.isPresent() && seconds.isEmpty()) {
      yaml.complain(value, "write seconds, such as 15s; from 1s to 999s");
    }
    return seconds
        .map(matcher -> Duration.ofSeconds(Long.parseLong(matcher.group(1))))
        .orElse(Running.standard().drain());
  }

  /** One of the words, written in lower case with hyphens. */
  private <E extends Enum<E>> E word(@Nullable Value value, E[] words, E standard) {
    Optional<String> text = file.text(value);
    Optional<E> word =
        text.flatMap(
            written ->
                Arrays.stream(words).filter(one -> written(one).equals(written)).findFirst());
    if (value != null && text.isPresent() && word.isEmpty()) {
      yaml.complain(
          value,
          Arrays.stream(words)
              .map(RunningReader::written)
              .collect(Collectors.joining(" or ", "write ", "")));
    }
    return word.orElse(standard);
  }

  private static String written(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
