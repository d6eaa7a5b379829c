package io.souffleur.server.config;

import io.souffleur.server.config.YamlFile.Value;
import io.souffleur.server.core.text.Language;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@link Settings} from a YAML file; {@code souffleur.example.yaml} shows one in full. */
public final class SettingsFile {
  private static final Pattern FROM_ENVIRONMENT = Pattern.compile("\\$\\{ENV:([A-Za-z0-9_]+)}");

  /** What looks as if it stood for a variable, as other programs write it. */
  private static final Pattern FOREIGN_VARIABLE =
      Pattern.compile("\\$\\{.*|\\$[A-Za-z_][A-Za-z0-9_]*", Pattern.DOTALL);

  private static final Pattern ENGLISH = Pattern.compile("en-[A-Z]{2}");
  private static final Pattern PUBLIC =
      Pattern.compile("(?i)(.*\\.)?languagetool(plus)?\\.(org|com)");
  private static final Map<String, Integer> USUAL_PORTS = Map.of("http", 80, "https", 443);
  private static final int HIGHEST_PORT = 65_535;
  private static final int STANDARD_PORT = 8080;
  private static final Set<String> NAMES =
      Stream.of(
              Set.of(
                  "host",
                  "port",
                  "data",
                  "channels",
                  "hosts",
                  "allowedOrigins",
                  "language",
                  "timeZone",
                  "checklists",
                  "lexicons",
                  "languagetool",
                  "storage",
                  "signIn",
                  "privacy"),
              RunningReader.NAMES)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private final Path folder;
  private final Map<String, String> environment;
  private final YamlFile yaml;

  private SettingsFile(Path file, Map<String, String> environment) {
    this.folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    this.environment = environment;
    this.yaml = new YamlFile(file);
  }

  /**
   * Reads a file. Paths in it are relative to its folder.
   *
   * @param environment where {@code ${ENV:NAME}} is looked up
   * @throws MistakesException with all that is wrong in it
   * @throws IOException when it can't be read
   */
  public static Settings read(Path file, Map<String, String> environment)
      throws MistakesException, IOException {
    SettingsFile reading = new SettingsFile(file, environment);
    String text;
    try {
      text = Files.readString(file);
    } catch (CharacterCodingException e) {
      reading.yaml.complain("the file is not UTF-8");
      reading.yaml.check();
      throw e;
    }
    Map<String, Value> entries = reading.yaml.read(text, NAMES);
    if (reading.yaml.unreadable()) {
      reading.yaml.check();
    }
    Settings settings = reading.settings(entries);
    reading.yaml.check();
    return settings;
  }

  private Settings settings(Map<String, Value> entries) {
    if (!entries.containsKey("data")) {
      yaml.complain("data is missing: the folder that holds the conversations");
    }
    if (!entries.containsKey("channels")) {
      yaml.complain("channels is missing: who may send events, each with a name and a key");
    }
    KeysReader keys = new KeysReader(yaml, this::text);
    String host = text(entries.get("host")).orElse("127.0.0.1");
    return new Settings(
        host,
        port(entries.get("port")),
        path(entries.get("data")).orElse(folder),
        keys.keys(entries.get("channels")),
        keys.keys(entries.get("hosts")),
        origins(entries.get("allowedOrigins")),
        language(entries.get("language")),
        timeZone(entries.get("timeZone")),
        existing(entries.get("checklists")),
        existing(entries.get("lexicons")),
        languageTool(entries.get("languagetool")),
        new StorageReader(yaml, this::text).storage(entries.get("storage")),
        new RunningReader(this, yaml).read(entries, host),
        new SignInReader(this, yaml).signIn(entries.get("signIn")),
        new PrivacyReader(yaml, this::text).privacy(entries.get("privacy")));
  }

  private Set<String> origins(@Nullable Value value) {
    Set<String> origins = new LinkedHashSet<>();
    for (Value element : list(value)) {
      text(element)
          .ifPresent(
              origin -> {
                Optional<String> sent = asSent(origin);
                if (sent.isEmpty()) {
                  yaml.complain(
                      element,
                      "an origin is scheme, host and port only, such as https://crm.example.org");
                } else if (!sent.get().equals(origin)) {
                  yaml.complain(element, "browsers send this origin as " + sent.get());
                } else {
                  origins.add(origin);
                }
              });
    }
    return origins;
  }

  /** An origin as browsers send it (RFC 6454, section 6.2); empty where {@code text} is none. */
  private static Optional<String> asSent(String text) {
    try {
      URI uri = new URI(text);
      Integer usual = uri.getScheme() == null ? null : USUAL_PORTS.get(uri.getScheme());
      if (usual == null
          || uri.getHost() == null
          || uri.getRawUserInfo() != null
          || uri.getPort() > HIGHEST_PORT
          || !text.equals(uri.getScheme() + "://" + uri.getRawAuthority())) {
        return Optional.empty();
      }
      String site = uri.getScheme() + "://" + uri.getHost().toLowerCase(Locale.ROOT);
      boolean plain = uri.getPort() == -1 || uri.getPort() == usual;
      return Optional.of(plain ? site : site + ":" + uri.getPort());
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private int port(@Nullable Value value) {
    Optional<String> text = text(value);
    if (value == null || text.isEmpty()) {
      return STANDARD_PORT;
    }
    try {
      int port = Integer.parseInt(text.get());
      if (port >= 0 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below, together with numbers out of range.
    }
    yaml.complain(value, "a port is a number from 0 to " + HIGHEST_PORT);
    return STANDARD_PORT;
  }

  private Language language(@Nullable Value value) {
    Optional<String> tag = text(value);
    Optional<Language> language = tag.flatMap(Language::ofTag);
    if (value != null && tag.isPresent() && language.isEmpty()) {
      yaml.complain(value, "the language is fr or en");
    }
    return language.orElse(Language.FRENCH);
  }

  private Optional<ZoneId> timeZone(@Nullable Value value) {
    Optional<String> text = text(value);
    if (value == null || text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ZoneId.of(text.get()));
    } catch (DateTimeException e) {
      yaml.complain(value, "no such time zone; write one such as Europe/Paris");
      return Optional.empty();
    }
  }

  private Optional<Settings.LanguageTool> languageTool(@Nullable Value value) {
    if (value == null) {
      return Optional.empty();
    }
    Map<String, Value> entries = yaml.mapping(value, Set.of("url", "english"));
    Value url = entries.get("url");
    if (url == null) {
      yaml.complain(value, "url is missing: where the LanguageTool server listens");
    }
    String english = text(entries.get("english")).orElse("en-US");
    if (!ENGLISH.matcher(english).matches()) {
      yaml.complain(entries.getOrDefault("english", value), "write en-US, en-GB or the like");
    }
    return url == null
        ? Optional.empty()
        : inTheHouse(url).map(address -> new Settings.LanguageTool(address, english));
  }

  private Optional<URI> inTheHouse(Value value) {
    Optional<String> text = text(value);
    Optional<URI> url = text.flatMap(SettingsFile::address);
    if (text.isPresent() && url.isEmpty()) {
      yaml.complain(value, "write an address such as http://127.0.0.1:8081");
    }
    if (url.isPresent() && PUBLIC.matcher(url.get().getHost()).matches()) {
      yaml.complain(
          value, "drafts must not leave the house: run a LanguageTool server of your own");
      return Optional.empty();
    }
    return url;
  }

  private static Optional<URI> address(String text) {
    try {
      URI uri = new URI(text);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean plain =
          uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
      return web && plain && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  Optional<Path> path(@Nullable Value value) {
    Optional<String> text = text(value);
    if (value == null || text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(folder.resolve(text.get()).normalize());
    } catch (InvalidPathException e) {
      yaml.complain(value, "this is not the name of a file or folder");
      return Optional.empty();
    }
  }

  /** A folder that must be there. */
  private Optional<Path> existing(@Nullable Value value) {
    Optional<Path> path = path(value);
    if (value != null && path.isPresent() && !Files.isDirectory(path.get())) {
      yaml.complain(value, "there is no such folder, or it may not be read: " + path.get());
    }
    return path;
  }

  List<Value> list(@Nullable Value value) {
    return value == null ? List.of() : yaml.list(value);
  }

  /** The text of a value, with the environment filled in; empty where there is none. */
  Optional<String> text(@Nullable Value value) {
    String text = value == null ? null : yaml.text(value);
    if (value == null || text == null) {
      return Optional.empty();
    }
    if (FOREIGN_VARIABLE.matcher(FROM_ENVIRONMENT.matcher(text).replaceAll("")).matches()) {
      yaml.complain(value, "a variable of the environment is written ${ENV:NAME}");
      return Optional.empty();
    }
    Matcher names = FROM_ENVIRONMENT.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (names.find()) {
      String found = environment.get(names.group(1));
      if (found == null || found.isBlank()) {
        yaml.complain(
            value,
            "the environment has no variable " + names.group(1) + "; set it and start again");
        return Optional.empty();
      }
      names.appendReplacement(filled, Matcher.quoteReplacement(found));
    }
    return Optional.of(names.appendTail(filled).toString());
  }
}
