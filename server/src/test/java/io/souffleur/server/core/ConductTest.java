package io.souffleur.server.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Speech;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.text.SpokenWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConductTest {

  private static final String EXPLAINS = "my parcel has been lost and nobody tells me anything";
  private static final String CUTS_IN = "yes but you have to look at the address";

  private Conduct conduct = Conduct.none();

  /** Somebody spoke from one second of the call to another; what it shows, with its value. */
  private List<String> says(Author author, double from, double to, String text) {
    Speech speech = new Speech(at(from), at(to), SpokenWords.in(text));
    List<Cue> cues = author == Author.AGENT ? conduct.cues(speech, text) : List.of();
    conduct = conduct.after(author, speech);
    return cues.stream().map(cue -> cue.name().wireName() + " " + cue.value().orElse("")).toList();
  }

  private List<String> customer(double from, double to, String text) {
    return says(Author.CUSTOMER, from, to, text);
  }

  private List<String> agent(double from, double to, String text) {
    return says(Author.AGENT, from, to, text);
  }

  private static Duration at(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1_000));
  }

  private static String words(int count) {
    return "so ".repeat(count).strip();
  }

  @Test
  void an_agent_who_begins_while_the_customer_speaks_interrupts() {
    customer(0, 6, EXPLAINS);
    assertThat(agent(5, 8, CUTS_IN)).containsExactly("interruption PT1S");
  }

  @Test
  void an_agent_who_waits_does_not() {
    customer(0, 6, EXPLAINS);
    assertThat(agent(6, 9, CUTS_IN)).isEmpty();
    customer(9, 12, EXPLAINS);
    assertThat(agent(11.4, 14, CUTS_IN)).as("people take turns like this").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mm-hm", "d’accord", "oui oui", "I see", "euh, d’accord, euh", "um"})
  void who_shows_listening_interrupts_nobody(String backChannel) {
    customer(0, 6, EXPLAINS);
    assertThat(agent(2, 5, backChannel)).isEmpty();
  }

  @Test
  void who_begins_at_the_same_time_only_speaks_over_the_other() {
    customer(0, 4, EXPLAINS);
    assertThat(agent(0.2, 4, CUTS_IN)).containsExactly("talk-over PT3.8S");
  }

  @Test
  void a_customer_who_breaks_in_is_not_interrupted() {
    customer(3, 6, EXPLAINS);
    assertThat(agent(0, 4, CUTS_IN)).isEmpty();
  }

  @Test
  void what_both_said_at_once_adds_up_over_utterances() {
    customer(0, 5, EXPLAINS);
    customer(5.2, 8, EXPLAINS);
    assertThat(agent(4.5, 7, CUTS_IN)).containsExactly("talk-over PT2.3S");
    assertThat(agent(7, 10, CUTS_IN)).containsExactly("interruption PT1S");
  }

  @Test
  void words_a_minute_are_counted_while_the_agent_speaks_and_not_in_pauses() {
    assertThat(agent(0, 6, words(30))).as("too little to tell").isEmpty();
    assertThat(agent(15, 21, words(30))).containsExactly("fast-speech 300");
    assertThat(agent(60, 70, words(30))).as("180 words a minute").isEmpty();
  }

  @Test
  void fillers_are_no_words() {
    assertThat(agent(0, 12, "euh ".repeat(30) + words(36))).isEmpty();
    assertThat(SpokenWords.in("euh… l’agence, um, c’est à 10 h -")).isEqualTo(5);
  }

  @Test
  void an_edited_utterance_is_not_counted_twice() {
    assertThat(agent(0, 10, words(50))).containsExactly("fast-speech 300");
    assertThat(agent(0, 10, words(35))).isEmpty();
  }

  @Test
  void another_agent_starts_anew() {
    agent(0, 10, words(50));
    conduct = conduct.handedOver();
    assertThat(agent(12, 20, words(20))).isEmpty();
  }

  @Test
  void all_words_of_the_utterance_are_the_evidence() {
    customer(0, 6, EXPLAINS);
    Cue cue = conduct.cues(new Speech(at(4), at(7), 3), "  wait a moment ").getFirst();
    assertThat(cue.text()).isEqualTo("wait a moment");
    assertThat(cue.span().start()).isEqualTo(2);
    assertThat(conduct.cues(new Speech(at(4), at(7), 3), "  ")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-1,0,0", "2,1,0", "0,1,-1"})
  void speech_that_cant_be_is_refused(long start, long end, int words) {
    assertThatThrownBy(() -> new Speech(Duration.ofMillis(start), Duration.ofMillis(end), words))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Counts every hundredth of a second by itself. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void what_both_said_at_once_is_what_a_naive_count_finds(long seed) {
    Random random = new Random(seed);
    boolean[] customerSpeaks = new boolean[60_000];
    int now = 0;
    for (int i = 0; i < 60; i++) {
      int from = now + random.nextInt(200);
      int to = from + 50 + random.nextInt(400);
      if (random.nextBoolean()) {
        Arrays.fill(customerSpeaks, from, to, true);
        customer(from / 100.0, to / 100.0, EXPLAINS);
        now = to;
      } else {
        int begin = Math.max(0, from - random.nextInt(300));
        List<String> expected = new ArrayList<>();
        int both = 0;
        for (int t = begin; t < to; t++) {
          both += customerSpeaks[t] ? 1 : 0;
        }
        if (both >= 150) {
          expected.add("talk-over " + Duration.ofMillis(both * 10L));
        }
        assertThat(agent(begin / 100.0, to / 100.0, words(4)))
            .filteredOn(cue -> cue.startsWith("talk-over"))
            .isEqualTo(expected);
        now = Math.max(now, to - 100);
      }
    }
  }
}
