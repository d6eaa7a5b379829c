package io.souffleur.server.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.wire.Author;
import io.souffleur.wire.ChannelEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomBookTest {
  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-22T14:01:00.123456+01:00");

  @TempDir private Path folder;
  private RoomBook book;
  private Room room;

  @BeforeEach
  void a_conversation_is_kept() {
    book = RoomBook.in(folder.resolve("chat.jsonl"));
    Person camille = new Person(Optional.of("c-1"), "Camille", Optional.of("Durand"));
    room = new Room("demo-1", camille, "fr", Optional.of("Cafetière fêlée"));
    book.opened(room);
    say(Author.CUSTOMER, "Bonjour,\nça va \"mal\" 🌿", Optional.of("k1"));
    say(Author.AGENT, "Bonjour Camille.", Optional.empty());
  }

  private void say(Author author, String text, Optional<String> key) {
    room.add(author, DemoChat.nameOf(author, room), text, AT, key)
        .ifPresent(message -> book.said(room, message));
  }

  private Room readAgain() {
    Map<String, Room> rooms = RoomBook.in(folder.resolve("chat.jsonl")).read();
    assertThat(rooms).containsOnlyKeys("demo-1");
    return Objects.requireNonNull(rooms.get("demo-1"));
  }

  @Test
  void a_room_is_read_as_it_was_left() {
    Room again = readAgain();
    assertThat(again.messages()).isEqualTo(room.messages());
    assertThat(again.customer()).isEqualTo(room.customer());
    assertThat(again.language()).isEqualTo("fr");
    assertThat(again.subject()).isEqualTo(room.subject());
    assertThat(again.ended()).isFalse();
  }

  @Test
  void a_closed_room_stays_closed() {
    book.ended(room, AT);
    assertThat(readAgain().endedAt()).contains(AT);
  }

  @Test
  void a_repeated_message_is_still_known_by_its_key() {
    assertThat(readAgain().find(Author.CUSTOMER, "k1")).isPresent();
  }

  @Test
  void a_line_cut_short_is_passed_over() throws IOException {
    Files.writeString(
        folder.resolve("chat.jsonl"), "{\"what\":\"said\",\"ro", UTF_8, StandardOpenOption.APPEND);
    assertThat(readAgain().messages()).hasSize(2);
  }

  @Test
  void a_chat_that_starts_again_tells_the_same_events_again() {
    book.ended(room, AT);
    List<ChannelEvent> told = new ArrayList<>();
    try (DemoChat chat =
        new DemoChat(told::add, Clock.systemUTC(), ScenePlayer.Pace.natural(), book)) {
      assertThat(chat.room("demo-1")).isPresent();
    }
    assertThat(told)
        .containsExactly(
            ChannelEvents.started(room, DemoChat.AGENT, AT),
            ChannelEvents.said(room, room.messages().get(0)),
            ChannelEvents.said(room, room.messages().get(1)),
            ChannelEvents.ended(room, AT));
  }

  @Test
  void a_blank_book_keeps_nothing() {
    RoomBook blank = RoomBook.blank();
    blank.opened(room);
    assertThat(blank.read()).isEmpty();
  }
}
