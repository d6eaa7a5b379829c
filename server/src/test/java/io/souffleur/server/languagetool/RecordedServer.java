package io.souffleur.server.languagetool;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers {@code /v2/check} with what LanguageTool 6.8 answered for two drafts, {@code
 * languagetool/fr.json} and {@code en.json}; finds nothing in any other text.
 */
public final class RecordedServer implements AutoCloseable {

  public static final String FRENCH = "Je vous envoi l’etiquette demain.";
  public static final String ENGLISH = "You will recieve it, the parcels are on it’s way.";

  private static final int LIMIT_S = 20;

  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore came = new Semaphore(0);
  private final AtomicInteger requests = new AtomicInteger();
  private volatile String asked = "";
  private volatile boolean fails;
  private volatile CountDownLatch held = new CountDownLatch(0);

  private RecordedServer(HttpServer server) {
    this.server = server;
    server.createContext("/v2/check", this::check);
    server.setExecutor(executor);
    server.start();
  }

  public static RecordedServer start() {
    try {
      return new RecordedServer(
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What was asked last, as it came but for the text. */
  String asked() {
    return asked;
  }

  /** Waits until that many requests have come. */
  public void awaitRequests(int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      assertThat(came.tryAcquire(LIMIT_S, TimeUnit.SECONDS)).as("request %s", i + 1).isTrue();
    }
  }

  public int requests() {
    return requests.get();
  }

  public void fails(boolean now) {
    fails = now;
  }

  /** Answers nothing until that is counted down. */
  public CountDownLatch holds() {
    held = new CountDownLatch(1);
    return held;
  }

  private void check(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean failing = fails;
      requests.incrementAndGet();
      came.release();
      String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      int text = form.indexOf("&text=");
      asked = form.substring(0, text);
      held.await();
      byte[] answer = answer(URLDecoder.decode(form.substring(text + 6), StandardCharsets.UTF_8));
      exchange.sendResponseHeaders(failing ? 500 : 200, answer.length);
      exchange.getResponseBody().write(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] answer(String text) throws IOException {
    String recorded = text.equals(FRENCH) ? "fr" : text.equals(ENGLISH) ? "en" : "nothing";
    try (InputStream in =
        RecordedServer.class.getResourceAsStream("/languagetool/" + recorded + ".json")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  @Override
  public void close() {
    held.countDown();
    server.stop(0);
    executor.shutdownNow();
  }
}
