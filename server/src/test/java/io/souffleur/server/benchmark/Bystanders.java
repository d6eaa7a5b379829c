package io.souffleur.server.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Desks that watch conversations which others watch as well: all of them read, or none of them
 * reads anything once it has been let in, with a receive buffer as small as the system gives. Safe
 * for use by any thread.
 */
final class Bystanders implements Company {

  /** Bytes; where everybody reads, as the system has it. */
  private static final int SMALLEST_BUFFER = 2048;

  private static final String PING = "{\"type\":\"ping\"";

  /** Whether they read. */
  enum Manner {
    READING,
    MUTE
  }

  private final Manner manner;
  private final List<LeanSocket> desks = new ArrayList<>();
  private final Map<Integer, String> watched = new ConcurrentHashMap<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicInteger turnedAway = new AtomicInteger();

  /** How a desk gets in. */
  interface Tickets {
    String ticketFor(String agent) throws IOException;
  }

  Bystanders(int port, int count, Manner manner, Tickets tickets) throws IOException {
    this.manner = manner;
    for (int i = 0; i < count; i++) {
      LeanSocket[] self = new LeanSocket[1];
      LeanSocket desk =
          new LeanSocket(
              port,
              "/v1/desk",
              "souffleur.desk.v1",
              null,
              manner == Manner.MUTE ? SMALLEST_BUFFER : 0,
              Thread.ofPlatform().daemon().name("bystander"),
              frame -> {
                switch (manner) {
                  case MUTE -> sulk();
                  case READING -> answer(frame, self);
                }
              });
      self[0] = desk;
      desk.send("{\"type\":\"hello\",\"ticket\":\"" + tickets.ticketFor("bystander-" + i) + "\"}");
      desks.add(desk);
    }
  }

  private void sulk() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(byte[] frame, LeanSocket[] self) {
    if (new String(frame, StandardCharsets.UTF_8).startsWith(PING)) {
      send(self[0], "{\"type\":\"pong\"}");
    }
  }

  /** One of them watches this conversation in place of the last one of the slot. */
  void watch(int slot, String conversation) {
    LeanSocket desk = desks.get(slot % desks.size());
    String earlier = watched.put(slot, conversation);
    if (earlier != null) {
      send(desk, "{\"type\":\"unwatch\",\"conversation\":\"" + earlier + "\"}");
    }
    send(desk, "{\"type\":\"watch\",\"conversation\":\"" + conversation + "\"}");
  }

  private void send(LeanSocket desk, String frame) {
    try {
      desk.send(frame);
    } catch (UncheckedIOException closed) {
      turnedAway.incrementAndGet();
    }
  }

  /** Turned away is a frame that could not be sent any more, for the server had closed the line. */
  @Override
  public String told() {
    return desks.size()
        + " desks beside, "
        + manner.name().toLowerCase(Locale.ROOT)
        + ", turned away "
        + turnedAway;
  }

  @Override
  public void close() throws IOException {
    over.countDown();
    for (LeanSocket desk : desks) {
      desk.close();
    }
  }
}
