package io.souffleur.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.testing.House;
import io.souffleur.server.testing.TestClock;
import io.souffleur.server.testing.TestSocket;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.json.UpdateCodec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveConversationTest {
  private static final Pattern SEQ = Pattern.compile("\"seq\":(\\d+)");

  @TempDir Path data;

  private final TestClock clock = new TestClock(Instant.parse("2026-11-22T00:00:00Z"));

  private static long watch(TestSocket desk, String conversation) throws Exception {
    desk.nextWith("attention");
    desk.send("{\"type\":\"watch\",\"conversation\":\"" + conversation + "\"}");
    return seq(desk.nextWith("\"snapshot\""));
  }

  private static long seq(String frame) {
    Matcher matcher = SEQ.matcher(frame);
    assertThat(matcher.find()).isTrue();
    return Long.parseLong(matcher.group(1));
  }

  /** The next {@code count} frames about the conversation; fresh snapshots are passed over. */
  private static List<String> updates(TestSocket desk, int count) throws Exception {
    List<String> updates = new ArrayList<>();
    while (updates.size() < count) {
      String frame = desk.next();
      if (!frame.startsWith("{\"type\":\"attention\"")
          && !frame.startsWith("{\"type\":\"snapshot\"")) {
        updates.add(frame);
      }
    }
    return updates;
  }

  private static List<String> marks(List<String> updates) throws Exception {
    List<String> marks = new ArrayList<>();
    for (String update : updates) {
      switch (UpdateCodec.decode(update)) {
        case CoachingUpdate.Item item -> marks.add(item.item() + " " + item.state());
        case CoachingUpdate.Timer timer -> marks.add(timer.timer() + " " + timer.state());
        case CoachingUpdate.Hint hint -> marks.add("hint " + hint.item());
        case CoachingUpdate.HintWithdrawn hint -> marks.add("withdrawn " + hint.reason());
        case CoachingUpdate.Commitment promise ->
            marks.add(promise.commitment() + " " + promise.state());
        case CoachingUpdate.Summary summary -> marks.add("summary");
        case CoachingUpdate.Cues cues -> {}
      }
    }
    return marks;
  }

  @ParameterizedTest
  @ValueSource(strings = {"french", "english"})
  void what_a_desk_sees_live_is_what_a_replay_gives_byte_for_byte(String language)
      throws Exception {
    Recording recording = Recording.of(language);
    try (House house = House.open(data, clock);
        TestSocket channel = house.channel();
        TestSocket desk = house.deskOfInes()) {
      recording.tell(0, 1, channel, clock);
      long seq = watch(desk, language.substring(0, 2) + "-1");
      recording.tell(1, recording.events().size(), channel, clock);
      List<String> expected = recording.replayedAfter(seq);
      assertThat(updates(desk, expected.size())).containsExactlyElementsOf(expected);
    }
  }

  @Test
  void a_french_conversation_is_coached_from_the_greeting_to_the_thanks() throws Exception {
    Recording recording = Recording.of("french");
    assertThat(marks(recording.replayedAfter(0)))
        .containsSubsequence(
            "first-response RUNNING",
            "apology AT_RISK",
            "hint apology",
            "greeting MISSED",
            "first-response MET",
            "greeting DONE",
            "apology DONE",
            "wait-length DONE",
            "announced-wait RUNNING",
            "withdrawn SATISFIED",
            "next-step DONE",
            "customer-name DONE",
            "announced-wait MET",
            "further-help DONE",
            "thanks DONE",
            "summary");
  }

  @Test
  void an_english_conversation_that_nobody_declared_is_coached_in_english() throws Exception {
    Recording recording = Recording.of("english");
    assertThat(marks(recording.replayedAfter(0)))
        .containsSubsequence(
            "first-response RUNNING",
            "hint apology",
            "greeting DONE",
            "apology DONE",
            "withdrawn SATISFIED",
            "wait-length DONE",
            "announced-wait BREACHED",
            "hint announced-wait",
            "customer-name DONE",
            "announced-wait STOPPED",
            "further-help DONE",
            "thanks DONE",
            "summary");
    assertThat(recording.replayedAfter(0))
        .filteredOn(update -> update.startsWith("{\"type\":\"hint\","))
        .isNotEmpty()
        .allSatisfy(hint -> assertThat(hint).contains("\"lang\":\"en\""));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 7})
  void a_restart_in_the_middle_changes_nothing(int after) throws Exception {
    Recording recording = Recording.of("french");
    try (House house = House.open(data, clock);
        TestSocket channel = house.channel()) {
      recording.tell(0, after, channel, clock);
    }
    try (House house = House.open(data, clock);
        TestSocket channel = house.channel();
        TestSocket desk = house.deskOfInes()) {
      long seq = watch(desk, "fr-1");
      recording.tell(after, recording.events().size(), channel, clock);
      List<String> expected = recording.replayedAfter(seq);
      assertThat(expected).isNotEmpty();
      assertThat(updates(desk, expected.size())).containsExactlyElementsOf(expected);
    }
  }

  @Test
  void a_clock_that_ran_out_while_the_server_was_down_is_told_at_its_own_instant()
      throws Exception {
    Recording recording = Recording.of("french");
    try (House house = House.open(data, clock);
        TestSocket channel = house.channel()) {
      recording.tell(0, 2, channel, clock);
    }
    clock.set(recording.start().plusSeconds(90));
    try (House house = House.open(data, clock);
        TestSocket desk = house.deskOfInes()) {
      desk.nextWith("attention");
      desk.send("{\"type\":\"watch\",\"conversation\":\"fr-1\"}");
      String breached = "\"timer\":\"first-response\",\"state\":\"breached\"";
      String frame = desk.nextWith(breached);
      assertThat(frame).contains("\"deadline\":\"2026-11-22T09:01:00Z\"");
    }
  }

  @Test
  void a_desk_that_comes_back_is_told_exactly_what_it_missed() throws Exception {
    Recording recording = Recording.of("french");
    try (House house = House.open(data, clock);
        TestSocket channel = house.channel()) {
      recording.tell(0, 1, channel, clock);
      String epoch;
      long seq;
      try (TestSocket desk = house.deskOfInes()) {
        desk.nextWith("attention");
        desk.send("{\"type\":\"watch\",\"conversation\":\"fr-1\"}");
        String snapshot = desk.nextWith("\"snapshot\"");
        epoch = snapshot.replaceAll(".*\"epoch\":\"([^\"]+)\".*", "$1");
        seq = seq(snapshot);
      }
      recording.tell(1, recording.events().size(), channel, clock);
      List<String> expected = recording.replayedAfter(seq);
      try (TestSocket desk = house.deskOfInes()) {
        desk.nextWith("attention");
        desk.send(
            "{\"type\":\"watch\",\"conversation\":\"fr-1\",\"epoch\":\"%s\",\"seq\":%d}"
                .formatted(epoch, seq));
        String answer = desk.next();
        // A conversation that is over may have left the memory: then the whole is shown.
        if (answer.startsWith("{\"type\":\"resumed\"")) {
          assertThat(updates(desk, expected.size())).containsExactlyElementsOf(expected);
        } else {
          assertThat(answer).startsWith("{\"type\":\"snapshot\"").contains("\"summary\":{");
        }
      }
    }
  }

  @Test
  void a_dismissed_hint_goes_away_and_the_dismissal_is_kept() throws Exception {
    Recording recording = Recording.of("french");
    try (House house = House.open(data, clock);
        TestSocket channel = house.channel();
        TestSocket desk = house.deskOfInes()) {
      recording.tell(0, 1, channel, clock);
      watch(desk, "fr-1");
      recording.tell(1, 2, channel, clock);
      String hint =
          desk.nextWith("{\"type\":\"hint\"").replaceAll(".*\"hint\":\"([^\"]+)\".*", "$1");
      String dismissal =
          "{\"type\":\"hint.dismissed\",\"conversation\":\"fr-1\",\"hint\":\"%s\",\"id\":\"d1\"}"
              .formatted(hint);
      desk.send(dismissal);
      List<String> answers = updates(desk, 2);
      assertThat(answers)
          .anySatisfy(frame -> assertThat(frame).contains("\"ack\"").contains("\"d1\""))
          .anySatisfy(frame -> assertThat(frame).contains("hint.withdrawn").contains("dismissed"));
      desk.send(dismissal);
      assertThat(updates(desk, 1).getFirst()).contains("\"ack\"").contains("\"d1\"");
    }
  }

  @Test
  void another_agent_does_not_see_it() throws Exception {
    Recording recording = Recording.of("french");
    try (House house = House.open(data, clock);
        TestSocket channel = house.channel();
        TestSocket desk = house.deskOfInes()) {
      String other =
          recording.events().getFirst().replace("fr-1", "fr-2").replace("\"ines\"", "\"marc\"");
      clock.set(recording.start());
      channel.send(other);
      channel.nextWith("\"ack\"");
      desk.nextWith("attention");
      desk.send("{\"type\":\"watch\",\"conversation\":\"fr-2\"}");
      assertThat(desk.nextWith("\"refused\"")).contains("unauthorised");
    }
  }
}
