package io.souffleur.server.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The WebSocket that comes with Node, in a process of its own. */
final class NodePeer implements Peer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PATIENCE_S = 20;

  private final Process process;
  private final Writer orders;
  private final Map<Integer, NodeLine> lines = new ConcurrentHashMap<>();
  private final AtomicInteger number = new AtomicInteger();

  private NodePeer(Process process) {
    this.process = process;
    this.orders = process.outputWriter(StandardCharsets.UTF_8);
    Thread.ofVirtual().start(this::read);
  }

  static NodePeer start() throws IOException {
    return new NodePeer(
        new ProcessBuilder(
                "node",
                "--experimental-websocket",
                "--no-warnings",
                "src/test/websocket-peer/peer.mjs")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  @Override
  public String name() {
    return "Node";
  }

  @Override
  public boolean frames() {
    return false;
  }

  @Override
  public Line open(URI address, String subprotocol, Map<String, String> headers) throws Exception {
    NodeLine line = new NodeLine(number.incrementAndGet());
    lines.put(line.number, line);
    order(
        Map.of(
            "do",
            "open",
            "line",
            line.number,
            "address",
            address.toString(),
            "subprotocol",
            subprotocol,
            "headers",
            headers));
    line.opened.get(PATIENCE_S, TimeUnit.SECONDS);
    return line;
  }

  private void read() {
    try (BufferedReader told = process.inputReader(StandardCharsets.UTF_8)) {
      for (String one = told.readLine(); one != null; one = told.readLine()) {
        JsonNode what = JSON.readTree(one);
        NodeLine line = lines.get(what.path("line").asInt());
        if (line == null) {
          throw new IOException("nobody asked for " + one);
        }
        if (what.has("open")) {
          line.opened.complete(what.path("open").asText());
        } else if (what.has("text")) {
          line.heard(what.path("text").asText());
        } else if (what.has("failed")) {
          line.opened.completeExceptionally(new IOException("not let in"));
        } else {
          line.ended(what.path("closed").asInt());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void order(Map<String, Object> what) throws IOException {
    orders.write(JSON.writeValueAsString(what) + "\n");
    orders.flush();
  }

  /** Ends when its standard input does. */
  @Override
  public void close() {
    try {
      orders.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    process.onExit().join();
  }

  private final class NodeLine extends Line {
    private final int number;
    private final CompletableFuture<String> opened = new CompletableFuture<>();

    private NodeLine(int number) {
      this.number = number;
    }

    @Override
    String subprotocol() {
      return opened.join();
    }

    @Override
    void send(String text) throws IOException {
      order(Map.of("do", "text", "line", number, "text", text));
    }

    @Override
    void sendBinary(byte[] bytes) throws IOException {
      order(
          Map.of(
              "do", "binary", "line", number, "base64", Base64.getEncoder().encodeToString(bytes)));
    }

    @Override
    void sendParts(String first, String second) {
      throw new UnsupportedOperationException("Node’s WebSocket sends whole messages");
    }

    @Override
    void sendPing(String payload) {
      throw new UnsupportedOperationException("Node’s WebSocket sends no pings");
    }

    @Override
    void sendClose(int code) throws IOException {
      order(Map.of("do", "close", "line", number, "code", code));
    }
  }
}
