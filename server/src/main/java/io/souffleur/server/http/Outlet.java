package io.souffleur.server.http;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.jetty.ee11.websocket.jakarta.common.JakartaWebSocketSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to one socket: frames wait in a queue, one is under way at a time. For any thread; {@link
 * #send} never blocks. The queue is bounded by those who fill it: they look at {@link #backlog}, or
 * wait in {@link #awaitRoom}.
 */
public final class Outlet {
  private static final Logger LOG = LoggerFactory.getLogger(Outlet.class);

  private final Session session;
  private final SocketLimits limits;
  private final Deque<String> waiting = new ArrayDeque<>();
  private long backlog;
  private boolean underWay;
  private boolean writing;
  private long underWaySince;
  private long lastSent = System.nanoTime();
  private boolean closed;

  Outlet(Session session, SocketLimits limits) {
    this.session = session;
    this.limits = limits;
  }

  /** Queues a frame; dropped once the socket is closed. */
  public void send(String frame) {
    synchronized (this) {
      if (closed) {
        return;
      }
      waiting.add(frame);
      backlog += frame.length();
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

  /** Closes the socket; what still waits is dropped. Safe to call again. */
  public void close(CloseCode code, String reason) {
    if (!markClosed()) {
      return;
    }
    try {
      session.close(new CloseReason(CloseCodes.getCloseCode(code.number()), reason));
    } catch (IOException e) {
      LOG.debug("a socket could not be closed in order", e);
    }
  }

  /** Hangs up: for a peer that would not even read a close frame. */
  void abort(CloseCode code, String reason) {
    close(code, reason);
    if (session instanceof JakartaWebSocketSession jetty) {
      jetty.abort();
    }
  }

  /** Asks with a ping of the WebSocket protocol (RFC 6455, section 5.5.2). */
  void ping() {
    try {
      session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
      synchronized (this) {
        lastSent = System.nanoTime();
      }
    } catch (IOException | IllegalStateException e) {
      LOG.debug("a ping could not be sent", e);
    }
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
      synchronized (this) {
        frame = underWay || closed ? null : waiting.poll();
        if (frame == null) {
          writing = false;
          return;
        }
        underWay = true;
        underWaySince = System.nanoTime();
      }
      try {
        session.getAsyncRemote().sendText(frame, result -> sent(frame, result));
      } catch (IllegalStateException | IllegalArgumentException e) {
        LOG.debug("a frame could not be sent", e);
        markClosed();
      }
    }
  }

  private void sent(String frame, SendResult result) {
    synchronized (this) {
      underWay = false;
      lastSent = System.nanoTime();
      if (!closed) {
        backlog -= frame.length();
        if (backlog <= limits.queue()) {
          notifyAll();
        }
      }
      if (!result.isOK()) {
        LOG.debug("a frame was not sent", result.getException());
        markClosed();
      }
      if (writing || waiting.isEmpty()) {
        return;
      }
      writing = true;
    }
    write();
  }
}
