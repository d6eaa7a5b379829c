package io.souffleur.server.openid;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The line to the provider. An answer comes whole and within a time and a size, or not at all;
 * nobody is sent on to another address. Safe for use by any thread.
 */
final class Line implements ResourceRetriever, AutoCloseable {
  private static final int MOST_BYTES = 512 * 1024;
  private static final int OK = 200;

  private final Duration patience;
  private final ExecutorService calls =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("open-id-", 0).factory());
  private final HttpClient http;

  Line(Duration patience) {
    this.patience = patience;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(calls)
            .build();
  }

  /** What came back. */
  record Answer(int status, String body) {
    boolean ok() {
      return status == OK;
    }
  }

  /**
   * Asks, and waits for the whole answer.
   *
   * @throws IOException when none came in time; says why, and nothing of what was asked
   */
  Answer ask(HttpRequest request) throws IOException {
    Future<Answer> answer = calls.submit(() -> answer(request));
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause()), e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("no answer within " + patience.toMillis() + " ms", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", e);
    } finally {
      answer.cancel(true);
    }
  }

  private Answer answer(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      byte[] bytes = body.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IOException("an answer of more than " + MOST_BYTES + " bytes");
      }
      return new Answer(response.statusCode(), new String(bytes, StandardCharsets.UTF_8));
    }
  }

  /** A document that is there for everybody. */
  String document(URI address) throws IOException {
    Answer answer =
        ask(HttpRequest.newBuilder(address).header("Accept", "application/json").build());
    if (!answer.ok()) {
      throw new IOException("status " + answer.status());
    }
    return answer.body();
  }

  @Override
  public Resource retrieveResource(URL url) throws IOException {
    return new Resource(document(URI.create(url.toString())), "application/json");
  }

  @Override
  public void close() {
    http.shutdownNow();
    calls.shutdownNow();
  }
}
