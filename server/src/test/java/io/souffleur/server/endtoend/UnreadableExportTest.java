package io.souffleur.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.access.Role;
import io.souffleur.server.audit.AuditReader;
import io.souffleur.server.people.SignedIn;
import io.souffleur.server.testing.House;
import io.souffleur.server.testing.TestClock;
import io.souffleur.server.testing.TestSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody gets all that is kept of them, or is told why not: never a part that looks whole. */
class UnreadableExportTest {
  private static final String PASSWORD = "a long enough sentence";
  private static final String CUSTOMER = "{\"customer\":\"k-1\"}";

  @TempDir private Path data;

  private final TestClock clock = new TestClock(Instant.parse("2026-11-22T09:05:00Z"));

  private House open() throws Exception {
    return House.open(data, clock);
  }

  private static void tell(TestSocket channel, String event) throws Exception {
    channel.send(event);
    assertThat(channel.nextWith("\"ack\"")).isNotEmpty();
  }

  private static void talk(House house, String conversation) throws Exception {
    try (TestSocket channel = house.channel()) {
      tell(
          channel,
          """
          {"type":"conversation.started","id":"s","conversation":"%s","language":"fr",\
          "at":"2026-11-22T09:00:00Z","medium":"chat","customer":{"key":"k-1"},\
          "agent":{"key":"ines","name":"Inès"}}\
          """
              .formatted(conversation));
      tell(
          channel,
          """
          {"type":"message","id":"m","conversation":"%s","at":"2026-11-22T09:00:10Z",\
          "author":"customer","text":"Ma rhubarbe n'est pas là"}\
          """
              .formatted(conversation));
      tell(
          channel,
          """
          {"type":"conversation.ended","id":"e","conversation":"%s","at":"2026-11-22T09:03:00Z"}\
          """
              .formatted(conversation));
    }
  }

  private static HttpResponse<String> export(House house, String subject) throws Exception {
    return SignedIn.at(house, "ada", PASSWORD).ask("POST", "/v1/privacy/exports", subject);
  }

  private static void seed(House house) {
    house.reception().seed("ada", "Ada", Optional.empty(), Set.of(Role.ADMIN), "north", PASSWORD);
  }

  private List<String> exports() throws Exception {
    List<String> noted = new ArrayList<>();
    new AuditReader(data)
        .read(
            deed -> {
              if (deed.what().equals("conversation.exported")) {
                noted.add(deed.about() + " " + deed.outcome());
              }
            });
    return noted;
  }

  @Test
  void an_entry_that_was_changed_keeps_the_whole_export_back() throws Exception {
    try (House house = open()) {
      seed(house);
      talk(house, "c1");
      talk(house, "c2");
    }
    try (Connection journal =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("journal.db"));
        Statement change = journal.createStatement()) {
      change.executeUpdate(
          """
          update journal set body =
            (select body from journal where conversation = 'c1' and position = 2)
          where conversation = 'c2' and position = 2
          """);
    }
    try (House house = open()) {
      HttpResponse<String> answer = export(house, CUSTOMER);
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body())
          .startsWith("nothing was exported: conversation c2 can't be read (entry 2 ")
          .doesNotContain("rhubarbe");
      assertThat(exports()).containsExactly("c1 unreadable", "c2 unreadable");

      HttpResponse<String> readable = export(house, "{\"conversation\":\"c1\"}");
      assertThat(readable.statusCode()).isEqualTo(200);
      assertThat(readable.body()).contains("rhubarbe");
    }
  }

  @Test
  void a_conversation_whose_key_is_missing_is_named() throws Exception {
    Path older = data.resolve("older-keys");
    try (House house = open()) {
      seed(house);
      talk(house, "c1");
    }
    Files.copy(data.resolve("keys.db"), older);
    try (House house = open()) {
      talk(house, "c2");
    }
    Files.move(older, data.resolve("keys.db"), StandardCopyOption.REPLACE_EXISTING);
    try (House house = open()) {
      HttpResponse<String> answer = export(house, "{\"conversation\":\"c2\"}");
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body())
          .contains("conversation c2 can't be read (the key of conversation c2 is missing)");
      assertThat(export(house, CUSTOMER).body())
          .contains("\"conversation\":\"c1\"")
          .doesNotContain("c2");
    }
  }
}
