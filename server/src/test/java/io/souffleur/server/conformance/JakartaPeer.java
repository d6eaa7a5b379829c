package io.souffleur.server.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.WebSocketContainer;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.jspecify.annotations.Nullable;

/** A client behind Jakarta’s interface. */
final class JakartaPeer implements Peer {
  private static final int AN_HOUR_S = 3_600;
  private static final int LARGEST = 1 << 20;

  private final String name;
  private final WebSocketContainer container;

  private JakartaPeer(String name, WebSocketContainer container) {
    this.name = name;
    this.container = container;
    container.setDefaultMaxTextMessageBufferSize(LARGEST);
  }

  /** That of the Java client of this project. */
  static JakartaPeer tyrus() {
    ClientManager client = ClientManager.createClient();
    client.getProperties().put(ClientProperties.SHARED_CONTAINER, true);
    client.getProperties().put(ClientProperties.SHARED_CONTAINER_IDLE_TIMEOUT, AN_HOUR_S);
    return new JakartaPeer("Tyrus", client);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean frames() {
    return true;
  }

  @Override
  public Line open(URI address, String subprotocol, Map<String, String> headers) throws Exception {
    ClientEndpointConfig config =
        ClientEndpointConfig.Builder.create()
            .preferredSubprotocols(List.of(subprotocol))
            .configurator(
                new ClientEndpointConfig.Configurator() {
                  @Override
                  public void beforeRequest(Map<String, List<String>> sent) {
                    headers.forEach((header, value) -> sent.put(header, List.of(value)));
                  }
                })
            .build();
    JakartaLine line = new JakartaLine();
    line.session = container.connectToServer(line.endpoint(), config, address);
    return line;
  }

  @Override
  public void close() {}

  private static final class JakartaLine extends Line {
    private @Nullable Session session;

    private Endpoint endpoint() {
      return new Endpoint() {
        @Override
        public void onOpen(Session opened, EndpointConfig config) {
          opened.addMessageHandler(
              String.class, (MessageHandler.Whole<String>) text -> heard(text));
          opened.addMessageHandler(
              PongMessage.class,
              (MessageHandler.Whole<PongMessage>)
                  pong ->
                      ponged(StandardCharsets.UTF_8.decode(pong.getApplicationData()).toString()));
        }

        @Override
        public void onClose(Session over, CloseReason reason) {
          ended(reason.getCloseCode().getCode());
        }
      };
    }

    private Session open() {
      return Objects.requireNonNull(session);
    }

    @Override
    String subprotocol() {
      return open().getNegotiatedSubprotocol();
    }

    @Override
    void send(String text) throws Exception {
      try {
        open().getBasicRemote().sendText(text);
      } catch (RejectedExecutionException e) {
        // Tyrus sets its timer anew once the text has left, and may find that the answer closed
        // all.
        assertThat(open().isOpen()).isFalse();
      }
    }

    @Override
    void sendBinary(byte[] bytes) throws Exception {
      open().getBasicRemote().sendBinary(ByteBuffer.wrap(bytes));
    }

    @Override
    void sendParts(String first, String second) throws Exception {
      open().getBasicRemote().sendText(first, false);
      open().getBasicRemote().sendText(second, true);
    }

    @Override
    void sendPing(String payload) throws Exception {
      open().getBasicRemote().sendPing(StandardCharsets.UTF_8.encode(payload));
    }

    @Override
    void sendClose(int code) throws Exception {
      open().close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code), ""));
    }
  }
}
