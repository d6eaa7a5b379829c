package io.souffleur.server.http;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.eclipse.jetty.ee11.websocket.jakarta.common.JakartaWebSocketSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open socket: hands frames to its peer, keeps its heart beating. Public because containers
 * take no other endpoints; only this package makes one.
 */
public final class Socket extends Endpoint {
  private static final Logger LOG = LoggerFactory.getLogger(Socket.class);

  private final Gate.Acceptor acceptor;
  private final SocketLimits limits;
  private final String path;
  private final Optional<Supplier<String>> ping;
  private final Sockets sockets;
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile long lastHeard = System.nanoTime();
  private volatile long pingedAt;
  private volatile boolean pinged;
  private @Nullable Outlet outlet;
  private @Nullable Peer peer;

  Socket(
      Gate.Acceptor acceptor,
      SocketLimits limits,
      String path,
      Optional<Supplier<String>> ping,
      Sockets sockets) {
    this.acceptor = acceptor;
    this.path = path;
    this.limits = limits;
    this.ping = ping;
    this.sockets = sockets;
  }

  @Override
  public void onOpen(Session session, EndpointConfig config) {
    // Longer than silence and pong together: only a peer whose heart this server no longer watches.
    session.setMaxIdleTimeout(3 * limits.silence().plus(limits.pong()).toMillis());
    Outlet opened = new Outlet(((JakartaWebSocketSession) session).getCoreSession(), limits);
    Peer met = acceptor.meet(opened);
    outlet = opened;
    peer = met;
    session.addMessageHandler(String.class, new TextFrames(limits.frame(), met, this::heard));
    session.addMessageHandler(
        ByteBuffer.class,
        (MessageHandler.Partial<ByteBuffer>)
            (part, last) -> {
              heard();
              if (last) {
                met.binary();
              }
            });
    session.addMessageHandler(
        PongMessage.class, (MessageHandler.Whole<PongMessage>) pong -> heard());
    sockets.add(this);
  }

  @Override
  public void onClose(Session session, CloseReason reason) {
    ended(reason.getCloseCode().getCode());
  }

  @Override
  public void onError(Session session, Throwable problem) {
    LOG.debug("a socket failed", problem);
    if (outlet == null) {
      return;
    }
    if (problem instanceof CharacterCodingException) {
      outlet.close(CloseCode.NOT_UTF8, "text must be UTF-8");
    } else {
      outlet.close(CloseCode.INTERNAL, "the server failed, nothing acknowledged is lost");
    }
  }

  /** Looks after the socket; called a few times a second. */
  void tick(long nanos) {
    Outlet out = outlet;
    if (out == null || peer == null) {
      return;
    }
    if (out.stuck(nanos)) {
      out.abort(CloseCode.TOO_SLOW, "frames are not read");
      ended(CloseCode.TOO_SLOW.number());
      return;
    }
    if (pinged) {
      if (nanos - pingedAt > limits.pong().toNanos()) {
        out.abort(CloseCode.NO_PONG, "no answer to a ping");
        ended(CloseCode.NO_PONG.number());
        return;
      }
    } else if (nanos - Math.min(lastHeard, out.lastSent()) > limits.silence().toNanos()) {
      pingedAt = nanos;
      pinged = true;
      ping.ifPresentOrElse(frame -> out.send(frame.get()), out::ping);
    }
    peer.tick(nanos);
  }

  String path() {
    return path;
  }

  void awaitTold(long end) throws InterruptedException {
    if (outlet != null) {
      outlet.awaitSent(end);
    }
  }

  void close(CloseCode code, String reason) {
    if (outlet != null) {
      outlet.close(code, reason);
    }
  }

  private void heard() {
    lastHeard = System.nanoTime();
    pinged = false;
  }

  private void ended(int code) {
    if (over.compareAndSet(false, true)) {
      sockets.remove(this, code);
      if (outlet != null) {
        outlet.markClosed();
      }
      if (peer != null) {
        peer.closed();
      }
    }
  }
}
