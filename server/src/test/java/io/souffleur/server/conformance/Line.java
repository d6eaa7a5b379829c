package io.souffleur.server.conformance;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An open socket of a peer of another maker. What comes is told by threads of the peer. */
abstract class Line {
  private static final int PATIENCE_S = 20;

  private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> pongs = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();

  final void heard(String text) {
    texts.add(text);
  }

  final void ponged(String payload) {
    pongs.add(payload);
  }

  final void ended(int code) {
    closed.complete(code);
  }

  abstract String subprotocol();

  abstract void send(String text) throws Exception;

  abstract void sendBinary(byte[] bytes) throws Exception;

  /** One text in two fragments. */
  abstract void sendParts(String first, String second) throws Exception;

  abstract void sendPing(String payload) throws Exception;

  abstract void sendClose(int code) throws Exception;

  /** The next text that is no heartbeat. */
  final String next() throws Exception {
    String text = texts.poll(PATIENCE_S, TimeUnit.SECONDS);
    if (text == null) {
      throw new IOException("nothing came; closed: " + closed);
    }
    return text.startsWith("{\"type\":\"ping\"") ? next() : text;
  }

  /** The next text that begins so; others before it are passed over. */
  final String nextOf(String type) throws Exception {
    String text = next();
    while (!text.startsWith("{\"type\":\"" + type + "\"")) {
      text = next();
    }
    return text;
  }

  /** The payload of the next pong. */
  final String pong() throws InterruptedException {
    return String.valueOf(pongs.poll(PATIENCE_S, TimeUnit.SECONDS));
  }

  /** Waits until it is closed; with which code, as the peer sees it. */
  final int closeCode() throws Exception {
    return closed.get(PATIENCE_S, TimeUnit.SECONDS);
  }
}
