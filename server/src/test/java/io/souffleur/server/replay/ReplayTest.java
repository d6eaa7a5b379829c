package io.souffleur.server.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.contract.Talk;
import io.souffleur.server.contract.TestHouse;
import io.souffleur.server.lines.Source;
import io.souffleur.wire.Author;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.json.ChannelCodec;
import io.souffleur.wire.json.RefusalException;
import io.souffleur.wire.json.UpdateCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplayTest {

  private static final Instant START = Instant.parse("2026-11-23T13:00:00Z");
  private static final Talk A = new Talk("a");
  private static final Talk B = new Talk("b");

  private final StringWriter err = new StringWriter();

  private record Replayed(Outcome outcome, List<String> lines) {

    List<CoachingUpdate> updates() {
      return lines.stream().map(Replayed::decoded).toList();
    }

    private static CoachingUpdate decoded(String line) {
      try {
        return UpdateCodec.decode(line);
      } catch (RefusalException e) {
        throw new AssertionError(line, e);
      }
    }
  }

  private Replayed replay(Set<UpdateType> only, String... lines) throws IOException {
    StringWriter out = new StringWriter();
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    Outcome outcome =
        Replay.run(
            TestHouse.coaching(),
            List.of(new Source("talk.jsonl", new ByteArrayInputStream(bytes))),
            only,
            out,
            new PrintWriter(err),
            false);
    return new Replayed(outcome, out.toString().lines().toList());
  }

  private Replayed replay(ChannelEvent... events) throws IOException {
    return replay(
        Set.of(), List.of(events).stream().map(ChannelCodec::encode).toArray(String[]::new));
  }

  @Test
  void what_is_due_before_an_event_comes_at_its_own_instant() throws Exception {
    Replayed replayed =
        replay(
            A.starts(START),
            A.customer("q", START, "question"),
            A.agent("answer", START.plusSeconds(300), "greeting"));
    assertThat(replayed.updates())
        .filteredOn(CoachingUpdate.Timer.class::isInstance)
        .extracting(CoachingUpdate::at)
        .containsExactly(START, START.plusSeconds(60), START.plusSeconds(300));
    assertThat(replayed.outcome().clean()).isTrue();
  }

  @Test
  void time_stands_still_after_the_last_event() throws Exception {
    Replayed replayed = replay(A.starts(START), A.customer("q", START, "question"));
    assertThat(replayed.updates())
        .extracting(CoachingUpdate::at)
        .allSatisfy(at -> assertThat(at).isEqualTo(START));
  }

  @Test
  void time_in_one_conversation_does_not_move_another() throws Exception {
    Replayed replayed =
        replay(
            A.starts(START),
            A.customer("q", START, "question"),
            B.starts(START.plusSeconds(900)),
            A.agent("answer", START.plusSeconds(10), "greeting"));
    assertThat(replayed.updates())
        .filteredOn(CoachingUpdate.Timer.class::isInstance)
        .extracting(update -> ((CoachingUpdate.Timer) update).state().toString())
        .containsExactly("RUNNING", "MET");
  }

  @Test
  void an_event_of_before_is_handled_at_the_instant_reached() throws Exception {
    Replayed replayed =
        replay(
            A.starts(START),
            A.agent("m", START.plusSeconds(20), "greeting"),
            A.agent("late", START.plusSeconds(5), "customer-name"));
    assertThat(replayed.updates().getLast().at()).isEqualTo(START.plusSeconds(20));
    assertThat(replayed.outcome().clean()).isTrue();
  }

  @Test
  void the_same_input_gives_the_same_bytes() throws Exception {
    ChannelEvent[] events = {
      A.starts(START),
      A.customer("q", START, "dissatisfaction"),
      A.ends("e", START.plusSeconds(200))
    };
    assertThat(replay(events).lines()).isEqualTo(replay(events).lines());
  }

  @Test
  void a_narrowed_replay_keeps_the_numbers() throws Exception {
    String[] lines = {
      ChannelCodec.encode(A.starts(START)),
      ChannelCodec.encode(A.customer("q", START, "question")),
      ChannelCodec.encode(A.ends("e", START.plusSeconds(200)))
    };
    List<String> all = replay(Set.of(), lines).lines();
    List<String> some = replay(Set.of(UpdateType.TIMER, UpdateType.SUMMARY), lines).lines();
    assertThat(some)
        .isEqualTo(
            all.stream()
                .filter(
                    line ->
                        line.startsWith("{\"type\":\"timer\"")
                            || line.startsWith("{\"type\":\"summary\""))
                .toList())
        .hasSizeBetween(2, all.size() - 1);
  }

  @Test
  void a_line_that_cannot_be_read_is_reported_and_skipped() throws Exception {
    Replayed replayed =
        replay(
            Set.of(),
            ChannelCodec.encode(A.starts(START)),
            "not json",
            "",
            "{\"type\":\"message\",\"id\":\"m\",\"conversation\":\"a\"}",
            ChannelCodec.encode(B.agent("m", START, "greeting")),
            "\"" + "x".repeat(200_000) + "\"",
            ChannelCodec.encode(A.agent("m", START, "greeting")) + "\r",
            ChannelCodec.encode(A.agent("m", START, "another")));
    assertThat(err.toString().lines().map(line -> line.replaceAll(": .*", "")))
        .containsExactly(
            "talk.jsonl:2", "talk.jsonl:4", "talk.jsonl:5", "talk.jsonl:6", "talk.jsonl:8");
    assertThat(err.toString()).contains("never started").contains("used before");
    assertThat(replayed.outcome().skipped()).isEqualTo(5);
    assertThat(replayed.outcome().events()).isEqualTo(2);
    assertThat(replayed.outcome().clean()).isFalse();
  }

  @Test
  void a_repeated_event_and_one_that_is_not_kept_change_nothing() throws Exception {
    ChannelEvent.Message message = A.agent("m", START, "greeting");
    List<String> once = replay(A.starts(START), message).lines();
    Replayed twice =
        replay(
            Set.of(),
            ChannelCodec.encode(A.starts(START)),
            ChannelCodec.encode(message),
            "{\"type\":\"typing\",\"id\":\"t\",\"conversation\":\"a\","
                + "\"at\":\"2026-11-23T13:00:00Z\",\"author\":\"agent\",\"active\":true}",
            ChannelCodec.encode(message));
    assertThat(twice.lines()).isEqualTo(once);
    assertThat(twice.outcome().clean()).isTrue();
  }

  @Test
  void after_the_end_only_a_survey_follows() throws Exception {
    Replayed replayed =
        replay(
            A.starts(START),
            A.ends("e", START),
            A.survey("s", START),
            A.agent("m", START, "greeting"),
            A.starts("again", START, java.util.Optional.empty(), java.util.Optional.empty()));
    assertThat(err.toString().lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).containsAnyOf("has ended", "was started before"));
    assertThat(replayed.outcome().skipped()).isEqualTo(2);
  }

  @Test
  void a_survey_may_come_after_thousands_of_other_conversations() throws Exception {
    List<ChannelEvent> events = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      Talk talk = new Talk("c" + i);
      events.add(talk.starts(START));
      events.add(talk.ends("e", START));
    }
    events.add(new Talk("c0").survey("s", START));
    Replayed replayed = replay(events.toArray(ChannelEvent[]::new));
    assertThat(err.toString()).isEmpty();
    assertThat(replayed.outcome().clean()).isTrue();
  }

  @Test
  void a_survey_of_a_conversation_that_nobody_knows_is_reported() throws Exception {
    replay(A.survey("s", START));
    assertThat(err.toString()).contains("was never started, or ended too long ago");
  }

  @Test
  void a_fault_in_one_conversation_touches_no_other() throws Exception {
    Replayed replayed =
        replay(
            A.starts(START),
            B.starts(START),
            A.agent("m", START, "boom"),
            A.agent("n", START, "greeting"),
            A.ends("e", START),
            B.agent("m", START, "greeting"));
    assertThat(err.toString()).startsWith("talk.jsonl:3: coaching of conversation a stopped");
    assertThat(replayed.outcome().faults()).isEqualTo(1);
    assertThat(replayed.updates().getLast().conversation().value()).isEqualTo("b");
  }

  @Test
  void an_edit_replaces_and_an_older_version_is_reported() throws Exception {
    Replayed replayed =
        replay(
            A.starts(START),
            A.says(Author.AGENT, "m", 0, START, "one"),
            A.says(Author.AGENT, "m", 2, START, "three"),
            A.says(Author.AGENT, "m", 1, START, "two"));
    assertThat(err.toString()).contains("talk.jsonl:4: a newer revision");
    assertThat(replayed.outcome().events()).isEqualTo(3);
  }
}
