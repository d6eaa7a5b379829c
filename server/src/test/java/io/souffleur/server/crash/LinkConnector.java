package io.souffleur.server.crash;

import io.souffleur.link.LinkCounters;
import io.souffleur.link.LinkSettings;
import io.souffleur.link.Souffleur;
import io.souffleur.server.testing.Visitor;
import io.souffleur.wire.json.ChannelCodec;
import java.net.URI;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * A channel that uses the client of the project. Which event was acknowledged only the client
 * knows; that all are in the journal at the end, in order and once, is what it promises.
 */
final class LinkConnector implements Runnable {
  private static final int MOST_WAITING = 32;
  private static final int ANSWER_MS = 30_000;

  private final String name;
  private final int port;
  private final Ledger ledger;
  private final RandomGenerator random;
  private volatile boolean finishing;
  private volatile long acknowledged;

  LinkConnector(String name, int port, Ledger ledger, RandomGenerator random) {
    this.name = name;
    this.port = port;
    this.ledger = ledger;
    this.random = random;
  }

  /** Tells nothing new any more; ends once everything is acknowledged. */
  void finish() {
    finishing = true;
    ledger.nudge();
  }

  /** How many deliveries were acknowledged so far, repeats included. */
  long acknowledged() {
    return acknowledged;
  }

  @Override
  public void run() {
    LinkSettings settings =
        LinkSettings.of(URI.create("ws://127.0.0.1:" + port + "/v1/channel"), Visitor.CHANNEL_KEY)
            .pausing(Duration.ofMillis(20), Duration.ofMillis(100))
            .telling(refused -> ledger.fault(name + ": refused " + ChannelCodec.encode(refused)));
    try (Souffleur link = Souffleur.connect(settings)) {
      int begun = 0;
      Story story = new Story(name + "-" + begun++, random);
      while (!finishing) {
        if (story.ended()) {
          story = new Story(name + "-" + begun++, random);
        }
        Sent sent = ledger.tell(story.next());
        int times = random.nextInt(4) == 0 ? 1 + random.nextInt(4) : 1;
        for (int i = 0; i < times; i++) {
          link.send(sent.event());
        }
        while (!finishing && link.counters().waiting() > MOST_WAITING) {
          ledger.await(() -> finishing, 2);
        }
        acknowledged = link.counters().acknowledged();
      }
      long end = System.nanoTime() + ANSWER_MS * 1_000_000L;
      while (link.counters().waiting() > 0 && System.nanoTime() < end) {
        ledger.await(() -> link.counters().waiting() == 0, 5);
      }
      LinkCounters counters = link.counters();
      acknowledged = counters.acknowledged();
      if (counters.waiting() + counters.refused() + counters.rejected() + counters.droppedKept()
          > 0) {
        ledger.fault(name + " did not get rid of everything: " + counters);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      ledger.fault(name + " failed: " + e);
    }
  }
}
