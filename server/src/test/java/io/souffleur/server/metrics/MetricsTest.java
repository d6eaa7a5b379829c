package io.souffleur.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.testing.House;
import io.souffleur.server.testing.TestClock;
import io.souffleur.server.testing.TestSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MetricsTest {
  private static final String START =
      "{\"type\":\"conversation.started\",\"id\":\"s\",\"conversation\":\"secret-key-1\","
          + "\"at\":\"2026-11-22T09:00:00Z\",\"medium\":\"chat\",\"language\":\"fr\","
          + "\"customer\":{\"name\":\"Zéphyrine\"},\"agent\":{\"key\":\"ines\",\"name\":\"Inès\"}}";
  private static final String MESSAGE =
      "{\"type\":\"message\",\"id\":\"m1\",\"conversation\":\"secret-key-1\","
          + "\"at\":\"2026-11-22T09:00:10Z\",\"author\":\"customer\","
          + "\"text\":\"bjr, ma cafetiere est arrivée cassée, c'est inadmissible\"}";

  @TempDir Path data;

  private final TestClock clock = new TestClock(Instant.parse("2026-11-22T09:00:11Z"));

  private static HttpResponse<String> ask(House house, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + house.managementPort() + path))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static double value(String metrics, String line) {
    return metrics
        .lines()
        .filter(one -> one.startsWith(line + " "))
        .mapToDouble(one -> Double.parseDouble(one.substring(line.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + line + " in\n" + metrics));
  }

  /** A conversation with a hint, a repeat, a draft and refusals; then what is measured. */
  private static String afterAConversation(House house) throws Exception {
    try (TestSocket channel = house.channel();
        TestSocket desk = house.deskOfInes()) {
      channel.send(START);
      channel.nextWith("\"ack\"");
      desk.send("{\"type\":\"watch\",\"conversation\":\"secret-key-1\"}");
      desk.nextWith("\"snapshot\"");
      channel.send(MESSAGE);
      channel.nextWith("\"ack\"");
      desk.nextWith("{\"type\":\"hint\"");
      channel.send(MESSAGE);
      channel.nextWith("\"ack\"");
      channel.send("nonsense");
      channel.nextWith("not_json");
      channel.send(MESSAGE.replace("secret-key-1", "nobody"));
      channel.nextWith("unknown_conversation");
      desk.send(
          "{\"type\":\"draft\",\"conversation\":\"secret-key-1\",\"text\":\"Bonjour\","
              + "\"revision\":1}");
      desk.nextWith("draft.checked");
      return ask(house, "/metrics").body();
    }
  }

  @Test
  void what_happened_can_be_measured_and_nobody_is_named() throws Exception {
    try (House house = House.watched(data, clock)) {
      String metrics = afterAConversation(house);
      assertThat(value(metrics, "souffleur_events_total")).isEqualTo(2);
      assertThat(value(metrics, "souffleur_repeats_total")).isEqualTo(1);
      assertThat(value(metrics, "souffleur_refusals_total{code=\"not_json\"}")).isEqualTo(1);
      assertThat(value(metrics, "souffleur_refusals_total{code=\"unknown_conversation\"}"))
          .isEqualTo(1);
      assertThat(value(metrics, "souffleur_updates_total")).isPositive();
      assertThat(value(metrics, "souffleur_conversations")).isEqualTo(1);
      assertThat(value(metrics, "souffleur_sockets{door=\"channel\"}")).isEqualTo(1);
      assertThat(value(metrics, "souffleur_sockets{door=\"desk\"}")).isEqualTo(1);
      assertThat(value(metrics, "souffleur_ready")).isEqualTo(1);
      assertThat(value(metrics, "souffleur_ack_seconds_count")).isEqualTo(3);
      assertThat(value(metrics, "souffleur_ack_seconds_bucket{le=\"10.0\"}")).isEqualTo(3);
      assertThat(value(metrics, "souffleur_hint_seconds_count")).isEqualTo(1);
      assertThat(value(metrics, "souffleur_draft_seconds_count")).isEqualTo(1);
      assertThat(value(metrics, "souffleur_commit_seconds_count")).isBetween(1.0, 2.0);
      assertThat(value(metrics, "souffleur_commit_entries_sum")).isEqualTo(2);
      assertThat(metrics).doesNotContain("secret-key", "Inès", "Zéphyrine", "nobody", "cafetiere");
    }
  }

  @Test
  void health_and_readiness_are_answered_there_and_nothing_else_is() throws Exception {
    try (House house = House.watched(data, clock)) {
      assertThat(ask(house, "/health").body()).isEqualTo("ok\n");
      assertThat(ask(house, "/ready").statusCode()).isIn(200, 503);
      assertThat(ask(house, "/").statusCode()).isEqualTo(404);
      assertThat(ask(house, "/metrics/more").statusCode()).isEqualTo(404);
      assertThat(house.get("/metrics").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void the_manual_names_every_metric_and_no_other() throws Exception {
    try (House house = House.watched(data, clock)) {
      Set<String> scraped =
          afterAConversation(house)
              .lines()
              .filter(line -> line.startsWith("# TYPE souffleur_"))
              .map(line -> line.split(" ")[2])
              .filter(name -> !name.endsWith("_max"))
              .collect(Collectors.toCollection(TreeSet::new));
      Set<String> documented =
          Pattern.compile("(?m)^\\| `(souffleur_[a-z_]+)")
              .matcher(Files.readString(Path.of("..", "docs", "operations.md")))
              .results()
              .map(row -> row.group(1))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(documented).isNotEmpty().isEqualTo(scraped);
    }
  }
}
