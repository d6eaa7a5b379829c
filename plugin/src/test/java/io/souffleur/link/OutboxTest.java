package io.souffleur.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.wire.Author;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.EventKey;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxTest {

  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-22T14:00:00Z");

  private static Parcel message(String id, int bytes) {
    return new Parcel(
        new ChannelEvent.Message(
            new EventKey(id), new ConversationKey("c"), AT, Author.AGENT, "", 0, false),
        id,
        bytes);
  }

  private static Parcel typing(String id, int bytes) {
    return new Parcel(
        new ChannelEvent.Typing(new EventKey(id), new ConversationKey("c"), AT, Author.AGENT, true),
        id,
        bytes);
  }

  @Test
  void interim_events_make_room_oldest_first() {
    Outbox outbox = new Outbox(3, 100);
    outbox.offer(typing("t1", 10));
    outbox.offer(message("m1", 10));
    outbox.offer(typing("t2", 10));
    assertThat(outbox.offer(message("m2", 10))).isTrue();

    assertThat(drained(outbox)).containsExactly("m1", "t2", "m2");
    assertThat(outbox.droppedInterim()).isEqualTo(1);
  }

  @Test
  void a_newcomer_for_whom_no_room_can_be_made_costs_nobody_their_place() {
    Outbox outbox = new Outbox(10, 100);
    outbox.offer(message("m1", 60));
    outbox.offer(typing("t1", 10));
    assertThat(outbox.offer(message("m2", 50))).isFalse();

    assertThat(drained(outbox)).containsExactly("m1", "t1");
    assertThat(outbox.droppedKept()).isEqualTo(1);
    assertThat(outbox.droppedInterim()).isZero();
  }

  @Test
  void versions_of_a_message_are_answered_in_the_order_they_were_sent() {
    Outbox outbox = new Outbox(10, 100);
    Parcel first = message("m1", 1);
    Parcel edited = message("m1", 2);
    outbox.offer(first);
    outbox.offer(edited);
    drained(outbox);

    assertThat(outbox.answered(first.address())).contains(first);
    outbox.rewind();
    assertThat(outbox.next()).contains(edited);
  }

  @Test
  void a_line_that_is_lost_takes_interim_events_with_it() {
    Outbox outbox = new Outbox(10, 100);
    outbox.offer(message("m1", 10));
    drained(outbox);
    outbox.offer(typing("t1", 10));
    outbox.offer(message("m2", 10));
    outbox.rewind();

    assertThat(drained(outbox)).containsExactly("m1", "m2");
    assertThat(outbox.droppedInterim()).isEqualTo(1);
    assertThat(outbox.bytes()).isEqualTo(20);
  }

  private static List<String> drained(Outbox outbox) {
    List<String> frames = new ArrayList<>();
    for (Optional<Parcel> next = outbox.next(); next.isPresent(); next = outbox.next()) {
      frames.add(next.get().frame());
    }
    return frames;
  }

  /** The same promises, kept by walking through one list. */
  private static final class NaiveOutbox {

    private static final class Entry {
      private final Parcel parcel;
      private boolean sent;

      Entry(Parcel parcel) {
        this.parcel = parcel;
      }
    }

    private final int mostEvents;
    private final long mostBytes;
    private final List<Entry> entries = new ArrayList<>();
    private long droppedInterim;
    private long droppedKept;

    NaiveOutbox(int mostEvents, long mostBytes) {
      this.mostEvents = mostEvents;
      this.mostBytes = mostBytes;
    }

    boolean offer(Parcel parcel) {
      List<Entry> after = new ArrayList<>(entries);
      after.add(new Entry(parcel));
      int dropped = 0;
      while (after.size() > mostEvents || bytes(after) > mostBytes) {
        Optional<Entry> oldest =
            after.subList(0, after.size() - 1).stream().filter(e -> !e.parcel.kept()).findFirst();
        if (oldest.isEmpty()) {
          if (parcel.kept()) {
            droppedKept++;
          } else {
            droppedInterim++;
          }
          return false;
        }
        after.remove(oldest.get());
        dropped++;
      }
      droppedInterim += dropped;
      entries.clear();
      entries.addAll(after);
      return true;
    }

    Optional<Parcel> next() {
      Optional<Entry> first = entries.stream().filter(entry -> !entry.sent).findFirst();
      first.ifPresent(
          entry -> {
            entry.sent = true;
            if (!entry.parcel.kept()) {
              entries.remove(entry);
            }
          });
      return first.map(entry -> entry.parcel);
    }

    Optional<Parcel> answered(Parcel.Address address) {
      for (Entry entry : entries) {
        if (entry.sent && entry.parcel.address().equals(address)) {
          entries.remove(entry);
          return Optional.of(entry.parcel);
        }
      }
      return Optional.empty();
    }

    void rewind() {
      entries.removeIf(
          entry -> {
            droppedInterim += entry.parcel.kept() ? 0 : 1;
            return !entry.parcel.kept();
          });
      entries.forEach(entry -> entry.sent = false);
    }

    static long bytes(List<Entry> entries) {
      return entries.stream().mapToLong(entry -> entry.parcel.bytes()).sum();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatever_happens_it_does_what_a_plain_list_would(long seed) {
    Random random = new Random(seed);
    int mostEvents = 1 + random.nextInt(12);
    int mostBytes = 20 + random.nextInt(200);
    Outbox outbox = new Outbox(mostEvents, mostBytes);
    NaiveOutbox naive = new NaiveOutbox(mostEvents, mostBytes);
    for (int step = 0; step < 20_000; step++) {
      String what = "seed " + seed + ", step " + step;
      int choice = random.nextInt(100);
      String id = "e" + random.nextInt(6);
      int bytes = 1 + random.nextInt(40);
      if (choice < 35) {
        Parcel parcel = message(id, bytes);
        assertThat(outbox.offer(parcel)).as(what).isEqualTo(naive.offer(parcel));
      } else if (choice < 50) {
        Parcel parcel = typing(id, bytes);
        assertThat(outbox.offer(parcel)).as(what).isEqualTo(naive.offer(parcel));
      } else if (choice < 75) {
        assertThat(outbox.next()).as(what).isEqualTo(naive.next());
      } else if (choice < 98) {
        Parcel.Address address = message(id, 1).address();
        assertThat(outbox.answered(address)).as(what).isEqualTo(naive.answered(address));
      } else {
        outbox.rewind();
        naive.rewind();
      }
      assertThat(outbox.size()).as(what).isEqualTo(naive.entries.size());
      assertThat(outbox.bytes()).as(what).isEqualTo(NaiveOutbox.bytes(naive.entries));
      assertThat(outbox.bytes()).as(what).isLessThanOrEqualTo(mostBytes);
      assertThat(outbox.droppedInterim()).as(what).isEqualTo(naive.droppedInterim);
      assertThat(outbox.droppedKept()).as(what).isEqualTo(naive.droppedKept);
      assertThat(outbox.isEmpty()).as(what).isEqualTo(naive.entries.isEmpty());
    }
  }
}
