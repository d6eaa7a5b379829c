package io.souffleur.server.conformance;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The client that comes with the JDK. */
final class JdkPeer implements Peer {
  private final HttpClient client = HttpClient.newHttpClient();

  @Override
  public String name() {
    return "java.net.http";
  }

  @Override
  public boolean frames() {
    return true;
  }

  @Override
  public Line open(URI address, String subprotocol, Map<String, String> headers) {
    WebSocket.Builder builder = client.newWebSocketBuilder().subprotocols(subprotocol);
    headers.forEach(builder::header);
    JdkLine line = new JdkLine();
    line.socket = builder.buildAsync(address, line.listener()).join();
    return line;
  }

  @Override
  public void close() {
    client.close();
  }

  private static final class JdkLine extends Line {
    private @Nullable WebSocket socket;

    private WebSocket.Listener listener() {
      return new WebSocket.Listener() {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(
            WebSocket from, CharSequence part, boolean last) {
          text.append(part);
          if (last) {
            heard(text.toString());
            text.setLength(0);
          }
          from.request(1);
          return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer payload) {
          ponged(StandardCharsets.UTF_8.decode(payload).toString());
          from.request(1);
          return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
          ended(code);
          return null;
        }
      };
    }

    private WebSocket open() {
      return java.util.Objects.requireNonNull(socket);
    }

    @Override
    String subprotocol() {
      return open().getSubprotocol();
    }

    @Override
    void send(String text) {
      open().sendText(text, true).join();
    }

    @Override
    void sendBinary(byte[] bytes) {
      open().sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    @Override
    void sendParts(String first, String second) {
      open().sendText(first, false).join();
      open().sendText(second, true).join();
    }

    @Override
    void sendPing(String payload) {
      open().sendPing(StandardCharsets.UTF_8.encode(payload)).join();
    }

    @Override
    void sendClose(int code) {
      open().sendClose(code, "").join();
    }
  }
}
