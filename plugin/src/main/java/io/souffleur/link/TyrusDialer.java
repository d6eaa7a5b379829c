package io.souffleur.link;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.client.ThreadPoolConfig;
import org.glassfish.tyrus.core.HandshakeException;

/** Reaches the server over WebSocket with Tyrus. */
final class TyrusDialer implements Line.Dialer {

  private static final String SUBPROTOCOL = "souffleur.channel.v1";

  /** Unauthorized and Forbidden (RFC 9110, sections 15.5.2 and 15.5.4). */
  private static final Set<Integer> KEY_REFUSED = Set.of(401, 403);

  /** The fewest Tyrus allows. */
  private static final int MOST_THREADS = 3;

  private final LinkSettings settings;

  TyrusDialer(LinkSettings settings) {
    this.settings = settings;
  }

  /**
   * A client for one line: it stops its threads when its last socket closes, and a new line that it
   * opened meanwhile would be left without.
   */
  private ClientManager client() {
    ClientManager client = ClientManager.createClient();
    Map<String, Object> properties = client.getProperties();
    properties.put(
        ClientProperties.HANDSHAKE_TIMEOUT, Math.toIntExact(settings.connectWithin().toMillis()));
    properties.put(
        ClientProperties.WORKER_THREAD_POOL_CONFIG,
        ThreadPoolConfig.defaultConfig()
            .setPoolName("souffleur-line")
            .setCorePoolSize(1)
            .setMaxPoolSize(MOST_THREADS)
            .setDaemon(true));
    return client;
  }

  @Override
  public Line dial(Line.Listener listener) throws IOException {
    ClientEndpointConfig config =
        ClientEndpointConfig.Builder.create()
            .preferredSubprotocols(List.of(SUBPROTOCOL))
            .configurator(
                new ClientEndpointConfig.Configurator() {
                  @Override
                  public void beforeRequest(Map<String, List<String>> headers) {
                    headers.put("Authorization", List.of("Bearer " + settings.key()));
                  }
                })
            .build();
    try {
      Session session = client().connectToServer(new Ear(listener), config, settings.server());
      return new TyrusLine(session, settings.connectWithin().toMillis());
    } catch (DeploymentException e) {
      OptionalInt status = status(e);
      if (status.isEmpty()) {
        throw new IOException(e.getMessage(), e);
      }
      throw KEY_REFUSED.contains(status.getAsInt())
          ? new KeyRefusedException(status.getAsInt(), e)
          : new IOException("the server answers HTTP " + status.getAsInt(), e);
    }
  }

  /** The status of the HTTP answer that was no upgrade; empty when there was no answer. */
  private static OptionalInt status(Throwable problem) {
    for (Throwable each = problem; each != null; each = each.getCause()) {
      if (each instanceof HandshakeException refusal) {
        return OptionalInt.of(refusal.getHttpStatusCode());
      }
    }
    return OptionalInt.empty();
  }

  /** Hears what comes over the line. */
  private static final class Ear extends Endpoint {

    private final Line.Listener listener;

    Ear(Line.Listener listener) {
      this.listener = listener;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
      session.addMessageHandler(
          String.class, (MessageHandler.Whole<String>) frame -> listener.received(frame));
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
      listener.closed(reason.getCloseCode().getCode(), String.valueOf(reason.getReasonPhrase()));
    }
  }

  /**
   * A line of Tyrus.
   *
   * @param sendWithin milliseconds after which a peer that takes nothing counts as lost
   */
  private record TyrusLine(Session session, long sendWithin) implements Line {

    @Override
    public void send(String frame) throws IOException {
      Future<Void> sending = session.getAsyncRemote().sendText(frame);
      try {
        sending.get(sendWithin, TimeUnit.MILLISECONDS);
      } catch (ExecutionException e) {
        throw new IOException(String.valueOf(e.getCause()), e);
      } catch (TimeoutException e) {
        throw new IOException("the server takes nothing for " + sendWithin + " ms", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }

    @Override
    public void close(int code, String reason) {
      try {
        session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code), reason));
      } catch (IOException | RuntimeException e) {
        System.getLogger("io.souffleur.link").log(System.Logger.Level.TRACE, "already closed", e);
      }
    }
  }
}
