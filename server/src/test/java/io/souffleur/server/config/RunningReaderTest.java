package io.souffleur.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunningReaderTest {
  private static final String HOUSE =
      "data: d\nchannels:\n  - {name: chat, key: 0123456789abcdef}\n";

  @TempDir Path folder;

  private Path file(String more) throws Exception {
    return Files.writeString(folder.resolve("souffleur.yaml"), HOUSE + more);
  }

  private Settings read(String more) throws Exception {
    return SettingsFile.read(file(more), Map.of());
  }

  private List<String> mistakes(String more) throws Exception {
    Path file = file(more);
    MistakesException refused =
        catchThrowableOfType(MistakesException.class, () -> SettingsFile.read(file, Map.of()));
    assertThat(refused).isNotNull();
    return refused.mistakes().stream()
        .map(mistake -> mistake.line() + ":" + mistake.column() + ": " + mistake.reason())
        .toList();
  }

  @Test
  void what_nobody_has_said_is_standard() throws Exception {
    assertThat(read("").running()).isEqualTo(Running.standard());
  }

  @Test
  void everything_can_be_said() throws Exception {
    Files.writeString(folder.resolve("c.pem"), "");
    Files.writeString(folder.resolve("k.pem"), "");
    Running running =
        read("""
        host: 0.0.0.0
        tls: {certificate: c.pem, key: k.pem}
        proxy:
          trusted: [127.0.0.1, "fd00::/8"]
          header: forwarded
        management: {host: 10.0.0.7, port: 9090}
        logs: json
        logLevel: trace
        drain: 30s
        connections: {most: 500, each: 50}
        """)
            .running();
    assertThat(running.tls())
        .hasValue(new Running.Tls(folder.resolve("c.pem"), folder.resolve("k.pem")));
    assertThat(running.proxy().orElseThrow().header()).isEqualTo(Running.Forwarding.FORWARDED);
    assertThat(running.proxy().orElseThrow().trusted()).hasSize(2);
    assertThat(running.management()).hasValue(new Running.Management("10.0.0.7", 9090));
    assertThat(running.logs()).isEqualTo(Running.LogForm.JSON);
    assertThat(running.logLevel()).isEqualTo(Running.LogLevel.TRACE);
    assertThat(running.drain()).isEqualTo(Duration.ofSeconds(30));
    assertThat(running.connections()).isEqualTo(new Running.Connections(500, 50));
    assertThat(running.insecure()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{most: 10, each: 11}|4:31: each is not more than most, which is 10: it is a part of it",
        "{each: 20001}|4:21: each is not more than most, which is 20000: it is a part of it",
        "{most: 0}|4:21: write a number of connections, such as 4000",
        "{each: many}|4:21: write a number of connections, such as 4000"
      })
  void a_number_of_callers_that_makes_no_sense_is_told(String written, String mistake)
      throws Exception {
    assertThat(mistakes("connections: " + written + "\n")).containsExactly(mistake);
  }

  @Test
  void few_connections_altogether_are_few_from_one_address() throws Exception {
    assertThat(read("connections: {most: 100}\n").running().connections())
        .isEqualTo(new Running.Connections(100, 100));
  }

  @Test
  void every_mistake_is_told_at_once_with_its_place() throws Exception {
    assertThat(
            mistakes(
                """
                tls: {certificate: nowhere.pem}
                proxy:
                  trusted: [proxy.example.org, 10.0.0.0/40]
                  header: any
                insecure: maybe
                management: {port: many}
                logs: xml
                logLevel: loud
                drain: for ever
                """))
        .satisfiesExactly(
            one -> assertThat(one).startsWith("4:6: key is missing: the name of a file in PEM"),
            two -> assertThat(two).startsWith("4:20: there is no such file"),
            three -> assertThat(three).startsWith("6:13: write an address or a range"),
            four -> assertThat(four).startsWith("6:32: write an address or a range"),
            five -> assertThat(five).isEqualTo("7:11: write x-forwarded or forwarded"),
            six -> assertThat(six).isEqualTo("8:11: write true or false"),
            seven -> assertThat(seven).startsWith("9:20: a port is a number"),
            eight -> assertThat(eight).isEqualTo("10:7: write text or json"),
            nine ->
                assertThat(nine).isEqualTo("11:11: write error or warn or info or debug or trace"),
            ten -> assertThat(ten).startsWith("12:8: write seconds, such as 15s"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "192.168.1.7", "coach.example.org", "'::'", "127.evil.org"})
  void other_machines_are_not_served_without_tls(String host) throws Exception {
    assertThat(mistakes("host: " + host + "\n"))
        .singleElement()
        .asString()
        .startsWith("4:7: other machines would reach this address without TLS: add tls");
    assertThat(read("host: " + host + "\ninsecure: true\n").host()).isNotEmpty();
    assertThat(read("host: " + host + "\nproxy: {trusted: [10.0.0.1]}\n").host()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | 5:18: nobody is named here: write the addresses of the proxies",
        "[0.0.0.0/0] | 5:19: this is everybody, and everybody would be believed: name the proxies",
        "['::/0'] | 5:19: this is everybody, and everybody would be believed: name the proxies"
      })
  void a_proxy_is_somebody(String trusted, String mistake) throws Exception {
    assertThat(mistakes("host: 0.0.0.0\nproxy: {trusted: " + trusted + "}\n"))
        .containsExactly(mistake);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "'::1'", "localhost"})
  void this_machine_is(String host) throws Exception {
    assertThat(read("host: " + host + "\n").running()).isEqualTo(Running.standard());
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.255.255, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "192.168.4.0/22, 192.168.7.255, true",
    "192.168.4.0/22, 192.168.8.0, false",
    "203.0.113.9, 203.0.113.9, true",
    "203.0.113.9, 203.0.113.8, false",
    "0.0.0.0/0, 8.8.8.8, true",
    "0.0.0.0/0, '::1', false",
    "'fd00::/8', 'fdff::1', true",
    "'fd00::/8', 'fe00::1', false"
  })
  void a_range_holds_the_addresses_that_begin_alike(String range, String address, boolean held)
      throws Exception {
    assertThat(AddressRange.of(range).orElseThrow().contains(InetAddress.getByName(address)))
        .isEqualTo(held);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "::/129", "300.1.1.1", "a.b"})
  void nothing_else_is_a_range(String text) {
    assertThat(AddressRange.of(text)).isEmpty();
  }

  @Test
  void keys_that_others_can_read_are_warned_of() throws Exception {
    Path file = file("");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    List<KeyDigest> secrets = List.of(KeyDigest.of("0123456789abcdef"));
    assertThat(ReadableSecrets.warning(file, secrets))
        .hasValueSatisfying(text -> assertThat(text).contains("chmod 600", file.toString()));
    assertThat(ReadableSecrets.warning(file, List.of(KeyDigest.of("from-the-environment"))))
        .isEmpty();
    assertThat(ReadableSecrets.warning(file)).isPresent();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(ReadableSecrets.warning(file, secrets)).isEqualTo(Optional.empty());
    assertThat(ReadableSecrets.warning(file)).isEmpty();
  }

  @Test
  void a_folder_that_others_can_look_into_is_warned_of() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-x--x"));
    assertThat(ReadableSecrets.folderWarning(data))
        .hasValueSatisfying(text -> assertThat(text).endsWith("chmod 700 " + data));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-x---"));
    assertThat(ReadableSecrets.folderWarning(data)).isEmpty();
    assertThat(ReadableSecrets.folderWarning(folder.resolve("nowhere"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://127.0.0.1:5432/s, false",
    "'jdbc:postgresql://localhost,127.0.0.1:5433/s', false",
    "'jdbc:postgresql://[::1]:5432/s', false",
    "jdbc:postgresql://db.example.org/s, true",
    "'jdbc:postgresql://127.0.0.1,db.example.org:5432/s', true",
    "jdbc:postgresql://db.example.org/s?sslmode=require, true",
    "jdbc:postgresql://db.example.org/s?a=b&sslmode=verify-full&c=d, false"
  })
  void a_database_on_another_machine_has_to_prove_itself(String url, boolean unproven) {
    assertThat(new Settings.Postgresql(url, "u", "p").unproven()).isEqualTo(unproven);
  }
}
