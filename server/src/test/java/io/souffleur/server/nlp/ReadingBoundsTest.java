package io.souffleur.server.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Reading;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingBoundsTest {

  private static final CueReader READER = CueReader.shipped();

  private static final String[] PIECES = {
    "Bonjour",
    "merci",
    "au revoir",
    "hello",
    "thanks",
    "bye",
    "I'm",
    "sorry",
    "😊",
    "👩‍👩‍👧",
    "e\u0301",
    "É",
    "\u202Eשלום\u202C",
    "مرحبا",
    "œuvre",
    "ﬁn",
    "İ",
    "ı",
    "Camille",
    "Petit",
    "C’est",
    "inadmissible",
    "!!!",
    "?",
    ".",
    ",",
    "«",
    "»",
    "\"",
    "\n",
    "\u00a0",
    "{{name}}",
    "[NOM]",
    "5",
    "min",
    "patientez",
    "\uD83D",
    "\uDE00",
    "\u0000",
    "ne",
    "marche",
    "pas",
    "bonjouuur",
    "okthanks",
    "…",
    ":)",
    "http://a.b/c",
    "a@b.fr",
    "-",
    "_",
    "%x%"
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "😊😊 Bonjour Camille",
        "e\u0301te\u0301 : Bonjour Camille",
        "\u202Eשלום\u202C Bonjour Camille",
        "👩‍👩‍👧‍👦 ﬁ\u00AD Bonjour Camille"
      })
  void what_stands_before_a_cue_does_not_move_it(String text) {
    assertThat(cue(text, CueName.GREETING).text()).isEqualTo("Bonjour");
    assertThat(cue(text, CueName.CUSTOMER_NAME).text()).isEqualTo("Camille");
  }

  @Test
  void accents_typed_apart_belong_to_the_span() {
    assertThat(cue("À bientôt".replace("ô", "o\u0302"), CueName.FAREWELL).text())
        .isEqualTo("À biento\u0302t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "?", "a", "😊", "\uD83D", "\n", "É", "«", "1"})
  void the_shortest_texts_are_read(String text) {
    assertThat(READER.read(text, Contexts.of(Author.CUSTOMER)).cues()).hasSizeLessThan(2);
  }

  @Test
  void a_text_of_16_KiB_is_read_to_its_end() {
    String text = "bla merci ne marche pas, ".repeat(16 * 1024 / 25) + "Au revoir";
    List<Cue> cues = READER.read(text, Contexts.of(Author.CUSTOMER)).cues();
    assertThat(cues.getLast().text()).isEqualTo("Au revoir");
    assertThat(cues.getLast().span().end()).isEqualTo(text.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "1 ",
        "a@",
        "tu ",
        "€",
        "12 € ",
        "FR76 ",
        "vingt ",
        "0612345678 ",
        "password: ",
        "je vous rappelle demain avant 15 h "
      })
  void the_time_to_read_a_text_grows_with_its_length_and_no_faster(String piece) {
    long some = timeToRead(piece.repeat(2048 / piece.length()));
    long eightTimes = timeToRead(piece.repeat(16 * 1024 / piece.length()));
    assertThat(eightTimes).isLessThan(Math.max(32 * some, 20_000_000));
  }

  /** The shortest time of a few, of this thread alone, in nanoseconds. */
  private static long timeToRead(String text) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long shortest = Long.MAX_VALUE;
    for (int i = 0; i < 8; i++) {
      long before = threads.getCurrentThreadCpuTime();
      READER.read(text, Contexts.of(Author.AGENT));
      shortest = Math.min(shortest, threads.getCurrentThreadCpuTime() - before);
    }
    return shortest;
  }

  @ParameterizedTest
  @EnumSource(Author.class)
  void spans_always_point_at_their_characters(Author author) {
    Random random = new Random(20261122);
    for (int i = 0; i < 2000; i++) {
      String text = text(random);
      List<Cue> cues = READER.read(text, Contexts.of(author)).cues();
      for (int k = 0; k < cues.size(); k++) {
        Cue cue = cues.get(k);
        assertThat(cue.span().of(text)).as(text).isEqualTo(cue.text());
        assertThat(cue.text()).as(text).isNotEmpty();
        assertThat(cue.name().canBeShownBy(author)).isTrue();
        if (k > 0) {
          assertThat(cues.get(k - 1).span()).as(text).isLessThanOrEqualTo(cue.span());
        }
      }
    }
  }

  @Test
  void many_threads_read_what_one_reads() throws Exception {
    Random random = new Random(7);
    List<String> texts = new ArrayList<>();
    List<Reading> alone = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      texts.add(text(random));
      alone.add(READER.read(texts.get(i), Contexts.of(Author.AGENT)));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<List<Reading>>> together = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        together.add(
            threads.submit(
                () ->
                    texts.stream()
                        .map(text -> READER.read(text, Contexts.of(Author.AGENT)))
                        .toList()));
      }
      for (Future<List<Reading>> one : together) {
        assertThat(one.get(60, TimeUnit.SECONDS)).isEqualTo(alone);
      }
    }
  }

  private static Cue cue(String text, CueName name) {
    return READER.read(text, Contexts.of(Author.AGENT)).cues().stream()
        .filter(cue -> cue.name() == name)
        .findFirst()
        .orElseThrow();
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(20);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
      text.append(random.nextInt(4) == 0 ? "" : " ");
    }
    return text.toString();
  }
}
