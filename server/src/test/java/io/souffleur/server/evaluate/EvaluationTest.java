package io.souffleur.server.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.contract.NamedCues;
import io.souffleur.server.lines.Source;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.json.ChannelCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Read by {@link NamedCues}: a message shows the cues whose names stand in it. */
class EvaluationTest {

  private final StringWriter err = new StringWriter();

  private Result evaluate(Labels labels, Set<String> only, int most, String... lines)
      throws IOException {
    return Evaluation.run(
        new NamedCues(), labels, List.of(source(lines)), only, most, new PrintWriter(err, true));
  }

  private Result evaluate(String... lines) throws IOException {
    return evaluate(Labels.standard(), Set.of(), 10, lines);
  }

  private static Source source(String... lines) {
    return new Source(
        "a.jsonl",
        new ByteArrayInputStream(
            String.join("\n", lines).replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
  }

  private static String conversation(String annotated, String... turns) {
    return "{'id': 'c', 'language': 'en', 'annotated': "
        + annotated
        + ", 'turns': ["
        + String.join(", ", turns)
        + "]}";
  }

  private static String turn(String role, String text, String labels) {
    return "{'role': '" + role + "', 'text': '" + text + "', 'labels': [" + labels + "]}";
  }

  private static Subject subject(String role, String cue) {
    return new Subject(cue, role, "en");
  }

  @Test
  void a_cue_is_right_missed_or_a_false_alarm() throws IOException {
    Result result =
        evaluate(
            conversation(
                "{'customer': ['thanks']}",
                turn("customer", "thanks", "'thanks'"),
                turn("customer", "cheers", "'thanks'"),
                turn("customer", "thanks for nothing", ""),
                turn("customer", "question", ""),
                turn("agent", "thanks", "")));
    assertThat(result.scores())
        .containsExactly(Map.entry(subject("customer", "thanks"), new Score(4, 2, 2, 1)));
    assertThat(result.messages()).isEqualTo(5);
    assertThat(result.findings())
        .containsExactly(
            new Finding(
                Finding.Kind.MISSED,
                subject("customer", "thanks"),
                new Place("a.jsonl", 1),
                2,
                "cheers",
                List.of()),
            new Finding(
                Finding.Kind.FALSE_ALARM,
                subject("customer", "thanks"),
                new Place("a.jsonl", 1),
                3,
                "thanks for nothing",
                List.of(new Finding.Shown("thanks", "thanks"))));
  }

  @Test
  void labels_of_corpora_are_understood() throws IOException {
    Result result =
        evaluate(
            conversation(
                "{'agent': ['greet', 'offer_help', 'reqmore', 'bye', 'welcome', 'thank']}",
                turn("agent", "greeting help-offer", "'greet', 'offer_help'"),
                turn("agent", "further-help welcome", "'reqmore', 'welcome'"),
                turn("agent", "farewell thanks", "'farewell', 'thank'")));
    assertThat(result.scores().keySet())
        .extracting(Subject::cue)
        .containsExactly("farewell", "further-help", "greeting", "help-offer", "thanks", "welcome");
    assertThat(result.scores().values()).containsOnly(new Score(3, 1, 1, 1));
  }

  @Test
  void one_cue_of_a_group_is_enough() throws IOException, LabelException {
    Labels labels = Labels.standard().with("polite", List.of("thank", "greeting"));
    Result result =
        evaluate(
            labels,
            Set.of(),
            10,
            conversation(
                "{'customer': ['unhappy', 'polite']}",
                turn("customer", "greeting complaint impatience", "'unhappy', 'polite'"),
                turn("customer", "unresolved", "'unhappy'")));
    assertThat(result.scores())
        .containsExactly(
            Map.entry(subject("customer", "polite"), new Score(2, 1, 1, 1)),
            Map.entry(subject("customer", "unhappy"), new Score(2, 2, 2, 2)));
  }

  @Test
  void what_nobody_can_tell_is_not_scored() throws IOException {
    Result result =
        evaluate(
            conversation(
                "{'customer': ['thank', 'bye']}",
                "{'role': 'customer', 'text': 'thanks farewell', 'labels': ['bye'],"
                    + " 'skip': ['thanks']}"));
    assertThat(result.scores())
        .containsExactly(Map.entry(subject("customer", "farewell"), new Score(1, 1, 1, 1)));
  }

  @Test
  void labels_that_were_not_looked_for_are_not_scored() throws IOException {
    Result result =
        evaluate(
            conversation(
                "{'agent': ['greeting']}",
                turn("agent", "greeting thanks", "'greeting', 'thanks', 'small-talk'"),
                turn("customer", "greeting", "'greeting'")));
    assertThat(result.scores())
        .containsExactly(Map.entry(subject("agent", "greeting"), new Score(1, 1, 1, 1)));
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void languages_are_scored_where_somebody_said_and_short_messages_apart() throws IOException {
    String french = "{'role': 'customer', 'text': 'lang:fr ou voilà donc', 'language': 'fr-CA'}";
    String shortEnglish = "{'role': 'customer', 'text': 'ok', 'language': 'en'}";
    String unsaid = "{'role': 'customer', 'text': 'whatever'}";
    Result result =
        evaluate("{'id': 'c', 'turns': [" + french + "," + shortEnglish + "," + unsaid + "]}");
    assertThat(result.scores())
        .containsExactly(
            Map.entry(new Subject("language", "any", "en"), new Score(2, 1, 0, 0)),
            Map.entry(new Subject("language", "any", "fr"), new Score(2, 1, 2, 1)),
            Map.entry(new Subject("short-language", "any", "en"), new Score(1, 1, 0, 0)),
            Map.entry(new Subject("short-language", "any", "fr"), new Score(1, 0, 1, 0)));
  }

  @Test
  void only_what_is_asked_for_is_scored_and_listed() throws IOException {
    String line =
        conversation(
            "{'customer': ['thanks', 'greeting']}",
            turn("customer", "one", "'thanks', 'greeting'"),
            turn("customer", "two", "'thanks', 'greeting'"));
    Result result = evaluate(Labels.standard(), Set.of("thanks"), 1, line);
    assertThat(result.scores())
        .containsExactly(Map.entry(subject("customer", "thanks"), new Score(2, 2, 0, 0)));
    assertThat(result.findings()).extracting(Finding::text).containsExactly("one");
  }

  @Test
  void a_line_that_cant_be_used_is_reported_and_the_next_is_read() throws IOException {
    Result result =
        evaluate(
            "nonsense",
            "",
            conversation("{'customer': ['politeness']}", turn("customer", "thanks", "")),
            conversation("{'customer': ['thanks']}", turn("customer", "thanks", "'thanks'")),
            "{'id': 'c', 'turns': [{'role': 'agent', 'text': 'x', 'start': 9, 'end': 1}]}");
    assertThat(result.skipped()).isEqualTo(3);
    assertThat(result.conversations()).isEqualTo(1);
    assertThat(err.toString().lines())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("a.jsonl:1: this isn't JSON"),
            second ->
                assertThat(second).startsWith("a.jsonl:3: no cue “politeness”").contains("--group"),
            third -> assertThat(third).startsWith("a.jsonl:5: end "));
  }

  @Test
  void goals_must_be_reached_by_every_row() throws IOException {
    Result result =
        evaluate(
            conversation(
                "{'customer': ['thanks'], 'agent': ['thanks']}",
                turn("customer", "thanks", "'thanks'"),
                turn("agent", "cheers", "'thanks'"),
                turn("agent", "thanks", "'thanks'")));
    assertThat(result.shortOf(Map.of("thanks", 0.6))).isEmpty();
    assertThat(result.shortOf(Map.of("thanks", 0.7)))
        .containsExactly("thanks, agent, en: F1 0.667 is below the goal 0.700");
    assertThat(result.shortOf(Map.of("apology", 0.7))).hasSize(1);
  }

  @Test
  void a_conversation_becomes_the_events_of_a_channel() throws Exception {
    StringWriter out = new StringWriter();
    long skipped =
        Evaluation.events(
            List.of(
                source(
                    "{'id': 'c', 'channel': 'voice', 'turns': ["
                        + "{'role': 'customer', 'text': 'a', 'start': 0, 'end': 5},"
                        + "{'role': 'agent', 'text': 'b'},"
                        + "{'role': 'agent', 'text': 'd', 'at': '2026-11-22T09:00:00+01:00'}]}",
                    "nonsense")),
            out,
            new PrintWriter(err, true));
    assertThat(skipped).isEqualTo(1);
    List<ChannelEvent> events = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      events.add(ChannelCodec.decode(line));
    }
    assertThat(events)
        .satisfiesExactly(
            event -> assertThat(event).isInstanceOf(ChannelEvent.ConversationStarted.class),
            event -> assertThat(event).isInstanceOf(ChannelEvent.Utterance.class),
            event -> assertThat(event).isInstanceOf(ChannelEvent.Message.class),
            event ->
                assertThat(event.at()).isEqualTo(OffsetDateTime.parse("2026-11-22T09:00:00+01:00")),
            event -> assertThat(event).isInstanceOf(ChannelEvent.ConversationEnded.class));
  }
}
