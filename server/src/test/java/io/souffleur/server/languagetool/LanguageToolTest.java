package io.souffleur.server.languagetool;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.cue.Misspelling;
import io.souffleur.server.core.text.Language;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a server that answers as a real one did; see {@link RecordedServer}. */
class LanguageToolTest {

  private final AtomicLong now = new AtomicLong();
  private final RecordedServer server = RecordedServer.start();
  private final LanguageTool tool =
      LanguageTool.at(server.url(), "en-GB", Duration.ofSeconds(10), now::get);
  private final BlockingQueue<List<Misspelling>> found = new LinkedBlockingQueue<>();

  @AfterEach
  void stop() {
    tool.close();
    server.close();
  }

  private void read(String text, Language language) {
    tool.read(text, language, found::add);
  }

  private List<String> next() throws InterruptedException {
    List<Misspelling> errors = found.poll(10, TimeUnit.SECONDS);
    assertThat(errors).as("what was found within 10 s").isNotNull();
    return errors.stream().map(error -> error.text() + " → " + error.replacements()).toList();
  }

  @Test
  void a_french_draft_is_read_as_french() throws InterruptedException {
    read(RecordedServer.FRENCH, Language.FRENCH);
    assertThat(next())
        .containsExactly("envoi → [envoie]", "etiquette → [étiquette, étiqueté, étiquète]");
    assertThat(server.asked()).contains("language=fr&").contains("disabledCategories=STYLE");
  }

  @Test
  void an_english_draft_is_read_as_the_house_spells_it() throws InterruptedException {
    read(RecordedServer.ENGLISH, Language.ENGLISH);
    assertThat(next()).containsExactly("recieve → [receive, relieve]", "it’s → [its]");
    assertThat(server.asked()).contains("language=en-GB&");
  }

  @Test
  void where_nothing_is_wrong_that_is_told() throws InterruptedException {
    read("Bonjour.", Language.FRENCH);
    assertThat(next()).isEmpty();
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void a_server_that_fails_is_left_alone_until_its_rest_is_over() throws InterruptedException {
    server.fails(true);
    for (int i = 0; i < Breaker.FAILURES; i++) {
      read(RecordedServer.FRENCH, Language.FRENCH);
      tool.awaitIdle();
    }
    read(RecordedServer.FRENCH, Language.FRENCH);
    assertThat(server.requests()).isEqualTo(Breaker.FAILURES);
    server.fails(false);
    now.addAndGet(Breaker.FIRST_REST.toNanos());
    read(RecordedServer.FRENCH, Language.FRENCH);
    assertThat(next()).hasSize(2);
  }

  @Test
  void only_so_many_wait_to_be_read_and_the_newest_are() throws InterruptedException {
    CountDownLatch held = server.holds();
    for (int i = 0; i < LanguageTool.AT_ONCE; i++) {
      read(RecordedServer.FRENCH, Language.FRENCH);
    }
    server.awaitRequests(LanguageTool.AT_ONCE);
    for (int i = 0; i < LanguageTool.WAITING; i++) {
      read("Rien.", Language.FRENCH);
    }
    read(RecordedServer.ENGLISH, Language.ENGLISH);
    held.countDown();
    List<List<String>> told = new ArrayList<>();
    for (int i = 0; i < LanguageTool.AT_ONCE + LanguageTool.WAITING; i++) {
      told.add(next());
    }
    tool.awaitIdle();
    assertThat(told).filteredOn(errors -> errors.size() == 2).hasSize(LanguageTool.AT_ONCE + 1);
    assertThat(told)
        .anySatisfy(errors -> assertThat(errors).first().asString().startsWith("recieve"));
    assertThat(server.requests()).isEqualTo(LanguageTool.AT_ONCE + LanguageTool.WAITING);
  }

  @Test
  void a_draft_that_had_to_wait_for_too_long_is_not_read() throws InterruptedException {
    CountDownLatch held = server.holds();
    for (int i = 0; i < LanguageTool.AT_ONCE; i++) {
      read("Rien.", Language.FRENCH);
    }
    server.awaitRequests(LanguageTool.AT_ONCE);
    read(RecordedServer.FRENCH, Language.FRENCH);
    now.addAndGet(Duration.ofSeconds(10).toNanos() + 1);
    held.countDown();
    tool.awaitIdle();
    assertThat(server.requests()).isEqualTo(LanguageTool.AT_ONCE);
    assertThat(found).hasSize(LanguageTool.AT_ONCE).allMatch(List::isEmpty);
  }

  @Test
  void a_server_that_takes_too_long_is_not_waited_for() throws InterruptedException {
    server.holds();
    try (LanguageTool hasty =
        LanguageTool.at(server.url(), "en-GB", Duration.ofMillis(50), now::get)) {
      for (int i = 0; i < Breaker.FAILURES; i++) {
        hasty.read(RecordedServer.FRENCH, Language.FRENCH, found::add);
        hasty.awaitIdle();
      }
      hasty.read(RecordedServer.FRENCH, Language.FRENCH, found::add);
      hasty.awaitIdle();
    }
    assertThat(server.requests()).isEqualTo(Breaker.FAILURES);
    assertThat(found).isEmpty();
  }

  @Test
  void a_server_that_is_not_there_costs_nothing() throws InterruptedException {
    try (LanguageTool none = LanguageTool.at(URI.create("http://127.0.0.1:1"), "en-US")) {
      none.read(RecordedServer.FRENCH, Language.FRENCH, found::add);
      none.awaitIdle();
    }
    assertThat(found).isEmpty();
  }
}
