package io.souffleur.server.languagetool;

import io.souffleur.server.core.cue.Misspelling;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.lane.Proofreader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A LanguageTool server of the house, asked over its HTTP API. Never waited for: a few drafts are
 * read at a time, some more wait, and when there are too many the oldest are not read; one that
 * takes too long is let go; a server that does not answer is left alone for a while. What stands in
 * a draft is never logged. Safe for use by any thread.
 */
public final class LanguageTool implements Proofreader {

  private static final Logger LOG = LoggerFactory.getLogger(LanguageTool.class);

  /** A French sentence takes about a second, an English one 50 ms. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  static final int AT_ONCE = 4;
  static final int WAITING = 32;

  /** Longer drafts are no chat; LanguageTool takes seconds for them. */
  private static final int LONGEST = 4_000;

  private static final int OK = 200;
  private static final int MOST_BYTES = 512 * 1024;

  /**
   * Style is the house's own matter, and spaces before a mark are written for by their keyboards.
   */
  private static final String NOT_ASKED_FOR =
      "STYLE,TYPOGRAPHY,CASING,REDUNDANCY,REPETITIONS_STYLE";

  private final URI check;
  private final String english;
  private final Duration patience;
  private final LongSupplier nanos;
  private final ExecutorService calls =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("languagetool-", 0).factory());
  private final ThreadPoolExecutor readers =
      new ThreadPoolExecutor(
          AT_ONCE,
          AT_ONCE,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          Thread.ofVirtual().name("proofreader-", 0).factory(),
          new ThreadPoolExecutor.DiscardOldestPolicy());
  private final HttpClient http;
  private final Breaker breaker = new Breaker();

  private LanguageTool(URI check, String english, Duration patience, LongSupplier nanos) {
    this.check = check;
    this.english = english;
    this.patience = patience;
    this.nanos = nanos;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .executor(calls)
            .build();
  }

  /**
   * A server, which need not be up yet.
   *
   * @param url such as {@code http://127.0.0.1:8081}
   * @param english how English words are spelt, such as {@code en-GB}
   */
  public static LanguageTool at(URI url, String english) {
    return at(url, english, PATIENCE, System::nanoTime);
  }

  static LanguageTool at(URI url, String english, Duration patience, LongSupplier nanos) {
    String base = url.toString();
    return new LanguageTool(
        URI.create((base.endsWith("/") ? base : base + "/") + "v2/check"),
        english,
        patience,
        nanos);
  }

  @Override
  public void read(String text, Language language, Consumer<List<Misspelling>> found) {
    if (text.isBlank() || text.length() > LONGEST) {
      return;
    }
    long asked = nanos.getAsLong();
    readers.execute(
        () -> {
          long now = nanos.getAsLong();
          if (now - asked > patience.toNanos() || !breaker.allows(now)) {
            return;
          }
          ask(text, language).ifPresent(found);
        });
  }

  /** Empty when it does not answer. */
  private Optional<List<Misspelling>> ask(String text, Language language) {
    try {
      List<Misspelling> errors = Errors.read(answer(text, language), text);
      if (breaker.succeeded()) {
        LOG.info("LanguageTool at {} answers again", check);
      }
      return Optional.of(errors);
    } catch (IOException e) {
      if (breaker.failed(nanos.getAsLong())) {
        LOG.warn(
            "LanguageTool at {} does not answer ({}); drafts are checked without it meanwhile",
            check,
            e.getClass().getSimpleName());
      }
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private byte[] answer(String text, Language language) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(check)
            .timeout(patience)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(form(text, language)))
            .build();
    HttpResponse<InputStream> response =
        http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      byte[] bytes =
          calls
              .submit(() -> body.readNBytes(MOST_BYTES + 1))
              .get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (response.statusCode() != OK || bytes.length > MOST_BYTES) {
        throw new IOException("status " + response.statusCode() + ", " + bytes.length + " bytes");
      }
      return bytes;
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the answer did not come whole", e);
    }
  }

  private String form(String text, Language language) {
    return "language="
        + variant(language)
        + "&disabledCategories="
        + NOT_ASKED_FOR
        + "&text="
        + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A plain {@code en} would find no spelling error at all. */
  private String variant(Language language) {
    return switch (language) {
      case FRENCH -> "fr";
      case ENGLISH -> english;
    };
  }

  /** Waits until no draft is being read or waits to be. */
  void awaitIdle() throws InterruptedException {
    CountDownLatch together = new CountDownLatch(AT_ONCE);
    for (int i = 0; i < AT_ONCE; i++) {
      readers.execute(
          () -> {
            together.countDown();
            try {
              together.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
    }
    together.await();
  }

  @Override
  public void close() {
    readers.shutdownNow();
    calls.shutdownNow();
    http.shutdownNow();
  }
}
