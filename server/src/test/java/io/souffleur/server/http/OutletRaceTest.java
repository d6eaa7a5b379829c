package io.souffleur.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.testing.Race;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.OutgoingEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Threads that send through one outlet, a line whose frames leave at once or later and on another
 * thread, and sometimes an end in the middle: one frame is under way at a time, those of a sender
 * stay in order, all of them arrive when nothing ends, and who waits for room gets it or hears of
 * the end. Guards against a frame that nobody hands over when the one before it has left.
 */
class OutletRaceTest {
  private static final int SENDERS = 3;
  private static final int EACH = 200;
  private static final int QUEUE = 40;

  static IntStream seeds() {
    return Race.seeds(100);
  }

  /** Hands over at once, or leaves it to the thread of the line. */
  private static final class Line extends CoreSession.Empty {
    private final ConcurrentLinkedQueue<String> arrived = new ConcurrentLinkedQueue<>();
    private final LinkedBlockingQueue<Callback> later = new LinkedBlockingQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Override
    public void sendFrame(OutgoingEntry entry) {
      most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
      String frame = entry.getFrame().getPayloadAsUTF8();
      arrived.add(frame);
      if (frame.hashCode() % 3 == 0) {
        later.add(entry.getCallback());
      } else {
        left(entry.getCallback());
      }
    }

    void left(Callback told) {
      underWay.decrementAndGet();
      told.succeeded();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void frames_leave_one_by_one_in_order_and_all_of_them(long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    boolean ends = random.nextInt(3) == 0;
    int endAt = random.nextInt(EACH);
    Line line = new Line();
    SocketLimits usual = SocketLimits.standard();
    Outlet outlet =
        new Outlet(
            line,
            new SocketLimits(
                usual.frame(), QUEUE, usual.silence(), usual.pong(), usual.stuck(), usual.tick()));
    AtomicInteger sending = new AtomicInteger(SENDERS);
    List<Race.Runner> runners = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      int sender = i;
      SplittableRandom own = random.split();
      runners.add(
          () -> {
            for (int number = 0; number < EACH; number++) {
              outlet.awaitRoom();
              if (ends && sender == 0 && number == endAt) {
                outlet.close(CloseCode.GOING_AWAY, "in the middle");
              }
              String frame = sender + ":" + number;
              if (own.nextBoolean() && number + 1 < EACH) {
                number++;
                outlet.send(List.of(frame, sender + ":" + number));
              } else {
                outlet.send(frame);
              }
            }
            sending.decrementAndGet();
          });
    }
    runners.add(
        () -> {
          while (sending.get() > 0 || outlet.backlog() > 0 || !line.later.isEmpty()) {
            Callback told = line.later.poll(1, TimeUnit.MILLISECONDS);
            if (told != null) {
              line.left(told);
            }
          }
        });
    Race.of(runners);

    assertThat(line.most.get()).as("frames at a time").isBetween(ends ? 0 : 1, 1);
    assertThat(outlet.backlog()).isZero();
    for (int sender = 0; sender < SENDERS; sender++) {
      String mine = sender + ":";
      List<Integer> numbers =
          line.arrived.stream()
              .filter(frame -> frame.startsWith(mine))
              .map(frame -> Integer.valueOf(frame.substring(mine.length())))
              .toList();
      assertThat(numbers)
          .containsExactlyElementsOf(
              IntStream.range(0, ends ? numbers.size() : EACH).boxed().toList());
    }
  }
}
