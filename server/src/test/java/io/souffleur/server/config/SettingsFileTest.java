package io.souffleur.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.souffleur.server.core.text.Language;
import io.souffleur.server.redaction.Kind;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest {
  private static final Map<String, String> KEYS =
      Map.of(
          "SOUFFLEUR_WEB_CHAT_KEY", "0123456789abcdef-chat",
          "SOUFFLEUR_AGENTS_TOOL_KEY", "0123456789abcdef-tool");

  @TempDir Path folder;

  private static final String LEAST =
      "data: d\nchannels:\n  - {name: chat, key: \"${ENV:SOUFFLEUR_WEB_CHAT_KEY}\"}\n";

  private Path file(String text) throws Exception {
    return Files.writeString(folder.resolve("souffleur.yaml"), text);
  }

  private List<String> mistakes(String text) throws Exception {
    Path file = file(text);
    MistakesException refused =
        catchThrowableOfType(MistakesException.class, () -> SettingsFile.read(file, KEYS));
    assertThat(refused).isNotNull();
    return refused.mistakes().stream()
        .map(mistake -> mistake.line() + ":" + mistake.column() + ": " + mistake.reason())
        .toList();
  }

  @Test
  void the_example_can_be_used_as_it_is() throws Exception {
    String example;
    try (InputStream in =
        Objects.requireNonNull(SettingsFile.class.getResourceAsStream("souffleur.example.yaml"))) {
      example = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Settings settings = SettingsFile.read(file(example), KEYS);
    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.data()).isEqualTo(folder.resolve("data").toAbsolutePath());
    assertThat(settings.channels())
        .containsExactly(new Settings.Key("web-chat", "0123456789abcdef-chat"));
    assertThat(settings.hosts())
        .containsExactly(new Settings.Key("agents-tool", "0123456789abcdef-tool"));
    assertThat(settings.allowedOrigins()).containsExactly("https://crm.example.org");
    assertThat(settings.language()).isEqualTo(Language.FRENCH);
    assertThat(settings.timeZone()).hasValue(ZoneId.of("Europe/Paris"));
    assertThat(settings.checklists()).isEmpty();
    assertThat(settings.lexicons()).isEmpty();
    assertThat(settings.languageTool()).isEmpty();
  }

  @Test
  void every_mistake_is_told_at_once_with_its_place() throws Exception {
    assertThat(
            mistakes(
                """
                host: ""
                port: 99999
                colour: blue
                data: data
                data: elsewhere
                channels:
                  - name: chat
                  - name: phone
                    key: short
                  - name: mail
                    key: ${ENV:NOT_THERE}
                hosts: many
                allowedOrigins:
                  - https://crm.example.org/path
                language: de
                timeZone: Mars/Olympus
                """))
        .satisfiesExactly(
            one -> assertThat(one).startsWith("1:7: a text is missing"),
            two -> assertThat(two).startsWith("2:7: a port is a number"),
            three -> assertThat(three).startsWith("3:1: no setting \"colour\""),
            four -> assertThat(four).startsWith("5:1: data stands here twice"),
            five -> assertThat(five).startsWith("7:5: a name and a key stand here together"),
            six -> assertThat(six).startsWith("9:10: a key has at least 16 characters"),
            seven ->
                assertThat(seven).startsWith("11:10: the environment has no variable NOT_THERE"),
            eight -> assertThat(eight).startsWith("12:8: here stands a list"),
            nine -> assertThat(nine).startsWith("14:5: an origin is scheme, host and port"),
            ten -> assertThat(ten).startsWith("15:11: the language is fr or en"),
            eleven -> assertThat(eleven).startsWith("16:11: no such time zone"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "hosts: [{name: tool, key: 0123456789abcdef-chat}] | 4:27: this key stands above already: "
            + "everybody has one of their own",
        "hosts: [{name: tool, key: \"${SOUFFLEUR_AGENTS_TOOL_KEY}\"}] | 4:27: a variable of the "
            + "environment is written ${ENV:NAME}",
        "hosts: [{name: tool, key: \"${env:SOUFFLEUR_AGENTS_TOOL_KEY}\"}] | 4:27: a variable of "
            + "the environment is written ${ENV:NAME}",
        "hosts: [{name: tool, key: $SOUFFLEUR_AGENTS_TOOL_KEY}] | 4:27: a variable of the "
            + "environment is written ${ENV:NAME}",
        "allowedOrigins: ['https://crm.example.org:443'] | 4:18: browsers send this origin as "
            + "https://crm.example.org",
        "allowedOrigins: ['http://crm:80'] | 4:18: browsers send this origin as http://crm",
        "allowedOrigins: ['https://CRM.example.org:8443'] | 4:18: browsers send this origin as "
            + "https://crm.example.org:8443",
        "allowedOrigins: ['https://crm.example.org:'] | 4:18: browsers send this origin as "
            + "https://crm.example.org",
        "allowedOrigins: ['https://crm.example.org:99999'] | 4:18: an origin is scheme, host and "
            + "port only, such as https://crm.example.org",
      })
  void what_would_let_in_others_than_it_says_is_refused(String written, String mistake)
      throws Exception {
    assertThat(mistakes(LEAST + written + "\n")).containsExactly(mistake);
  }

  @Test
  void a_folder_that_is_not_there_is_told_before_the_start() throws Exception {
    assertThat(mistakes(LEAST + "checklists: nowhere\nlexicons: nowhere\n"))
        .containsExactly(
            "4:13: there is no such folder, or it may not be read: " + folder.resolve("nowhere"),
            "5:11: there is no such folder, or it may not be read: " + folder.resolve("nowhere"));
  }

  @Test
  void of_what_is_no_yaml_nothing_else_is_said() throws Exception {
    assertThat(mistakes("data: [\n")).singleElement().asString().startsWith("2:1: not YAML: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{url: 'ftp://127.0.0.1'} | 4:21: write an address such as http://127.0.0.1:8081",
        "{url: 'http://me:pw@127.0.0.1'} | 4:21: write an address such as http://127.0.0.1:8081",
        "{url: 127.0.0.1:8081} | 4:21: write an address such as http://127.0.0.1:8081",
        "{url: ''} | 4:21: a text is missing here",
        "{english: en-GB} | 4:15: url is missing: where the LanguageTool server listens",
        "{url: 'http://lt', english: british} | 4:43: write en-US, en-GB or the like",
        "{url: 'http://lt', key: secret} | 4:34: no setting \"key\" here; there are english, url",
        "http://lt | 4:15: here stand names and values: english, url",
        "{url: 'https://api.languagetool.org'} | 4:21: drafts must not leave the house: "
            + "run a LanguageTool server of your own",
      })
  void a_languagetool_server_that_cannot_be_one_is_refused(String written, String mistake)
      throws Exception {
    assertThat(
            mistakes(
                "data: d\nchannels:\n  - {name: chat, key: \"${ENV:SOUFFLEUR_WEB_CHAT_KEY}\"}\n"
                    + "languagetool: "
                    + written
                    + "\n"))
        .first()
        .isEqualTo(mistake);
  }

  @Test
  void the_commented_example_of_a_languagetool_server_can_be_used() throws Exception {
    String example;
    try (InputStream in =
        Objects.requireNonNull(SettingsFile.class.getResourceAsStream("souffleur.example.yaml"))) {
      example = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Matcher part = Pattern.compile("# languagetool:\n(#   .*\n)+").matcher(example);
    assertThat(part.find()).isTrue();
    String used = part.replaceFirst(part.group().replaceAll("(?m)^# ", ""));
    assertThat(SettingsFile.read(file(used), KEYS).languageTool())
        .hasValue(new Settings.LanguageTool(URI.create("http://127.0.0.1:8081"), "en-GB"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | 4:10: kind is missing: sqlite or postgresql",
        "{kind: mysql} | 4:17: the kind is sqlite or postgresql",
        "{kind: sqlite, url: x} | 4:30: no url here, with kind sqlite: "
            + "its files are in the data folder",
        "{kind: sqlite, reserve: 64MB} | 4:34: a reserve is a number of MiB, such as 64",
        "{kind: postgresql, user: u, password: p} | 4:10: url is missing: where the database is",
        "{kind: postgresql, url: 'jdbc:postgresql://h/d', password: p} | 4:10: user is missing: "
            + "as whom Souffleur signs in to it",
        "{kind: postgresql, url: 'jdbc:postgresql://h/d', user: u} | 4:10: password is missing: "
            + "write ${ENV:NAME}",
        "{kind: postgresql, url: 'postgres://h/d', user: u, password: p} | 4:34: write an address "
            + "such as jdbc:postgresql://127.0.0.1:5432/souffleur",
        "{kind: postgresql, url: 'jdbc:postgresql://h/d?ssl=true&password=p', user: u, password: p}"
            + " | 4:34: user and password have lines of their own",
        "{kind: postgresql, reserve: 1, url: 'jdbc:postgresql://h/d', user: u, password: p}"
            + " | 4:38: no reserve here, with kind postgresql: it looks after its own disk",
      })
  void a_store_that_cannot_be_one_is_refused(String written, String mistake) throws Exception {
    assertThat(mistakes(LEAST + "storage: " + written + "\n")).first().isEqualTo(mistake);
  }

  @Test
  void what_is_kept_is_kept_in_sqlite_or_in_postgresql() throws Exception {
    assertThat(SettingsFile.read(file(LEAST), KEYS).storage())
        .isEqualTo(new Settings.Sqlite(64L << 20));
    assertThat(
            SettingsFile.read(file(LEAST + "storage: {kind: sqlite, reserve: 0}\n"), KEYS)
                .storage())
        .isEqualTo(new Settings.Sqlite(0));
    Settings.Storage storage =
        SettingsFile.read(
                file(
                    LEAST
                        + "storage:\n  kind: postgresql\n  url: jdbc:postgresql://h:1/d?ssl=true\n"
                        + "  user: u\n  password: ${ENV:SOUFFLEUR_WEB_CHAT_KEY}\n"),
                KEYS)
            .storage();
    assertThat(storage)
        .isEqualTo(
            new Settings.Postgresql(
                "jdbc:postgresql://h:1/d?ssl=true", "u", "0123456789abcdef-chat"));
    assertThat(storage.toString()).doesNotContain("0123456789abcdef");
  }

  @Test
  void personal_data_are_kept_for_as_long_as_it_says() throws Exception {
    String key = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    Privacy privacy =
        SettingsFile.read(
                file(
                    LEAST
                        + "privacy:\n  redact: [iban, phone]\n  masterKey: "
                        + key
                        + "\n  retention: {events: 13mo, audit: 2y}\n"),
                KEYS)
            .privacy();
    assertThat(privacy.redact()).containsExactlyInAnyOrder(Kind.IBAN, Kind.PHONE);
    assertThat(privacy.masterKey()).hasValue(key);
    assertThat(privacy.retention().events()).hasValue(Period.ofMonths(13));
    assertThat(privacy.retention().audit()).hasValue(Period.ofYears(2));
    assertThat(privacy.toString()).doesNotContain(key);
    assertThat(SettingsFile.read(file(LEAST), KEYS).privacy()).isEqualTo(Privacy.STANDARD);
  }

  @Test
  void whether_text_is_kept_and_for_how_long() throws Exception {
    Privacy privacy =
        SettingsFile.read(
                file(LEAST + "privacy: {text: none, retention: {text: 90d, events: 3mo}}\n"), KEYS)
            .privacy();
    assertThat(privacy.words()).isEqualTo(Privacy.Words.NONE);
    assertThat(privacy.retention().text()).hasValue(Period.ofDays(90));
    assertThat(SettingsFile.read(file(LEAST + "privacy: {text: keep}\n"), KEYS).privacy().words())
        .isEqualTo(Privacy.Words.KEEP);
    assertThat(mistakes(LEAST + "privacy:\n  text: maybe\n  retention: {text: 2y, events: 13mo}\n"))
        .satisfiesExactlyInAnyOrder(
            one -> assertThat(one).matches("\\d+:9: .*: keep or none"),
            two -> assertThat(two).matches("\\d+:21: text is kept no longer than events are.*"));
  }

  @Test
  void what_cannot_be_about_personal_data_is_said_with_its_place() throws Exception {
    assertThat(
            mistakes(
                LEAST
                    + """
                    privacy:
                      redact: [iban, shoes]
                      masterKey: c2hvcnQ=
                      retention: {events: soon, texts: 90d}
                    """))
        .satisfiesExactlyInAnyOrder(
            one -> assertThat(one).contains("what can be masked is card, iban, email, phone, ssn"),
            two -> assertThat(two).contains("a master key is 32 bytes in Base64"),
            three -> assertThat(three).contains("a time is a number of days, months or years"),
            four -> assertThat(four).contains("texts"));
  }

  @Test
  void what_must_be_there_is_asked_for() throws Exception {
    assertThat(mistakes("port: 80\n"))
        .satisfiesExactly(
            one -> assertThat(one).startsWith("1:1: data is missing"),
            two -> assertThat(two).startsWith("1:1: channels is missing"));
  }

  @Test
  void what_is_not_yaml_is_told_with_its_place() throws Exception {
    assertThat(mistakes("host: [unclosed\nport: 1\n"))
        .anySatisfy(mistake -> assertThat(mistake).matches("\\d+:\\d+: not YAML: .*"));
    assertThat(mistakes("- a\n- b\n"))
        .anySatisfy(mistake -> assertThat(mistake).startsWith("1:1: here stand names and values"));
  }

  @Test
  void a_secret_does_not_show_in_a_log() throws Exception {
    Settings settings =
        SettingsFile.read(
            file("data: d\nchannels:\n  - {name: chat, key: \"${ENV:SOUFFLEUR_WEB_CHAT_KEY}\"}\n"),
            KEYS);
    assertThat(settings.toString()).contains("chat").doesNotContain("0123456789abcdef");
  }

  @Test
  void a_key_is_written_whole_or_as_its_digest_and_two_may_open_a_door() throws Exception {
    String digest = KeyDigest.of("a-key-of-the-phone").toString();
    Settings settings =
        SettingsFile.read(
            file(
                "data: d\nchannels:\n  - name: phone\n    keys: ["
                    + digest
                    + ", the-key-that-comes]\n"),
            KEYS);
    assertThat(settings.channels())
        .containsExactly(
            new Settings.Key("phone", "a-key-of-the-phone"),
            new Settings.Key("phone", "the-key-that-comes"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{name: a, keys: [aaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbb, cccccccccccccccc]}]"
            + "| 2:28: two keys at most: the one that goes and the one that comes",
        "[{name: a, key: 'sha256:12'}]"
            + "| 2:27: after sha256: stand 64 digits, as souffleur key prints them",
        "[{name: a, key: aaaaaaaaaaaaaaaa}, {name: a, key: bbbbbbbbbbbbbbbb}]"
            + "| 2:53: this name stands above already; put both keys there, as keys",
        "[{name: a, key: aaaaaaaaaaaaaaaa, keys: [bbbbbbbbbbbbbbbb]}]"
            + "| 2:12: either key or keys stands here",
        "[{name: a, keys: []}] | 2:12: a name and a key stand here together",
      })
  void what_is_wrong_with_keys_is_said(String channels, String complaint) throws Exception {
    assertThat(mistakes("data: d\nchannels: " + channels + "\n"))
        .containsExactly(complaint.strip());
  }
}
