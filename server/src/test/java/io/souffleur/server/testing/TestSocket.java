package io.souffleur.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;

/** A real client at the other end of a socket; waits for frames with a limit. */
public final class TestSocket extends Endpoint implements AutoCloseable {
  private static final int LIMIT_S = 20;
  private static final int AN_HOUR_S = 3_600;
  private final BlockingDeque<String> frames = new LinkedBlockingDeque<>();
  private final CompletableFuture<CloseReason> closed = new CompletableFuture<>();
  private final Session session;

  private TestSocket(URI address, String subprotocol, Map<String, String> headers)
      throws DeploymentException, IOException {
    ClientEndpointConfig.Builder config = ClientEndpointConfig.Builder.create();
    if (!subprotocol.isEmpty()) {
      config.preferredSubprotocols(List.of(subprotocol));
    }
    config.configurator(
        new ClientEndpointConfig.Configurator() {
          @Override
          public void beforeRequest(Map<String, List<String>> sent) {
            headers.forEach((name, value) -> sent.put(name, List.of(value)));
          }
        });
    // One of its own: a client whose last socket closes stops its threads, also under a new socket.
    ClientManager client = ClientManager.createClient();
    client.getProperties().put(ClientProperties.SHARED_CONTAINER, true);
    client.getProperties().put(ClientProperties.SHARED_CONTAINER_IDLE_TIMEOUT, AN_HOUR_S);
    session = client.connectToServer(this, config.build(), address);
  }

  /** Opens a socket; fails when the server does not let it in. */
  public static TestSocket open(URI address, String subprotocol, Map<String, String> headers)
      throws DeploymentException, IOException {
    return new TestSocket(address, subprotocol, headers);
  }

  @Override
  public void onOpen(Session opened, EndpointConfig config) {
    opened.addMessageHandler(
        String.class, (MessageHandler.Whole<String>) frame -> frames.add(frame));
  }

  @Override
  public void onClose(Session over, CloseReason reason) {
    closed.complete(reason);
  }

  public void send(String frame) throws IOException {
    sending(() -> session.getBasicRemote().sendText(frame));
  }

  public void sendBinary(byte[] frame) throws IOException {
    sending(() -> session.getBasicRemote().sendBinary(ByteBuffer.wrap(frame)));
  }

  /** Sends a text in parts, as a fragmented message. */
  public void sendParts(String part, int times) throws IOException {
    for (int i = 1; i <= times; i++) {
      boolean last = i == times;
      sending(() -> session.getBasicRemote().sendText(part, last));
    }
  }

  private interface Sending {
    void send() throws IOException;
  }

  /** An answer may close the socket before the client has done what it does after sending. */
  private void sending(Sending what) throws IOException {
    try {
      what.send();
    } catch (RejectedExecutionException e) {
      if (session.isOpen()) {
        throw e;
      }
    }
  }

  /** The next frame that is not a ping. */
  public String next() throws InterruptedException {
    String frame;
    do {
      frame = any();
    } while (frame.startsWith("{\"type\":\"ping\""));
    return frame;
  }

  /** The next frame. */
  public String any() throws InterruptedException {
    String frame = frames.poll(LIMIT_S, TimeUnit.SECONDS);
    assertThat(frame).as("a frame within %s s", LIMIT_S).isNotNull();
    return frame == null ? "" : frame;
  }

  /** Waits for the first frame, and leaves it to be read. */
  TestSocket answered() throws InterruptedException {
    frames.putFirst(any());
    return this;
  }

  /** The next frame that contains {@code text}; those before it are dropped. */
  public String nextWith(String text) throws InterruptedException {
    String frame;
    do {
      frame = next();
    } while (!frame.contains(text));
    return frame;
  }

  /** The code with which the other end closes. */
  public int closeCode() throws Exception {
    return closed.get(LIMIT_S, TimeUnit.SECONDS).getCloseCode().getCode();
  }

  /** The reason with which the other end closes. */
  public String closeReason() throws Exception {
    return closed.get(LIMIT_S, TimeUnit.SECONDS).getReasonPhrase();
  }

  /** The frames that have come and were not looked at. */
  public List<String> rest() {
    List<String> rest = new ArrayList<>();
    frames.drainTo(rest);
    return rest;
  }

  public String subprotocol() {
    return session.getNegotiatedSubprotocol();
  }

  public boolean isOpen() {
    return session.isOpen();
  }

  @Override
  public void close() throws IOException {
    session.close();
  }
}
