package io.souffleur.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.ChannelName;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.cue.Sighting;
import io.souffleur.server.core.text.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every journal promises, whatever it is stored in. */
abstract class JournalContract {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456789Z");

  private Journal journal;

  /** Opens the same, at first empty, store again and again. */
  abstract Journal open() throws Exception;

  @BeforeEach
  final void openFirst() throws Exception {
    journal = open();
  }

  @AfterEach
  final void closeLast() {
    journal.close();
  }

  /** The one that is open. */
  final Journal journal() {
    return journal;
  }

  static Entry entry(String conversation, long position, String key, int revision, String kind) {
    return new Entry(
        new ConversationId(conversation),
        position,
        Origin.CHANNEL,
        key,
        revision,
        kind,
        NOON.plusSeconds(position),
        "{\"text\":\"Ça va ? 👩‍💻 \u202Eabc\"}");
  }

  private static Entry message(String conversation, long position) {
    return entry(conversation, position, "k" + position, 0, "message");
  }

  private CompletableFuture<Outcome> append(Entry entry) {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    journal.append(entry, outcome::complete);
    return outcome;
  }

  private void handOver(Entry entry) {
    journal.append(entry, outcome -> {});
  }

  private Outcome appended(Entry entry) throws Exception {
    return append(entry).get(10, TimeUnit.SECONDS);
  }

  @Test
  void what_was_appended_is_read_back_as_it_was() throws Exception {
    Entry started = entry("a", 1, "s", 0, Entry.STARTED);
    Entry message = message("a", 2);
    assertThat(appended(started)).isEqualTo(Outcome.DURABLE);
    assertThat(appended(message)).isEqualTo(Outcome.DURABLE);
    assertThat(journal.read(new ConversationId("a"))).containsExactly(started, message);
    assertThat(journal.read(new ConversationId("b"))).isEmpty();
  }

  @Test
  void who_told_a_message_and_what_was_seen_in_it_is_kept_with_it() throws Exception {
    Entry message = message("a", 1);
    Entry seen =
        new Entry(
            message.conversation(),
            message.position(),
            message.origin(),
            new ChannelName("web-chat"),
            message.key(),
            message.revision(),
            message.kind(),
            message.handled(),
            message.body(),
            List.of(new Sighting(CueName.WRONG_NAME, new Span(0, 2), 0.95, Optional.of("ça va"))));
    assertThat(appended(seen)).isEqualTo(Outcome.DURABLE);
    assertThat(journal.read(new ConversationId("a"))).containsExactly(seen);
  }

  @Test
  void of_many_conversations_the_rest_is_read_at_once_each_from_a_place_of_its_own()
      throws Exception {
    Map<ConversationId, Long> asked = new HashMap<>();
    for (int i = 0; i < 3; i++) {
      for (long position = 1; position <= 4; position++) {
        appended(message("it's \"" + i, position));
      }
    }
    asked.put(new ConversationId("it's \"0"), 4L);
    asked.put(new ConversationId("it's \"1"), 3L);
    asked.put(new ConversationId("never heard of"), 1L);
    for (int i = 0; i < 6_000; i++) {
      asked.put(new ConversationId("nobody " + i), 1L);
    }
    Map<String, List<Entry>> rest =
        journal.from(asked).stream()
            .collect(Collectors.groupingBy(entry -> entry.conversation().key()));
    assertThat(rest)
        .isEqualTo(
            Map.of(
                "it's \"0", List.of(message("it's \"0", 4)),
                "it's \"1", List.of(message("it's \"1", 3), message("it's \"1", 4))));
    assertThat(journal.from(Map.of())).isEmpty();
    Map<String, List<Entry>> later = new HashMap<>();
    journal
        .openedLater(asked)
        .forEach((conversation, entries) -> later.put(conversation.key(), entries.get()));
    assertThat(later).isEqualTo(rest);
  }

  @Test
  void of_many_conversations_entries_of_some_kinds_are_read_at_once() throws Exception {
    List<ConversationId> asked = new ArrayList<>();
    for (String conversation : List.of("it's \"0", "b", "c")) {
      appended(entry(conversation, 1, "s", 0, Entry.STARTED));
      appended(message(conversation, 2));
      appended(entry(conversation, 3, "e", 0, Entry.ENDED));
    }
    for (int i = 0; i < 6_000; i++) {
      asked.add(new ConversationId("nobody " + i));
    }
    asked.add(new ConversationId("it's \"0"));
    asked.add(new ConversationId("b"));
    assertThat(journal.ofKinds(asked, Set.of(Entry.STARTED, Entry.ENDED, "never.heard.of")))
        .containsExactlyInAnyOrder(
            entry("it's \"0", 1, "s", 0, Entry.STARTED),
            entry("it's \"0", 3, "e", 0, Entry.ENDED),
            entry("b", 1, "s", 0, Entry.STARTED),
            entry("b", 3, "e", 0, Entry.ENDED));
    assertThat(journal.ofKinds(List.of(), Set.of(Entry.STARTED))).isEmpty();
  }

  @Test
  void entries_survive_closing_and_opening() throws Exception {
    handOver(entry("a", 1, "s", 0, Entry.STARTED));
    journal.close();
    journal = open();
    assertThat(journal.read(new ConversationId("a"))).hasSize(1);
    assertThat(appended(message("a", 2))).isEqualTo(Outcome.DURABLE);
  }

  @Test
  void outcomes_of_a_conversation_are_told_in_the_order_of_handing_over() throws Exception {
    int many = 2_000;
    Map<Integer, List<Integer>> told = new ConcurrentHashMap<>();
    AtomicInteger left = new AtomicInteger(many);
    CompletableFuture<Outcome> last = new CompletableFuture<>();
    for (int i = 0; i < many; i++) {
      int number = i;
      journal.append(
          message("c" + i % 7, 1 + i / 7),
          outcome -> {
            told.computeIfAbsent(number % 7, key -> new ArrayList<>()).add(number);
            if (left.decrementAndGet() == 0) {
              last.complete(outcome);
            }
          });
    }
    assertThat(last.get(30, TimeUnit.SECONDS)).isEqualTo(Outcome.DURABLE);
    assertThat(told).hasSize(7);
    told.values().forEach(numbers -> assertThat(numbers).isSorted());
  }

  @Test
  void an_entry_is_found_by_its_key_with_every_revision() throws Exception {
    Entry first = entry("a", 1, "m", 0, "message");
    Entry edit = entry("a", 2, "m", 3, "message");
    handOver(first);
    handOver(entry("b", 1, "m", 0, "message"));
    assertThat(appended(edit)).isEqualTo(Outcome.DURABLE);
    ConversationId a = new ConversationId("a");
    assertThat(journal.find(a, Origin.CHANNEL, "m")).containsExactly(first, edit);
    assertThat(journal.find(a, Origin.CHANNEL, "other")).isEmpty();
    assertThat(journal.find(a, Origin.DESK, "m")).isEmpty();
  }

  @Test
  void live_are_those_that_started_and_did_not_end() throws Exception {
    handOver(entry("open", 1, "s", 0, Entry.STARTED));
    handOver(entry("over", 1, "s", 0, Entry.STARTED));
    handOver(message("open", 2));
    assertThat(appended(entry("over", 2, "e", 0, Entry.ENDED))).isEqualTo(Outcome.DURABLE);
    assertThat(journal.live()).containsExactly(new ConversationId("open"));
  }

  @Test
  void a_position_or_key_that_is_taken_clashes_and_harms_nobody_else() throws Exception {
    handOver(message("a", 1));
    CompletableFuture<Outcome> samePosition = append(entry("a", 1, "other", 0, "message"));
    CompletableFuture<Outcome> neighbour = append(message("b", 1));
    assertThat(neighbour.get(10, TimeUnit.SECONDS)).isEqualTo(Outcome.DURABLE);
    assertThat(samePosition.get(10, TimeUnit.SECONDS)).isEqualTo(Outcome.CLASH);
    assertThat(appended(entry("b", 2, "k1", 0, "message"))).isEqualTo(Outcome.CLASH);
    assertThat(journal.ready()).isTrue();
    assertThat(journal.read(new ConversationId("b"))).hasSize(1);
  }

  @Test
  void a_conversation_does_not_start_twice() throws Exception {
    handOver(entry("a", 1, "s", 0, Entry.STARTED));
    assertThat(appended(entry("a", 2, "t", 0, Entry.STARTED))).isEqualTo(Outcome.CLASH);
  }

  @Test
  void what_is_erased_is_gone_and_nothing_else_is() throws Exception {
    handOver(entry("a", 1, "s", 0, Entry.STARTED));
    Entry other = entry("b", 1, "s", 0, Entry.STARTED);
    handOver(other);
    assertThat(appended(note("a", 2, "commitment.left-2"))).isEqualTo(Outcome.DURABLE);
    erase(journal, "a");
    assertThat(journal.read(new ConversationId("a"))).isEmpty();
    assertThat(journal.noted(NOON, any -> true)).isEmpty();
    assertThat(journal.live()).containsExactly(new ConversationId("b"));
    assertThat(journal.read(new ConversationId("b"))).containsExactly(other);
    assertThat(appended(message("b", 2))).isEqualTo(Outcome.DURABLE);
    journal.close();
    journal = open();
    assertThat(journal.read(new ConversationId("a"))).isEmpty();
  }

  @Test
  void conversations_that_ended_long_ago_are_found_the_oldest_first() throws Exception {
    for (String conversation : List.of("a", "b", "c", "open")) {
      handOver(entry(conversation, 1, "s", 0, Entry.STARTED));
    }
    handOver(message("c", 2));
    assertThat(appended(entry("c", 3, "e", 0, Entry.ENDED))).isEqualTo(Outcome.DURABLE);
    handOver(message("b", 2));
    handOver(message("b", 3));
    assertThat(appended(entry("b", 4, "e", 0, Entry.ENDED))).isEqualTo(Outcome.DURABLE);
    assertThat(appended(entry("a", 2, "e", 0, Entry.ENDED))).isEqualTo(Outcome.DURABLE);
    assertThat(journal.endedBefore(NOON.plusSeconds(4), 5))
        .containsExactly(new ConversationId("a"), new ConversationId("c"));
    assertThat(journal.endedBefore(NOON.plusSeconds(4), 1)).hasSize(1);
    assertThat(journal.endedBefore(NOON, 5)).isEmpty();
  }

  @Test
  void what_is_written_anew_is_in_the_place_of_what_was() throws Exception {
    for (String conversation : List.of("a", "b", "open")) {
      handOver(entry(conversation, 1, "s", 0, Entry.STARTED));
    }
    handOver(message("a", 2));
    Entry end = entry("a", 3, "e", 0, Entry.ENDED);
    handOver(end);
    assertThat(appended(entry("b", 2, "e", 0, Entry.ENDED))).isEqualTo(Outcome.DURABLE);
    assertThat(journal.wordedBefore(NOON.plusSeconds(10), 5))
        .containsExactly(new ConversationId("b"), new ConversationId("a"));
    assertThat(journal.wordedBefore(NOON.plusSeconds(10), 1)).hasSize(1);
    assertThat(journal.wordedBefore(end.handled(), 5)).containsExactly(new ConversationId("b"));
    Wordless nothing = Wordless.NOTHING;
    List<Entry> anew =
        journal.read(new ConversationId("a")).stream()
            .map(one -> one.with("{\"text\":\"\"}", List.of(), Optional.of(nothing)))
            .toList();
    journal.rewrite(anew);
    journal.scrub();
    assertThat(journal.read(new ConversationId("a"))).isEqualTo(anew);
    assertThat(journal.wordedBefore(NOON.plusSeconds(10), 5))
        .containsExactly(new ConversationId("b"));
    assertThat(appended(entry("a", 4, "v", 0, "survey.answered"))).isEqualTo(Outcome.DURABLE);
    assertThat(journal.wordedBefore(NOON.plusSeconds(10), 5))
        .containsExactly(new ConversationId("b"), new ConversationId("a"));
    journal.close();
    journal = open();
    assertThat(journal.read(new ConversationId("a"))).startsWith(anew.toArray(Entry[]::new));
    assertThat(journal.read(new ConversationId("b"))).hasSize(2);
  }

  /** How this kind of journal erases a conversation. */
  void erase(Journal from, String conversation) {
    from.erase(List.of(new ConversationId(conversation)));
  }

  @Test
  void what_the_server_noted_is_found_in_the_order_it_was_kept() throws Exception {
    appended(entry("a", 1, "s", 0, Entry.STARTED));
    Entry first = note("b", 2, "commitment.left-2");
    Entry second = note("a", 2, "commitment.left-2");
    Entry early = note("a", 1_000, "commitment.left-1000");
    appended(entry("b", 1, "s", 0, Entry.STARTED));
    appended(first);
    appended(second);
    assertThat(journal.noted(NOON, any -> true)).containsExactly(first, second);
    assertThat(journal.noted(early.handled(), any -> true)).isEmpty();
    assertThat(journal.noted(NOON, note -> note.conversation().equals(second.conversation())))
        .containsExactly(second);
    journal.close();
    journal = open();
    assertThat(journal.noted(NOON, any -> true)).containsExactly(first, second);
  }

  private static Entry note(String conversation, long position, String key) {
    Entry entry = entry(conversation, position, key, 0, "commitment.left");
    return new Entry(
        entry.conversation(),
        position,
        Origin.SERVER,
        key,
        0,
        entry.kind(),
        entry.handled(),
        entry.body());
  }
}
