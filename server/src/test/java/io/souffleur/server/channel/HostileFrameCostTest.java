package io.souffleur.server.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.souffleur.server.access.Caller;
import io.souffleur.server.http.PacedSession;
import io.souffleur.server.testing.FakeConversations;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What a frame costs that was made to cost.
 *
 * <p>Run by hand, it prints the figures: {@code HostileFrameCostTest ROUNDS}.
 */
class HostileFrameCostTest {
  private static final int ROUNDS = 60;
  private static final long MOST_BYTES = 1024 * 1024;
  private static final Duration MOST_TIME = Duration.ofMillis(5);

  private final PacedSession session = new PacedSession();
  private final ChannelPeer peer =
      new ChannelPeer(new FakeConversations(), new Caller.Connector("chat"), session.outlet());
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** What the dearest of many was, once warm, in bytes; and the middle one, in time. */
  private record Cost(long bytes, Duration median) {}

  private static Map<String, String> frames() {
    Map<String, String> frames = new TreeMap<>();
    frames.put("lists in lists", "[".repeat(60_000));
    frames.put("objects in objects", "{\"a\":".repeat(12_000));
    frames.put("a long number", "{\"type\":\"message\",\"revision\":" + "9".repeat(60_000) + "}");
    frames.put("a large exponent", "{\"type\":\"message\",\"revision\":1e" + "9".repeat(9) + "}");
    frames.put("one long name", "{\"" + "n".repeat(60_000) + "\":1}");
    StringBuilder names = new StringBuilder("{");
    for (int i = 0; i < 6_000; i++) {
      names.append("\"n").append(i).append("\":1,");
    }
    frames.put("many names", names.append("\"type\":\"message\"}").toString());
    frames.put("escapes", "{\"text\":\"" + "\\u00e9".repeat(10_000) + "\"}");
    frames.put("nothing but quotes", "\"".repeat(60_000));
    return frames;
  }

  private Cost cost(String frame, int rounds) {
    long thread = Thread.currentThread().threadId();
    long[] nanos = new long[rounds];
    long bytes = 0;
    for (int i = 0; i < 2 * rounds; i++) {
      long allocated = threads.getThreadAllocatedBytes(thread);
      long cpu = threads.getCurrentThreadCpuTime();
      peer.frame(frame);
      if (i >= rounds) {
        nanos[i - rounds] = threads.getCurrentThreadCpuTime() - cpu;
        bytes = Math.max(bytes, threads.getThreadAllocatedBytes(thread) - allocated);
      }
    }
    assertThat(session.takeArrived()).hasSize(2 * rounds).allMatch(one -> one.contains("refused"));
    java.util.Arrays.sort(nanos);
    return new Cost(bytes, Duration.ofNanos(nanos[rounds / 2]));
  }

  @Test
  void it_is_refused_for_little() {
    frames()
        .forEach(
            (what, frame) -> {
              Cost cost = cost(frame, ROUNDS);
              assertThat(cost.bytes()).as(what).isLessThan(MOST_BYTES);
              assertThat(cost.median()).as(what).isLessThan(MOST_TIME);
            });
  }

  /** {@code args}: how many rounds, each counted after as many of warm-up. */
  public static void main(String[] args) {
    HostileFrameCostTest test = new HostileFrameCostTest();
    frames()
        .forEach(
            (what, frame) -> {
              Cost cost = test.cost(frame, Integer.parseInt(args[0]));
              System.out.printf(
                  Locale.ROOT,
                  "%-20s %6d characters: %7.3f ms of CPU (median), %7d bytes allocated at most%n",
                  what,
                  frame.length(),
                  cost.median().toNanos() / 1e6,
                  cost.bytes());
            });
  }
}
