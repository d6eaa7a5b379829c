package io.souffleur.server.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everybody who is connected. Hangs up on those who are too many, and on those who never come to
 * the end of what they ask: a connection that says its head byte by byte would else be kept for as
 * long as the caller likes. Safe for use by any thread.
 */
final class Connections implements Connection.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

  private final ConnectionLimits limits;
  private final Scheduler scheduler;
  private final Set<EndPoint> open = ConcurrentHashMap.newKeySet();
  private final Map<InetAddress, AtomicInteger> each = new ConcurrentHashMap<>();

  /** {@code scheduler}: started and stopped by somebody else. */
  Connections(ConnectionLimits limits, Scheduler scheduler) {
    this.limits = limits;
    this.scheduler = scheduler;
  }

  @Override
  public void onOpened(Connection connection) {
    EndPoint caller = connection.getEndPoint();
    if (open.add(caller) && !fits(caller)) {
      LOG.debug("too many connections: {} altogether", open.size());
      caller.close();
      return;
    }
    // HTTP, which may become something else; a WebSocket may not.
    if (connection instanceof Connection.UpgradeFrom) {
      look(connection, 0, -1);
    }
  }

  private boolean fits(EndPoint caller) {
    Optional<InetAddress> address = counted(caller);
    int same =
        address
            .map(one -> each.computeIfAbsent(one, key -> new AtomicInteger()).incrementAndGet())
            .orElse(0);
    return open.size() <= limits.most() && same <= limits.mostEach();
  }

  private Optional<InetAddress> counted(EndPoint caller) {
    return caller.getRemoteSocketAddress() instanceof InetSocketAddress socket
            && socket.getAddress() != null
            && !limits.proxies().contains(socket.getAddress())
        ? Optional.of(socket.getAddress())
        : Optional.empty();
  }

  /** Looks again in a while; {@code requests} and {@code bytes} were there the last time. */
  private void look(Connection connection, long requests, long bytes) {
    var unused =
        scheduler.schedule(
            () -> looked(connection, requests, bytes),
            limits.head().toMillis(),
            TimeUnit.MILLISECONDS);
  }

  private void looked(Connection connection, long requests, long bytes) {
    EndPoint caller = connection.getEndPoint();
    if (!caller.isOpen() || !connection.equals(caller.getConnection())) {
      return;
    }
    boolean answered = connection.getMessagesIn() == connection.getMessagesOut();
    boolean same = connection.getMessagesIn() == requests;
    if (same && answered && connection.getBytesIn() > bytes) {
      LOG.debug("a request's head took too long");
      caller.close();
    } else {
      look(connection, connection.getMessagesIn(), connection.getBytesIn());
    }
  }

  @Override
  public void onClosed(Connection connection) {
    EndPoint caller = connection.getEndPoint();
    if (caller.isOpen()) {
      return; // It goes on as a WebSocket.
    }
    if (open.remove(caller)) {
      counted(caller)
          .ifPresent(
              address ->
                  each.computeIfPresent(
                      address, (key, count) -> count.decrementAndGet() == 0 ? null : count));
    }
  }
}
