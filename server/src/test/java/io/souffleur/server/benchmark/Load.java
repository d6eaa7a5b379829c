package io.souffleur.server.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * A load of many live conversations on a running server: channels that write, desks that watch.
 *
 * <p>Open loop: each message has the instant it ought to be sent at, and is timed from there, so
 * that a server that stalls is charged for the messages that had to wait (no coordinated omission).
 */
final class Load implements AutoCloseable {

  private static final byte[] MESSAGE = FrameBytes.bytes("\"message\":\"m");
  private static final byte[] ACK = FrameBytes.bytes("{\"type\":\"ack\",\"id\":\"m");
  private static final byte[] ACK_START = FrameBytes.bytes("{\"type\":\"ack\",\"id\":\"s-c");
  private static final byte[] CUES = FrameBytes.bytes("{\"type\":\"cues\"");
  private static final byte[] HINT = FrameBytes.bytes("{\"type\":\"hint\",");
  private static final byte[] CHECKED = FrameBytes.bytes("{\"type\":\"draft.checked\"");
  private static final byte[] REVISION = FrameBytes.bytes("\"revision\":");
  private static final byte[] PING = FrameBytes.bytes("{\"type\":\"ping\"");
  private static final byte[] REFUSED = FrameBytes.bytes("{\"type\":\"refused\"");

  /** Where the server is and how to get in. */
  record Target(ProcessHandle server, int port, String channelKey) {

    /** What it has spent so far, all its threads together. */
    Duration cpu() {
      return server.info().totalCpuDuration().orElse(Duration.ZERO);
    }
  }

  /** How many take part. */
  record Size(int channels, int desks, int conversations) {}

  /**
   * What was seen, times in microseconds.
   *
   * @param draft from a draft to the check of it
   * @param cpu what the server spent on the messages that count, all its threads together
   */
  record Outcome(
      Histogram ack,
      Histogram cues,
      Histogram hint,
      Histogram draft,
      long messages,
      double seconds,
      Duration cpu) {}

  /**
   * What is measured: a steady pace, the same while agents type, while other desks watch and read
   * nothing, or as fast as it goes.
   */
  enum Kind {
    PACED,
    TYPED,
    BESIDE,
    HOSTILE,
    SATURATED
  }

  private final Target target;
  private final Size size;
  private final String run;
  private final List<LeanSocket> channels = new ArrayList<>();
  private final List<LeanSocket> desks = new ArrayList<>();

  /** Which conversation of each slot a desk watches. */
  private final Map<Integer, String> watched = new ConcurrentHashMap<>();

  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong acked = new AtomicLong();
  private final Histogram ack = new ConcurrentHistogram(60_000_000L, 3);
  private final Histogram cues = new ConcurrentHistogram(60_000_000L, 3);
  private final Histogram hint = new ConcurrentHistogram(60_000_000L, 3);
  private final Histogram draft = new ConcurrentHistogram(60_000_000L, 3);

  /** Leaves open how many messages are on their way; unused by a paced load. */
  private final Semaphore window;

  private final Kind kind;
  private volatile @Nullable Bystanders bystanders;
  private volatile long origin;
  private volatile double nanosEach;
  private volatile long countFrom = Long.MAX_VALUE;
  private long sent;

  Load(Target target, Size size, String run, Kind kind) throws IOException {
    this.target = target;
    this.size = size;
    this.run = run;
    this.kind = kind;
    this.window = new Semaphore(1024);
    for (int i = 0; i < size.desks(); i++) {
      desks.add(openDesk("agent-" + i));
    }
    for (int i = 0; i < size.channels(); i++) {
      channels.add(
          new LeanSocket(
              target.port(),
              "/v1/channel",
              "souffleur.channel.v1",
              target.channelKey(),
              this::fromChannel));
    }
  }

  /** Lets desks watch besides, from the next start of each conversation on. */
  void beside(Bystanders others) {
    bystanders = others;
  }

  /** A ticket for a desk of that agent. */
  String ticketFor(String agent) throws IOException {
    try (TicketLine host = new TicketLine(target.port())) {
      return host.ticketFor(agent);
    }
  }

  private LeanSocket openDesk(String agent) throws IOException {
    LeanSocket[] self = new LeanSocket[1];
    LeanSocket desk =
        new LeanSocket(
            target.port(), "/v1/desk", "souffleur.desk.v1", null, frame -> fromDesk(frame, self));
    self[0] = desk;
    desk.send("{\"type\":\"hello\",\"ticket\":\"" + ticketFor(agent) + "\"}");
    return desk;
  }

  /** Sends at {@code rate} a second; what is sent in the first {@code warmUp} is not counted. */
  Outcome paced(int rate, double warmUp, double seconds) {
    nanosEach = 1e9 / rate;
    origin = System.nanoTime();
    long total = (long) (rate * (warmUp + seconds));
    countFrom = (long) (rate * warmUp);
    Duration spent = Duration.ZERO;
    for (; sent < total; sent++) {
      if (sent == countFrom) {
        spent = target.cpu();
      }
      long due = dueAt(sent);
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(Math.max(1, due - System.nanoTime()));
      }
      sendNext(sent);
    }
    LockSupport.parkNanos(1_000_000_000L);
    return new Outcome(
        ack, cues, hint, draft, total - countFrom, seconds, target.cpu().minus(spent));
  }

  /** Keeps 1,024 messages on their way; counts what is acknowledged after the warm-up. */
  Outcome saturated(double warmUp, double seconds) throws InterruptedException {
    long begin = System.nanoTime();
    long from = begin + (long) (warmUp * 1e9);
    long until = from + (long) (seconds * 1e9);
    long before = -1;
    Duration spent = Duration.ZERO;
    long now;
    while ((now = System.nanoTime()) < until) {
      if (before < 0 && now >= from) {
        before = acked.get();
        spent = target.cpu();
        from = now;
      }
      window.acquire();
      sendNext(sent++);
    }
    long messages = acked.get() - before;
    return new Outcome(
        ack, cues, hint, draft, messages, (now - from) / 1e9, target.cpu().minus(spent));
  }

  /** How many frames the server refused; a sound run has none. */
  long refused() {
    return refused.get();
  }

  private long dueAt(long message) {
    return origin + (long) (message * nanosEach);
  }

  /**
   * Each conversation is a step further on than its neighbour, so that starts and ends are spread
   * evenly. Step 0 starts it, one round ahead of its first message, which leaves time to watch it.
   */
  private void sendNext(long index) {
    int steps = Script.length() + 1;
    int slot = (int) (index % size.conversations());
    long turn = index / size.conversations() + slot;
    int step = (int) (turn % steps);
    boolean fresh = index < size.conversations();
    String key = "c" + slot + "-" + run + "-" + turn / steps;
    LeanSocket channel = channels.get(slot % size.channels());
    String at = Instant.now().toString();
    if (step == 0 || fresh) {
      channel.send(Script.started(key, slot, "agent-" + slot % size.desks(), at));
    }
    if (step == 0) {
      // Takes the place of a message, so that the pace is even.
      window.release();
      return;
    }
    Script.Line line = Script.line(slot, step - 1);
    if (kind == Kind.TYPED && !line.byAgent() && index >= countFrom / 2) {
      type(slot, key, index, Script.line(slot, step));
    }
    channel.send(Script.message("m" + index + "-" + run, key, line, at));
    if (step == steps - 1) {
      channel.send(Script.ended(key, at));
    }
  }

  /**
   * The agent types the answer while the customer still writes: the dearest moment to check it. In
   * the first half of the warm-up, desks are still busy with getting to see what they watch.
   */
  private void type(int slot, String key, long index, Script.Line answer) {
    desks
        .get(slot % size.desks())
        .send(
            "{\"type\":\"draft\",\"conversation\":\"%s\",\"text\":\"%s\",\"revision\":%d}"
                .formatted(key, answer.text(), index));
  }

  private void fromChannel(byte[] frame) {
    if (FrameBytes.startsWith(frame, ACK)) {
      acked.incrementAndGet();
      record(ack, FrameBytes.number(frame, ACK.length));
      window.release();
    } else if (FrameBytes.startsWith(frame, ACK_START)) {
      int from = ACK_START.length - 1;
      int to = from;
      while (frame[to] != '"') {
        to++;
      }
      String key = new String(frame, from, to - from, StandardCharsets.UTF_8);
      int slot = Integer.parseInt(key.substring(1, key.indexOf('-')));
      LeanSocket desk = desks.get(slot % size.desks());
      String earlier = watched.put(slot, key);
      if (earlier != null) {
        desk.send("{\"type\":\"unwatch\",\"conversation\":\"" + earlier + "\"}");
      }
      desk.send("{\"type\":\"watch\",\"conversation\":\"" + key + "\"}");
      Bystanders others = bystanders;
      if (others != null) {
        others.watch(slot, key);
      }
    } else if (FrameBytes.startsWith(frame, REFUSED)) {
      refuse(frame);
    }
  }

  private void fromDesk(byte[] frame, LeanSocket[] self) {
    if (FrameBytes.startsWith(frame, CUES)) {
      recordMessage(cues, frame);
    } else if (FrameBytes.startsWith(frame, HINT)) {
      recordMessage(hint, frame);
    } else if (FrameBytes.startsWith(frame, CHECKED)) {
      record(
          draft, FrameBytes.number(frame, FrameBytes.indexOf(frame, REVISION) + REVISION.length));
    } else if (FrameBytes.startsWith(frame, PING)) {
      self[0].send("{\"type\":\"pong\"}");
    } else if (FrameBytes.startsWith(frame, REFUSED)) {
      refuse(frame);
    }
  }

  private void refuse(byte[] frame) {
    if (refused.getAndIncrement() < 5) {
      System.err.println(FrameBytes.text(frame));
    }
  }

  private void recordMessage(Histogram times, byte[] frame) {
    int at = FrameBytes.indexOf(frame, MESSAGE);
    if (at >= 0) {
      record(times, FrameBytes.number(frame, at + MESSAGE.length));
    }
  }

  private void record(Histogram times, long message) {
    if (kind != Kind.SATURATED && message >= countFrom) {
      times.recordValue(Math.max(0, System.nanoTime() - dueAt(message)) / 1000);
    }
  }

  @Override
  public void close() throws IOException {
    for (LeanSocket socket : channels) {
      socket.close();
    }
    for (LeanSocket socket : desks) {
      socket.close();
    }
  }
}
