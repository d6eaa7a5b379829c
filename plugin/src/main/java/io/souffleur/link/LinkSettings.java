package io.souffleur.link;

import io.souffleur.wire.Refused;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.function.Consumer;

/**
 * How a link behaves.
 *
 * @param server the channel door, such as {@code wss://souffleur.example.org/v1/channel}
 * @param key the channel's key, sent as a bearer token on the upgrade only
 * @param mostEvents the outbox holds at most so many events
 * @param mostBytes the outbox holds at most so many bytes of JSON
 * @param mostUnanswered at most so many events are on their way without an answer
 * @param connectWithin how long an attempt to connect may take
 * @param silence a line on which nothing came for so long is given up; longer than the server's
 *     heartbeat of 20 s
 * @param answerWithin an event that isn't answered for so long makes the line be given up
 * @param firstPause the longest pause before the first new attempt; doubles from attempt to attempt
 * @param longestPause no pause is longer; each lasts a random part of its length (full jitter)
 * @param refusedPause after the server refused the key, the longest pause before it is asked again;
 *     each lasts at least half of it
 * @param lingering after {@link Souffleur#close}, how long the rest of the outbox may take
 * @param clock for the time of events that are made here; its zone tells the server where the
 *     conversation takes place
 * @param onRefused told of every event the server refused, on the link's own thread; must not block
 */
public record LinkSettings(
    URI server,
    String key,
    int mostEvents,
    long mostBytes,
    int mostUnanswered,
    Duration connectWithin,
    Duration silence,
    Duration answerWithin,
    Duration firstPause,
    Duration longestPause,
    Duration refusedPause,
    Duration lingering,
    Clock clock,
    Consumer<Refused> onRefused) {

  public LinkSettings {
    String scheme = String.valueOf(server.getScheme());
    if (!scheme.equals("ws") && !scheme.equals("wss")) {
      throw new IllegalArgumentException("a link's server starts with ws:// or wss://: " + server);
    }
    if (key.isBlank() || !key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new IllegalArgumentException("a channel's key is printable ASCII without spaces");
    }
    atLeastOne("mostEvents", mostEvents);
    atLeastOne("mostBytes", mostBytes);
    atLeastOne("mostUnanswered", mostUnanswered);
    positive("connectWithin", connectWithin);
    positive("silence", silence);
    positive("answerWithin", answerWithin);
    positive("firstPause", firstPause);
    positive("longestPause", longestPause);
    positive("refusedPause", refusedPause);
    if (lingering.isNegative()) {
      throw new IllegalArgumentException("lingering is at least 0: " + lingering);
    }
  }

  /**
   * The usual settings: 10,000 events or 16 MiB, pauses from 0.5 s to 30 s, up to 2 min after the
   * key was refused.
   */
  public static LinkSettings of(URI server, String key) {
    return new LinkSettings(
        server,
        key,
        10_000,
        16L * 1024 * 1024,
        256,
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(30),
        Duration.ofMillis(500),
        Duration.ofSeconds(30),
        Duration.ofMinutes(2),
        Duration.ofSeconds(5),
        Clock.system(ZoneId.systemDefault()),
        refused -> {});
  }

  /** The same with another size of the outbox. */
  public LinkSettings holding(int events, long bytes) {
    return new LinkSettings(
        server,
        key,
        events,
        bytes,
        mostUnanswered,
        connectWithin,
        silence,
        answerWithin,
        firstPause,
        longestPause,
        refusedPause,
        lingering,
        clock,
        onRefused);
  }

  /** The same with other limits of patience with a line. */
  public LinkSettings givingUpAfter(Duration silence, Duration answerWithin) {
    return new LinkSettings(
        server,
        key,
        mostEvents,
        mostBytes,
        mostUnanswered,
        connectWithin,
        silence,
        answerWithin,
        firstPause,
        longestPause,
        refusedPause,
        lingering,
        clock,
        onRefused);
  }

  /** The same with other pauses between attempts. */
  public LinkSettings pausing(Duration first, Duration longest) {
    return new LinkSettings(
        server,
        key,
        mostEvents,
        mostBytes,
        mostUnanswered,
        connectWithin,
        silence,
        answerWithin,
        first,
        longest,
        refusedPause,
        lingering,
        clock,
        onRefused);
  }

  /** The same with another pause after the key was refused. */
  public LinkSettings askingAgainAfter(Duration refused) {
    return new LinkSettings(
        server,
        key,
        mostEvents,
        mostBytes,
        mostUnanswered,
        connectWithin,
        silence,
        answerWithin,
        firstPause,
        longestPause,
        refused,
        lingering,
        clock,
        onRefused);
  }

  /** The same with another clock. */
  public LinkSettings at(Clock clock) {
    return new LinkSettings(
        server,
        key,
        mostEvents,
        mostBytes,
        mostUnanswered,
        connectWithin,
        silence,
        answerWithin,
        firstPause,
        longestPause,
        refusedPause,
        lingering,
        clock,
        onRefused);
  }

  /** The same, telling somebody of refusals. */
  public LinkSettings telling(Consumer<Refused> onRefused) {
    return new LinkSettings(
        server,
        key,
        mostEvents,
        mostBytes,
        mostUnanswered,
        connectWithin,
        silence,
        answerWithin,
        firstPause,
        longestPause,
        refusedPause,
        lingering,
        clock,
        onRefused);
  }

  private static void atLeastOne(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is at least 1: " + value);
    }
  }

  private static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " is more than 0: " + value);
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "LinkSettings[server=" + server + "]";
  }
}
