package io.souffleur.server.benchmark;

import io.souffleur.server.testing.RawSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Callers that mean harm, all kinds at once, each on a thread of its own and at a pace of its own,
 * until they are closed: heads that come byte by byte, pings, frames that pretend to be compressed,
 * JSON that costs, frames of one byte, frames that are too long, wrong keys. Who is turned away
 * comes back at once.
 */
final class Hostiles implements Company {

  private static final int DRIPPING = 200;
  private static final String HEAD =
      "GET /v1/desk HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Padding: " + "x".repeat(4_000);

  private static final byte[] NOTHING = {};
  private static final byte[] MANY_PINGS = pings(100);
  private static final String DEEP = "[".repeat(60_000);
  private static final byte[] LONG = RawSocket.frame(RawSocket.TEXT, true, new byte[100_000]);

  /** What they do, and how often a second. */
  private enum Harm {
    DRIP(DRIPPING),
    PINGS(100),
    COMPRESSED(20),
    DEEP_JSON(50),
    SINGLE_BYTES(20),
    TOO_LONG(10),
    WRONG_KEY(50);

    private final int perSecond;

    Harm(int perSecond) {
      this.perSecond = perSecond;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  private final int port;
  private final String key;
  private final List<Caller> callers = new ArrayList<>();
  private volatile boolean going = true;

  /** They begin at once. */
  Hostiles(int port, String key) {
    this.port = port;
    this.key = key;
    for (Harm harm : Harm.values()) {
      Caller caller = new Caller(harm);
      callers.add(caller);
      Thread.ofPlatform().daemon().name("hostile-" + harm.word()).start(caller::go);
    }
  }

  private static byte[] pings(int count) {
    byte[] ping = RawSocket.frame(RawSocket.PING, true, NOTHING);
    byte[] all = new byte[ping.length * count];
    for (int i = 0; i < count; i++) {
      System.arraycopy(ping, 0, all, i * ping.length, ping.length);
    }
    return all;
  }

  /** One who does one kind of harm. For its own thread, but for the counts. */
  private final class Caller {
    private final Harm harm;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong turnedAway = new AtomicLong();
    private final List<RawSocket> dripping = new ArrayList<>();
    private @Nullable RawSocket lasting;
    private int dripped;

    Caller(Harm harm) {
      this.harm = harm;
    }

    void go() {
      long due = System.nanoTime();
      while (going) {
        once();
        due = Math.max(due + TimeUnit.SECONDS.toNanos(1) / harm.perSecond, System.nanoTime());
        while (going && System.nanoTime() < due) {
          LockSupport.parkNanos(Math.max(1, due - System.nanoTime()));
        }
      }
    }

    private void once() {
      try {
        switch (harm) {
          case DRIP -> drip();
          case PINGS -> lasting().say(MANY_PINGS);
          case COMPRESSED -> fleeting(compressed());
          case DEEP_JSON -> lasting().send(DEEP);
          case SINGLE_BYTES -> singleBytes(lasting());
          case TOO_LONG -> lasting().say(LONG);
          case WRONG_KEY -> wrongKey();
        }
        done.incrementAndGet();
      } catch (IOException e) {
        turnedAway.incrementAndGet();
        lasting = null;
      }
    }

    /** A socket that goes on, whose answers are read and forgotten. */
    private RawSocket lasting() throws IOException {
      RawSocket open = lasting;
      if (open == null) {
        RawSocket socket = RawSocket.channel(port, key);
        Thread.ofVirtual().start(() -> listen(socket));
        lasting = socket;
        open = socket;
      }
      return open;
    }

    /** One byte more for the next head in turn; who was hung up on begins anew. */
    private void drip() throws IOException {
      int which = dripped % DRIPPING;
      byte[] one = {(byte) HEAD.charAt(dripped / DRIPPING % HEAD.length())};
      dripped++;
      if (dripping.size() <= which) {
        dripping.add(RawSocket.connect(port));
      }
      try {
        dripping.get(which).say(one);
      } catch (IOException e) {
        turnedAway.incrementAndGet();
        dripping.get(which).close();
        dripping.set(which, RawSocket.connect(port));
      }
    }

    @Override
    public String toString() {
      return harm.word() + " " + done + "/" + turnedAway;
    }
  }

  /** A frame whose first reserved bit says that it is compressed (RFC 7692, section 6). */
  private static byte[] compressed() {
    byte[] frame = RawSocket.frame(RawSocket.TEXT, true, new byte[1_000]);
    frame[0] |= 0x40;
    return frame;
  }

  private static void listen(RawSocket socket) {
    try (socket) {
      while (socket.next().isPresent()) {
        // Who means harm has no use for answers.
      }
    } catch (IOException e) {
      // Turned away, or the end.
    }
  }

  /** A socket for one frame, which the server closes. */
  private void fleeting(byte[] frame) throws IOException {
    try (RawSocket socket = RawSocket.channel(port, key)) {
      socket.say(frame);
      socket.closed();
    }
  }

  private static void singleBytes(RawSocket socket) throws IOException {
    byte[] text = "{\"type\":\"typing\"}".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < text.length; i++) {
      socket.send(
          i == 0 ? RawSocket.TEXT : RawSocket.CONTINUATION,
          i == text.length - 1,
          new byte[] {text[i]});
    }
  }

  private void wrongKey() throws IOException {
    try (RawSocket socket = RawSocket.connect(port)) {
      socket.shakeHands(
          port,
          "/v1/channel",
          "souffleur.channel.v1",
          Map.of("Authorization", "Bearer not-the-key-of-anybody"));
    }
  }

  @Override
  public String told() {
    return "hostile callers beside, done and turned away: "
        + callers.stream().map(Caller::toString).collect(Collectors.joining(", "));
  }

  /** Their lines end with the server. */
  @Override
  public void close() {
    going = false;
  }
}
