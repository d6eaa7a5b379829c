package io.souffleur.server.http;

import io.souffleur.wire.ReturnHint;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All open sockets, looked after by one thread. */
final class Sockets implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);

  /** How long peers may take, all together, to read what was still to be told. */
  private static final long LAST_WORDS_MS = 3_000;

  /** So that those who come back don't all come at once: a millisecond for each, within bounds. */
  private static final int SHORTEST_RETURN_MS = 1_000;

  private static final int LONGEST_RETURN_MS = 10_000;

  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final SocketFigures figures = new SocketFigures();
  private volatile boolean letsIn = true;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("sockets").unstarted(task));

  Sockets(SocketLimits limits) {
    long period = limits.tick().toNanos();
    var unused = watch.scheduleWithFixedDelay(this::tick, period, period, TimeUnit.NANOSECONDS);
  }

  SocketFigures figures() {
    return figures;
  }

  boolean letsIn() {
    return letsIn;
  }

  void closeDoors() {
    letsIn = false;
  }

  void add(Socket socket) {
    open.add(socket);
    figures.opened(socket.path());
    if (!letsIn) {
      sayGoodbye(socket);
    }
  }

  void remove(Socket socket, int code) {
    if (open.remove(socket)) {
      figures.closed(socket.path(), code);
    }
  }

  private void tick() {
    long now = System.nanoTime();
    for (Socket socket : open) {
      try {
        socket.tick(now);
      } catch (RuntimeException e) {
        LOG.warn("a socket could not be looked after", e);
      }
    }
  }

  @Override
  public void close() {
    closeDoors();
    watch.shutdown();
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LAST_WORDS_MS);
    try {
      for (Socket socket : open) {
        socket.awaitTold(end);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    open.forEach(this::sayGoodbye);
  }

  private void sayGoodbye(Socket socket) {
    int most = Math.clamp(open.size(), SHORTEST_RETURN_MS, LONGEST_RETURN_MS);
    Duration in = Duration.ofMillis(ThreadLocalRandom.current().nextInt(most));
    socket.close(CloseCode.GOING_AWAY, new ReturnHint(in).after("the server stops"));
  }
}
