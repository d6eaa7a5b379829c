package io.souffleur.server.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.OutgoingEntry;

/**
 * A peer without a socket that reads when it is told to: frames leave at once, or wait until then.
 * Safe for use by any thread.
 */
public final class PacedSession extends CoreSession.Empty {
  private final List<String> arrived = new ArrayList<>();
  private final Deque<OutgoingEntry> underWay = new ArrayDeque<>();
  private boolean stopped;

  /** What writes to it. */
  public Outlet outlet() {
    return new Outlet(this, SocketLimits.standard());
  }

  @Override
  public void sendFrame(OutgoingEntry entry) {
    synchronized (this) {
      if (stopped) {
        underWay.add(entry);
        return;
      }
      arrived.add(entry.getFrame().getPayloadAsUTF8());
    }
    entry.getCallback().succeeded();
  }

  /** From now on nothing arrives. */
  public synchronized void stopReading() {
    stopped = true;
  }

  /** From now on everything arrives again, first what is under way. */
  public void readOn() {
    Callback next = start();
    while (next != null) {
      next.succeeded();
      next = more();
    }
  }

  private synchronized @org.jspecify.annotations.Nullable Callback start() {
    stopped = false;
    return more();
  }

  private synchronized @org.jspecify.annotations.Nullable Callback more() {
    OutgoingEntry entry = underWay.poll();
    if (entry == null) {
      return null;
    }
    arrived.add(entry.getFrame().getPayloadAsUTF8());
    return entry.getCallback();
  }

  /** What arrived since the last call, in order. */
  public synchronized List<String> takeArrived() {
    List<String> taken = List.copyOf(arrived);
    arrived.clear();
    return taken;
  }
}
