package io.souffleur.server.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.souffleur.server.config.SignIn;
import io.souffleur.server.openid.ProviderException.Trouble;
import io.souffleur.server.testing.TestClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A provider that can't be asked. */
class ProviderTest {
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
  private static final URI BACK = URI.create("https://souffleur.example.org/v1/open-id/return");

  private final TestClock clock = new TestClock(NOW);
  private final RoundTrip trip = RoundTrip.begin(new SecureRandom(), NOW, "");
  private ServerSocket silent;

  @BeforeEach
  void listen() throws Exception {
    silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws Exception {
    silent.close();
  }

  private Provider provider(Duration patience) {
    return Provider.of(
        new SignIn.OpenId(
            "Directory",
            URI.create("http://127.0.0.1:" + silent.getLocalPort()),
            "souffleur",
            "secret",
            List.of("openid"),
            Optional.empty(),
            SignIn.Claims.standard(),
            List.of()),
        clock,
        patience);
  }

  private Trouble trouble(Provider provider) {
    return catchThrowableOfType(ProviderException.class, () -> provider.way(trip, BACK)).trouble();
  }

  @Test
  void one_that_is_not_there_is_unreachable_at_once() throws Exception {
    silent.close();
    try (Provider provider = provider(Duration.ofSeconds(30))) {
      assertThat(trouble(provider)).isEqualTo(Trouble.UNREACHABLE);
    }
  }

  @Test
  void one_that_does_not_answer_is_given_up_and_left_alone_for_a_moment() {
    try (Provider provider = provider(Duration.ofMillis(200))) {
      long begun = System.nanoTime();
      assertThat(trouble(provider)).isEqualTo(Trouble.UNREACHABLE);
      assertThat(System.nanoTime() - begun).isGreaterThan(Duration.ofMillis(190).toNanos());
      long again = System.nanoTime();
      assertThat(trouble(provider)).isEqualTo(Trouble.UNREACHABLE);
      assertThat(System.nanoTime() - again).isLessThan(Duration.ofMillis(190).toNanos());
    }
  }

  @Test
  void one_that_never_comes_to_the_end_of_its_answer_is_given_up() throws Exception {
    try (Provider provider = provider(Duration.ofMillis(300))) {
      Thread stalled = Thread.ofVirtual().start(this::stall);
      long begun = System.nanoTime();
      assertThat(trouble(provider)).isEqualTo(Trouble.UNREACHABLE);
      assertThat(System.nanoTime() - begun).isLessThan(Duration.ofSeconds(5).toNanos());
      silent.close();
      stalled.join();
    }
  }

  /** Says a head and the first byte of nine, and no more. */
  private void stall() {
    try (Socket caller = silent.accept()) {
      caller
          .getOutputStream()
          .write(
              "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{".getBytes(StandardCharsets.US_ASCII));
      caller.getOutputStream().flush();
      while (caller.getInputStream().read() >= 0) {
        // Reads what is asked until the asker hangs up.
      }
    } catch (IOException e) {
      // Hung up.
    }
  }

  @Test
  void no_more_than_a_few_wait_for_it() throws Exception {
    try (Provider provider = provider(Duration.ofSeconds(1))) {
      ConcurrentLinkedQueue<Trouble> troubles = new ConcurrentLinkedQueue<>();
      List<Thread> people =
          IntStream.range(0, 40)
              .mapToObj(one -> Thread.ofVirtual().start(() -> troubles.add(trouble(provider))))
              .toList();
      for (Thread person : people) {
        person.join();
      }
      assertThat(troubles).filteredOn(Trouble.BUSY::equals).hasSize(8);
      assertThat(troubles).filteredOn(Trouble.UNREACHABLE::equals).hasSize(32);
    }
  }

  @Test
  void who_comes_back_too_late_is_not_asked_about() {
    try (Provider provider = provider(Duration.ofSeconds(30))) {
      clock.set(NOW.plus(Duration.ofMinutes(10)));
      assertThat(
              catchThrowableOfType(
                      ProviderException.class,
                      () -> provider.person(Map.of("state", trip.state(), "code", "c"), trip, BACK))
                  .trouble())
          .isEqualTo(Trouble.STALE);
    }
  }
}
