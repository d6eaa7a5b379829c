package io.souffleur.server.replay;

import static io.souffleur.server.core.testing.ItemBuilder.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.contract.Coaching;
import io.souffleur.server.contract.NamedCues;
import io.souffleur.server.contract.Talk;
import io.souffleur.server.contract.TestHouse;
import io.souffleur.server.core.Coach;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.RuleId;
import io.souffleur.server.core.testing.House;
import io.souffleur.server.lines.Source;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.json.ChannelCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the hints of {@link TestHouse} cost. */
class TotalsTest {

  private static final Instant START = Instant.parse("2026-11-23T13:00:00Z");
  private static final Talk A = new Talk("a");
  private static final Talk B = new Talk("b");

  private static Totals totals(ChannelEvent... events) throws IOException {
    return totals(TestHouse.coaching(), events);
  }

  private static Totals totals(House house, ChannelEvent... events) throws IOException {
    return totals(new Coaching(new Coach(house), new NamedCues(), Optional.empty()), events);
  }

  private static Totals totals(Coaching coaching, ChannelEvent... events) throws IOException {
    String lines =
        List.of(events).stream().map(ChannelCodec::encode).collect(Collectors.joining("\n"));
    return Replay.run(
            coaching,
            List.of(
                new Source(
                    "talk.jsonl",
                    new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)))),
            Set.of(),
            new StringWriter(),
            new PrintWriter(new StringWriter()),
            false)
        .totals();
  }

  private static Totals.Row row(String rule, Severity severity) {
    return new Totals.Row(new RuleId(rule), severity);
  }

  @Test
  void a_hint_whose_request_came_next_by_itself_was_not_needed() throws IOException {
    Totals totals =
        totals(
            A.starts(START),
            A.agent("1", START.plusSeconds(10), "greeting"),
            A.agent("2", START.plusSeconds(20), "jargon"),
            A.agent("3", START.plusSeconds(30), "question"),
            A.ends("4", START.plusSeconds(40)));
    assertThat(totals.rows())
        .containsExactly(
            Map.entry(row("greeting", Severity.PROMPT), new Totals.Counts(1, 1, 0, 1, 1)),
            Map.entry(row("jargon", Severity.NUDGE), new Totals.Counts(1, 0, 1, 1, 0)));
  }

  @Test
  void a_hint_that_grows_counts_once_and_waits_for_the_next_message_anew() throws IOException {
    House house =
        House.of(
            say("apology", CueName.APOLOGY)
                .once(CueTest.of(Author.CUSTOMER, CueName.DISSATISFACTION))
                .dueWithin(Duration.ofSeconds(30), Duration.ofSeconds(60))
                .atRisk(Severity.NUDGE)
                .missed(Severity.PROMPT)
                .build());
    ChannelEvent[] first = {
      A.starts(START),
      A.customer("1", START, "dissatisfaction"),
      A.agent("2", START.plusSeconds(40), "question"),
      A.agent("3", START.plusSeconds(50), "question")
    };
    assertThat(totals(house, first).rows())
        .containsExactly(
            Map.entry(row("apology", Severity.NUDGE), new Totals.Counts(1, 0, 0, 1, 0)));
    ChannelEvent[] all = Arrays.copyOf(first, first.length + 1);
    all[first.length] = A.agent("4", START.plusSeconds(70), "apology");
    assertThat(totals(house, all).rows())
        .containsExactly(
            Map.entry(row("apology", Severity.PROMPT), new Totals.Counts(1, 1, 0, 1, 1)));
  }

  @Test
  void what_nobody_answered_counts_as_shown_alone() throws IOException {
    Totals totals = totals(A.starts(START));
    assertThat(totals.rows())
        .containsExactly(
            Map.entry(row("greeting", Severity.PROMPT), new Totals.Counts(1, 0, 0, 0, 0)));
  }

  @Test
  void prompts_are_counted_for_each_conversation_ended_or_not() throws IOException {
    Totals totals =
        totals(
            A.starts(START),
            A.ends("e", START.plusSeconds(5)),
            B.starts(START),
            B.agent("1", START.plusSeconds(10), "greeting"),
            B.customer("2", START.plusSeconds(20), "dissatisfaction"),
            B.agent("3", START.plusSeconds(25), "question"),
            B.agent("4", START.plusSeconds(60), "apology"));
    assertThat(totals.conversations()).isEqualTo(2);
    assertThat(totals.medianPrompts()).isEqualTo(1);
    assertThat(totals.meanPrompts()).isEqualTo(1.5);
    assertThat(totals.mostPrompts()).isEqualTo(2);
  }

  @Test
  void without_conversations_there_are_none() throws IOException {
    Totals totals = totals();
    assertThat(totals.conversations()).isZero();
    assertThat(totals.medianPrompts()).isZero();
    assertThat(totals.meanPrompts()).isZero();
    assertThat(totals.mostPrompts()).isZero();
  }
}
