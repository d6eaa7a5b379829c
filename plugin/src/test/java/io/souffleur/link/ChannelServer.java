package io.souffleur.link;

import io.souffleur.wire.Ack;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.ChannelReply;
import io.souffleur.wire.ChannelRequest;
import io.souffleur.wire.Ping;
import io.souffleur.wire.Pong;
import io.souffleur.wire.RefusalCode;
import io.souffleur.wire.Refused;
import io.souffleur.wire.json.ChannelCodec;
import io.souffleur.wire.json.RefusalException;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A channel door on a real port that does as the test says: acknowledges, keeps silent, refuses,
 * cuts the line. Remembers what it took and in which order, each event once.
 */
final class ChannelServer {

  private static final int LIMIT_SECONDS = 20;

  private final Server server;
  private final ServerConnector connector;
  private final BlockingQueue<ChannelRequest> received = new LinkedBlockingQueue<>();
  private final BlockingQueue<Session> opened = new LinkedBlockingQueue<>();
  private final List<Map<String, List<String>>> handshakes = new CopyOnWriteArrayList<>();
  private final AtomicInteger turnedAway = new AtomicInteger();
  private final Set<String> taken = new LinkedHashSet<>();

  /** The HTTP status that is answered instead of an upgrade; 0: none. */
  private volatile int turningAwayWith;

  /** What is answered to an event; null: nothing. */
  private volatile Function<ChannelEvent, List<ChannelReply>> answers = ChannelServer::ack;

  ChannelServer() throws Exception {
    this(0);
  }

  ChannelServer(int port) throws Exception {
    QueuedThreadPool threads = new QueuedThreadPool(12, 2);
    server = new Server(threads);
    connector = new ServerConnector(server, 1, 1);
    connector.setPort(port);
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/");
    server.setHandler(new Porter(context));
    ServerEndpointConfig config =
        ServerEndpointConfig.Builder.create(Door.class, "/v1/channel")
            .subprotocols(List.of("souffleur.channel.v1"))
            .configurator(new Configurator())
            .build();
    JakartaWebSocketServletContainerInitializer.configure(
        context, (servlet, container) -> container.addEndpoint(config));
    server.start();
  }

  /** From now on who calls gets this HTTP status instead of a line; 0: a line. */
  void turningAwayWith(int status) {
    turningAwayWith = status;
  }

  /** How many callers got no line. */
  int turnedAway() {
    return turnedAway.get();
  }

  static List<ChannelReply> ack(ChannelEvent event) {
    return event.kept() ? List.of(new Ack(event.id(), event.conversation(), 1)) : List.of();
  }

  static List<ChannelReply> silence(ChannelEvent event) {
    return List.of();
  }

  static List<ChannelReply> busy(ChannelEvent event) {
    return refusal(event, RefusalCode.BUSY);
  }

  static List<ChannelReply> refusal(ChannelEvent event, RefusalCode code) {
    return List.of(Refused.of(event.id(), event.conversation(), code, "as the test says"));
  }

  void answering(Function<ChannelEvent, List<ChannelReply>> answers) {
    this.answers = answers;
  }

  int port() {
    return connector.getLocalPort();
  }

  URI address() {
    return URI.create("ws://127.0.0.1:" + port() + "/v1/channel");
  }

  /** The next frame that came; fails when none comes. */
  ChannelRequest next() throws InterruptedException {
    ChannelRequest request = received.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    if (request == null) {
      throw new AssertionError("nothing came within " + LIMIT_SECONDS + " s");
    }
    return request;
  }

  /** The ids of the next events that came. */
  List<String> nextIds(int count) throws InterruptedException {
    List<String> ids = new ArrayList<>();
    while (ids.size() < count) {
      if (next() instanceof ChannelEvent event) {
        ids.add(event.id().value());
      }
    }
    return ids;
  }

  /** The next line that was opened; fails when none is. */
  Session nextLine() throws InterruptedException {
    Session session = opened.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    if (session == null) {
      throw new AssertionError("nobody called within " + LIMIT_SECONDS + " s");
    }
    return session;
  }

  /** Everything that came, each id once, in the order in which it first came. */
  List<String> taken() {
    synchronized (taken) {
      return List.copyOf(taken);
    }
  }

  Map<String, List<String>> lastHandshake() {
    return handshakes.getLast();
  }

  int handshakes() {
    return handshakes.size();
  }

  /** Cuts every line without a word. */
  void cut() {
    for (EndPoint line : connector.getConnectedEndPoints()) {
      line.close(new IOException("cut by the test"));
    }
  }

  static void ping(Session session) throws IOException {
    session.getBasicRemote().sendText(ChannelCodec.encode(new Ping(Instant.EPOCH)));
  }

  static void hangUp(Session session, int code) throws IOException {
    hangUp(session, code, "as the test says");
  }

  static void hangUp(Session session, int code, String reason) throws IOException {
    session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code), reason));
  }

  void close() throws Exception {
    server.stop();
  }

  private void take(Session session, String frame) {
    try {
      ChannelRequest request = ChannelCodec.decodeRequest(frame);
      List<ChannelReply> replies = List.of();
      if (request instanceof ChannelEvent event) {
        synchronized (taken) {
          taken.add(event.id().value());
        }
        replies = answers.apply(event);
      } else if (!(request instanceof Pong)) {
        throw new AssertionError(request);
      }
      for (ChannelReply reply : replies) {
        session.getBasicRemote().sendText(ChannelCodec.encode(reply));
      }
      received.add(request);
    } catch (RefusalException | IOException e) {
      throw new IllegalStateException(frame, e);
    }
  }

  /** Turns callers away before they come to the door. */
  private final class Porter extends Handler.Wrapper {

    Porter(Handler door) {
      super(door);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      int status = turningAwayWith;
      if (status == 0) {
        return super.handle(request, response, callback);
      }
      turnedAway.incrementAndGet();
      response.getHeaders().put("WWW-Authenticate", "Bearer");
      Response.writeError(request, response, callback, status);
      return true;
    }
  }

  /** One line. */
  public final class Door extends Endpoint {

    @Override
    public void onOpen(Session session, EndpointConfig config) {
      session.addMessageHandler(
          String.class, (MessageHandler.Whole<String>) frame -> take(session, frame));
      opened.add(session);
    }

    @Override
    public void onError(Session session, Throwable cause) {
      // A line that is cut ends with an error: that is what these tests are about.
    }
  }

  private final class Configurator extends ServerEndpointConfig.Configurator {

    @Override
    public <T> T getEndpointInstance(Class<T> type) {
      return type.cast(new Door());
    }

    @Override
    public void modifyHandshake(
        ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
      handshakes.add(Map.copyOf(request.getHeaders()));
    }
  }
}
