package io.souffleur.server.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.contract.Talk;
import io.souffleur.server.contract.TestHouse;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.MemoryJournal;
import io.souffleur.server.journal.Wordless;
import io.souffleur.server.redaction.Redactor;
import io.souffleur.server.snapshot.MemorySnapshots;
import io.souffleur.wire.Ack;
import io.souffleur.wire.Author;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskAction;
import io.souffleur.wire.DeskReply;
import io.souffleur.wire.EventKey;
import io.souffleur.wire.RefusalCode;
import io.souffleur.wire.SurveyKind;
import io.souffleur.wire.json.UpdateCodec;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A house that keeps no word of what is written coaches as any other, also after a restart. */
class WordlessTest {

  private static final Discretion NO_WORDS =
      new Discretion(
          Redactor.ofCards(),
          nothing -> false,
          nothing -> false,
          new Words(false, text -> Integer.toHexString(text.hashCode())));

  private static final Talk TALK = new Talk("a");

  private final MemoryJournal journal = new MemoryJournal();
  private final MemorySnapshots snapshots = new MemorySnapshots();
  private final LaneDriver lanes = new LaneDriver(journal, snapshots, NO_WORDS);

  @AfterEach
  void close() {
    lanes.close();
  }

  private List<Entry> kept() {
    return journal.read(new ConversationId("a"));
  }

  @ParameterizedTest
  @ValueSource(longs = {61, 62, 63, 64, 65, 66, 67, 68, 69, 70})
  void what_is_shown_is_what_is_shown_where_words_are_kept(long seed) throws Exception {
    List<ChannelEvent> events = RandomTalk.of(seed, LaneDriver.START, 4, 15);
    Random random = new Random(seed);
    Map<Integer, Integer> crashes = new HashMap<>();
    for (int place : random.ints(3, 1, events.size()).toArray()) {
      crashes.put(place, Math.max(-1, place - 1 - random.nextInt(12)));
    }
    MemoryJournal with = new MemoryJournal();
    MemoryJournal without = new MemoryJournal();
    RestartTest.Seen kept = RestartTest.run(events, Map.of(), with, Discretion.standard());
    RestartTest.Seen gone = RestartTest.run(events, crashes, without, NO_WORDS);
    assertThat(gone.last()).isEqualTo(kept.last());
    gone.updates()
        .forEach(
            (conversation, updates) ->
                updates.forEach(
                    (seq, update) ->
                        assertThat(update)
                            .as("%s, update %s, seed %s", conversation, seq, seed)
                            .isEqualTo(
                                withoutQuotes(String.valueOf(kept.of(conversation).get(seq))))));
    for (String conversation : kept.last().keySet()) {
      ConversationId id = new ConversationId(conversation);
      assertThat(without.read(id))
          .hasSameSizeAs(with.read(id))
          .filteredOn(entry -> entry.kind().equals("message"))
          .allSatisfy(entry -> assertThat(entry.body()).contains("\"text\":\"\""))
          .allSatisfy(entry -> assertThat(entry.wordless()).isPresent());
      List<Entry> forgotten = Forgetting.of(with.read(id), TestHouse.coaching());
      assertThat(forgotten)
          .usingElementComparator((one, other) -> one.body().compareTo(other.body()))
          .isEqualTo(without.read(id));
      assertThat(Retelling.of(forgotten, TestHouse.coaching()))
          .isEqualTo(Retelling.of(without.read(id), TestHouse.coaching()));
      assertThat(Forgetting.of(forgotten, TestHouse.coaching())).isEqualTo(forgotten);
      assertThat(Retelling.of(without.read(id), TestHouse.coaching()).stream().map(this::told))
          .isEqualTo(
              Retelling.of(with.read(id), TestHouse.coaching()).stream()
                  .map(update -> withoutQuotes(told(update)))
                  .toList());
    }
  }

  private String told(CoachingUpdate update) {
    return UpdateCodec.encode(update);
  }

  /** The characters that show a cue are the one thing that is missing. */
  private static String withoutQuotes(String update) {
    return update.contains("\"type\":\"cues\"")
        ? update.replaceAll("\"text\":\"[^\"]*\"", "\"text\":\"\"")
        : update;
  }

  @Test
  void the_same_again_is_the_same_and_other_words_are_a_conflict() throws Exception {
    LaneDriver.acked(lanes.tell(TALK.starts(lanes.now())));
    ChannelEvent message = TALK.customer("m", lanes.now(), "greeting");
    assertThat(LaneDriver.acked(lanes.tell(message))).isEqualTo(2);
    ChannelEvent other = TALK.customer("m", lanes.now(), "question");
    for (int i = 0; i < 2; i++) {
      assertThat(LaneDriver.acked(lanes.tell(message))).isEqualTo(2);
      assertThat(LaneDriver.refused(lanes.tell(other))).isEqualTo(RefusalCode.CONFLICT);
      lanes.restart();
    }
    assertThat(kept().getLast().wordless().map(Wordless::mark).orElse("")).isNotEmpty();
  }

  @Test
  void the_same_words_elsewhere_have_another_mark() throws Exception {
    LaneDriver.acked(lanes.tell(TALK.starts(lanes.now())));
    LaneDriver.acked(lanes.tell(TALK.customer("m1", lanes.now(), "greeting")));
    LaneDriver.acked(lanes.tell(TALK.customer("m2", lanes.now(), "greeting")));
    assertThat(kept().stream().flatMap(entry -> entry.wordless().stream()).map(Wordless::mark))
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void an_edit_takes_the_place_of_what_it_mends() throws Exception {
    LaneDriver.acked(lanes.tell(TALK.starts(lanes.now())));
    LaneDriver.acked(lanes.tell(TALK.agent("m", lanes.now(), "jargon:plain")));
    assertThat(state("jargon")).isEqualTo("MISSED");
    lanes.restart();
    ChannelEvent edit =
        new ChannelEvent.Message(
            new EventKey("m"),
            new ConversationKey("a"),
            lanes.now().atOffset(ZoneOffset.UTC),
            Author.AGENT,
            "greeting",
            1,
            false);
    assertThat(LaneDriver.acked(lanes.tell(edit))).isEqualTo(3);
    assertThat(state("jargon")).isNotEqualTo("MISSED");
    String mended = state("jargon");
    lanes.restart();
    assertThat(state("jargon")).isEqualTo(mended);
    assertThat(LaneDriver.acked(lanes.tell(edit))).isEqualTo(3);
  }

  private String state(String item) throws InterruptedException {
    return lanes.watch("a").snapshots().getFirst().items().stream()
        .filter(one -> one.item().equals(item))
        .map(one -> one.state().name())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void who_asks_for_a_message_is_told_that_it_is_not_kept() throws Exception {
    LaneDriver.acked(lanes.tell(TALK.starts(lanes.now())));
    LaneDriver.acked(lanes.tell(TALK.customer("m", lanes.now(), "greeting")));
    assertThat(lanes.lanes().message(new ConversationKey("a"), new EventKey("m")))
        .isInstanceOfSatisfying(
            DeskReply.MessageShown.class,
            shown -> {
              assertThat(shown.forgotten()).isTrue();
              assertThat(shown.text()).isEmpty();
              assertThat(shown.author()).isEqualTo(Author.CUSTOMER);
            });
  }

  @Test
  void comments_are_let_go_of_at_the_door() throws Exception {
    LaneDriver.acked(lanes.tell(TALK.starts(lanes.now())));
    DeskAction contested = contested();
    DeskAction wrong =
        new DeskAction.HintWrong(
            new ConversationKey("a"), "h1", Optional.of("zorblaxine"), new EventKey("y"));
    LaneDriver.acked(lanes.tell(contested));
    LaneDriver.acked(lanes.tell(wrong));
    assertThat(lanes.tell(contested).get()).isEqualTo(kept(2, "x"));
    LaneDriver.acked(lanes.tell(TALK.ends("e", lanes.now())));
    LaneDriver.acked(
        lanes.tell(
            new ChannelEvent.SurveyAnswered(
                new EventKey("s"),
                new ConversationKey("a"),
                lanes.now().atOffset(ZoneOffset.UTC),
                SurveyKind.CSAT,
                1,
                OptionalInt.empty(),
                Optional.of("zorblaxine"))));
    assertThat(kept()).hasSize(5).extracting(Entry::body).noneMatch(one -> one.contains("zorb"));
    assertThat(lanes.watch("a").snapshots().getFirst().toString()).doesNotContain("zorb");
  }

  private static Receipt kept(long position, String key) {
    return new Receipt.Kept(new Ack(new EventKey(key), new ConversationKey("a"), position));
  }

  @Test
  void what_can_not_be_read_stays_so_after_a_restart() throws Exception {
    LaneDriver.acked(lanes.tell(TALK.starts(lanes.now())));
    LaneDriver.acked(lanes.tell(TALK.customer("m", lanes.now(), "boom")));
    assertThat(kept().getLast().wordless().orElseThrow().gist()).isEmpty();
    assertThat(lanes.watch("a").refusals()).isNotEmpty();
    lanes.restart();
    assertThat(lanes.watch("a").refusals()).isNotEmpty();
  }

  @Test
  void of_what_is_over_nothing_is_taken_while_it_is_written_anew() throws Exception {
    AtomicBoolean closed = new AtomicBoolean();
    Discretion writingAnew =
        new Discretion(Redactor.ofCards(), nothing -> false, any -> closed.get(), Words.KEPT);
    try (LaneDriver house =
        new LaneDriver(new MemoryJournal(), new MemorySnapshots(), writingAnew)) {
      LaneDriver.acked(house.tell(TALK.starts(house.now())));
      closed.set(true);
      LaneDriver.acked(house.tell(TALK.ends("e", house.now())));
      assertThat(LaneDriver.refused(house.tell(contested()))).isEqualTo(RefusalCode.BUSY);
      closed.set(false);
      assertThat(LaneDriver.acked(house.tell(contested()))).isEqualTo(3);
    }
  }

  private static DeskAction contested() {
    return new DeskAction.ItemContested(
        new ConversationKey("a"), "greeting", Optional.of("zorblaxine"), new EventKey("x"));
  }

  @Test
  void what_was_kept_before_stays_what_it_was() throws Exception {
    MemoryJournal mixed = new MemoryJournal();
    ChannelEvent first = TALK.customer("m1", LaneDriver.START, "greeting");
    try (LaneDriver keeping = new LaneDriver(mixed)) {
      LaneDriver.acked(keeping.tell(TALK.starts(keeping.now())));
      LaneDriver.acked(keeping.tell(first));
    }
    try (LaneDriver changed = new LaneDriver(mixed, new MemorySnapshots(), NO_WORDS)) {
      assertThat(LaneDriver.acked(changed.tell(first))).isEqualTo(2);
      LaneDriver.acked(changed.tell(TALK.customer("m2", changed.now(), "question")));
    }
    List<Entry> entries = mixed.read(new ConversationId("a"));
    assertThat(entries.get(1).body()).contains("\"text\":\"greeting\"");
    assertThat(entries.get(2).body()).contains("\"text\":\"\"");
  }
}
