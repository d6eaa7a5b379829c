package io.souffleur.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.wire.Author;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.EventKey;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server on a real port, anew for each test, and the host's client of it. */
abstract class LinkTest {

  static final Duration LONG = Duration.ofSeconds(20);
  static final Duration SHORT = Duration.ofMillis(20);

  ChannelServer server;

  // Every test connects it first, with settings of its own.
  @SuppressWarnings("NullAway.Init")
  Souffleur souffleur;

  @BeforeEach
  void start() throws Exception {
    server = new ChannelServer();
  }

  @AfterEach
  void stop() throws Exception {
    if (souffleur != null) {
      souffleur.close();
    }
    server.close();
  }

  LinkSettings settings() {
    return LinkSettings.of(server.address(), "k3y").pausing(Duration.ofMillis(1), SHORT);
  }

  LinkCounters until(Predicate<LinkCounters> wanted) throws InterruptedException {
    LinkCounters counters = souffleur.await(wanted, LONG);
    assertThat(counters).matches(wanted, "as wanted");
    return counters;
  }

  static ChannelEvent message(String id) {
    return new ChannelEvent.Message(
        new EventKey(id),
        new ConversationKey("chat-1"),
        OffsetDateTime.parse("2026-11-22T14:00:00+01:00"),
        Author.CUSTOMER,
        "bonjour",
        0,
        false);
  }
}
