package io.souffleur.server.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to one socket: frames wait in a queue, one is under way at a time, and those that wait
 * together leave together, in one write. For any thread; {@link #send} never blocks. The queue is
 * bounded by those who fill it: they look at {@link #backlog}, or wait in {@link #awaitRoom}.
 *
 * <p>Writes to Jetty's own session: Jakarta's would block in a ping, a close or a flush.
 */
public final class Outlet {
  private static final Logger LOG = LoggerFactory.getLogger(Outlet.class);

  private final CoreSession session;
  private final SocketLimits limits;
  private final Deque<String> waiting = new ArrayDeque<>();
  private long backlog;
  private boolean underWay;
  private boolean writing;
  private long underWaySince;
  private long lastSent = System.nanoTime();
  private boolean closed;

  Outlet(CoreSession session, SocketLimits limits) {
    this.session = session;
    this.limits = limits;
  }

  /** Queues a frame; dropped once the socket is closed. */
  public void send(String frame) {
    send(List.of(frame));
  }

  /** Queues frames, in order; dropped once the socket is closed. */
  public void send(List<String> frames) {
    synchronized (this) {
      if (closed) {
        return;
      }
      for (String frame : frames) {
        waiting.add(frame);
        backlog += frame.length();
      }
      if (underWay || writing) {
        return;
      }
      writing = true;
    }
    write();
  }

  /** How many characters wait to leave. */
  public synchronized long backlog() {
    return backlog;
  }

  /** Waits until there is room again in the queue, or the socket is closed. */
  public synchronized void awaitRoom() throws InterruptedException {
    while (backlog > limits.queue() && !closed) {
      wait();
    }
  }

  /** Waits until nothing is left to send, the socket is closed, or {@code end} has come. */
  synchronized void awaitSent(long end) throws InterruptedException {
    while (backlog > 0 && !closed) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        return;
      }
      wait(left);
    }
  }

  /** Closes the socket; what still waits is dropped. Safe to call again. */
  public void close(CloseCode code, String reason) {
    if (!markClosed()) {
      return;
    }
    session.close(code.number(), reason, orLog("a socket could not be closed in order"));
  }

  /** Hangs up: for a peer that would not even read a close frame. */
  void abort(CloseCode code, String reason) {
    close(code, reason);
    session.abort();
  }

  /** Asks with a ping of the WebSocket protocol (RFC 6455, section 5.5.2). */
  void ping() {
    synchronized (this) {
      lastSent = System.nanoTime();
    }
    session.sendFrame(new Frame(OpCode.PING), orLog("a ping was not sent"), false);
  }

  /** Whether one frame has been under way for too long. */
  synchronized boolean stuck(long nanos) {
    return underWay && !closed && nanos - underWaySince > limits.stuck().toNanos();
  }

  synchronized long lastSent() {
    return lastSent;
  }

  /** Marks the socket as closed; whether it was open until now. */
  synchronized boolean markClosed() {
    if (closed) {
      return false;
    }
    closed = true;
    waiting.clear();
    backlog = 0;
    notifyAll();
    return true;
  }

  /**
   * Hands frames over until one of them stays under way. Only the thread that set {@code writing}.
   */
  private void write() {
    while (true) {
      String frame;
      boolean more;
      synchronized (this) {
        frame = underWay || closed ? null : waiting.poll();
        if (frame == null) {
          writing = false;
          return;
        }
        more = !waiting.isEmpty();
        underWay = true;
        underWaySince = System.nanoTime();
      }
      hand(frame, more);
    }
  }

  /** The session keeps back what has {@code more} behind it, as far as its buffer goes. */
  private void hand(String frame, boolean more) {
    session.sendFrame(
        new Frame(OpCode.TEXT).setPayload(frame),
        Callback.from(() -> sent(frame), this::failed),
        more);
  }

  private static Callback orLog(String trouble) {
    return Callback.from(() -> {}, problem -> LOG.debug(trouble, problem));
  }

  private void failed(Throwable problem) {
    LOG.debug("a frame was not sent", problem);
    synchronized (this) {
      underWay = false;
    }
    markClosed();
  }

  private void sent(String frame) {
    synchronized (this) {
      underWay = false;
      lastSent = System.nanoTime();
      if (!closed) {
        backlog -= frame.length();
        if (backlog <= limits.queue()) {
          notifyAll();
        }
      }
      if (writing || waiting.isEmpty()) {
        return;
      }
      writing = true;
    }
    write();
  }
}
