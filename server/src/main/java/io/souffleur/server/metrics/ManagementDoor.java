package io.souffleur.server.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.souffleur.server.config.Running;
import io.souffleur.server.http.AddressInUseException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/**
 * Answers who watches over the server: {@code /metrics}, {@code /health} and {@code /ready}. A
 * server of its own with two threads of its own: it answers when all others are busy.
 */
public final class ManagementDoor implements AutoCloseable {
  private static final int THREADS = 2;
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;
  private static final String PLAIN = "text/plain; charset=utf-8";

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS, task -> Thread.ofPlatform().daemon().name("management").unstarted(task));

  private ManagementDoor(HttpServer server) {
    this.server = server;
  }

  /**
   * Opens the door.
   *
   * @param ready whether the server can do its work now
   * @throws AddressInUseException when another program listens there
   * @throws IOException when it can't listen there for another reason
   */
  public static ManagementDoor open(
      Running.Management where, Figures figures, BooleanSupplier ready) throws IOException {
    HttpServer server;
    try {
      server = HttpServer.create(new InetSocketAddress(where.host(), where.port()), 0);
    } catch (BindException e) {
      throw new AddressInUseException(where.host(), where.port(), e);
    }
    ManagementDoor door = new ManagementDoor(server);
    server.setExecutor(door.threads);
    server.createContext(
        "/metrics",
        exchange ->
            answer(
                exchange,
                "/metrics",
                OK,
                "text/plain; version=0.0.4; charset=utf-8",
                figures.text()));
    server.createContext("/health", exchange -> answer(exchange, "/health", OK, PLAIN, "ok\n"));
    server.createContext(
        "/ready",
        exchange -> {
          boolean now = ready.getAsBoolean();
          answer(exchange, "/ready", now ? OK : UNAVAILABLE, PLAIN, now ? "ok\n" : "not ready\n");
        });
    server.start();
    return door;
  }

  private static void answer(
      HttpExchange exchange, String path, int status, String type, String text) throws IOException {
    try (exchange) {
      if (!exchange.getRequestURI().getPath().equals(path)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** The port it listens at. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
