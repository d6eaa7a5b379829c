package io.souffleur.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souffleur.server.Clocks;
import io.souffleur.server.Extras;
import io.souffleur.server.Souffleur;
import io.souffleur.server.config.Settings;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.http.Pages;
import io.souffleur.server.testing.TestSocket;
import io.souffleur.server.testing.Visitor;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest extends Visitor {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path data;

  private Souffleur server;

  @BeforeEach
  void open() throws Exception {
    server =
        Souffleur.start(
            new Settings(
                    "localhost",
                    0,
                    data,
                    List.of(new Settings.Key("rehearsal", CHANNEL_KEY)),
                    List.of(new Settings.Key("rehearsal", HOST_KEY)),
                    Set.of(),
                    Language.FRENCH,
                    Optional.empty(),
                    Optional.empty())
                .withStorage(Settings.Sqlite.WITHOUT_RESERVE),
            Extras.pages(new Pages(Optional.empty())),
            Clocks.ofTheMachine(),
            (reason, cause) -> {
              throw new AssertionError(reason, cause);
            });
  }

  @Override
  public int port() {
    return server.port();
  }

  @Override
  @AfterEach
  public void close() {
    server.close();
  }

  private Rehearsal rehearsal(String hostKey) {
    return new Rehearsal("localhost:" + port(), CHANNEL_KEY, hostKey, 2, PATIENCE);
  }

  /** How much the journal holds. */
  private long entries() throws Exception {
    try (Connection journal =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("journal.db"));
        Statement statement = journal.createStatement();
        ResultSet count = statement.executeQuery("select count(*) from journal")) {
      return count.getLong(1);
    }
  }

  @Test
  void scenes_are_played_and_go_on_while_desks_come_and_leave() throws Exception {
    int lines =
        Stream.of("fr", "en")
            .mapToInt(language -> Scene.in(language).orElseThrow().lines().size())
            .sum();

    assertThat(rehearsal(HOST_KEY).play()).isTrue();
    long played = entries();
    assertThat(played).as("each of two begun, and each line answered").isEqualTo(4 + 2 * 2 * lines);

    assertThat(rehearsal(HOST_KEY).goOn(3)).isTrue();
    assertThat(entries()).as("three lines more in each of four").isEqualTo(played + 3 * 4 * 2);
    for (String language : List.of("fr", "en")) {
      for (int time = 0; time < 2; time++) {
        TestSocket desk = deskOf("rehearsal");
        desk.send(
            "{\"type\":\"watch\",\"conversation\":\"rehearsal-%s-%d\"}".formatted(language, time));
        assertThat(desk.nextWith("\"snapshot\"")).contains("\"language\":\"" + language + "\"");
      }
    }
  }

  @Test
  void without_a_ticket_for_its_desks_it_says_so() {
    assertThatThrownBy(() -> rehearsal("not-the-key").goOn(1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no ticket");
  }
}
