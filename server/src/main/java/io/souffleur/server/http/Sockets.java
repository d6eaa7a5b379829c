package io.souffleur.server.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All open sockets, looked after by one thread. */
final class Sockets implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);

  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("sockets").unstarted(task));

  Sockets(SocketLimits limits) {
    long period = limits.tick().toNanos();
    var unused = watch.scheduleWithFixedDelay(this::tick, period, period, TimeUnit.NANOSECONDS);
  }

  void add(Socket socket) {
    open.add(socket);
  }

  void remove(Socket socket) {
    open.remove(socket);
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
    watch.shutdown();
    open.forEach(socket -> socket.close(CloseCode.GOING_AWAY, "the server stops"));
  }
}
