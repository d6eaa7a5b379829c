package io.souffleur.server.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.souffleur.server.contract.TestHouse;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.lines.Source;
import io.souffleur.wire.SurveyKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How recorded conversations went; words are the names of the cues that they show. */
class ServiceTest {

  private static final Instant MONDAY = Instant.parse("2026-11-23T13:00:00Z");

  private final List<String> lines = new ArrayList<>();

  /** A chat of one minute with one message of the customer. */
  private void chat(String key, String customer, String agent, Instant at, String words) {
    lines.add(
        """
        {"type":"conversation.started","id":"s","conversation":"%s","at":"%s","medium":"chat",\
        "language":"fr","customer":{"key":"%s"},"agent":{"key":"%s","name":"Inès"}}\
        """
            .formatted(key, at, customer, agent));
    lines.add(
        """
        {"type":"message","id":"m","conversation":"%s","at":"%s","author":"customer","text":"%s"}\
        """
            .formatted(key, at.plusSeconds(30), words));
    lines.add(
        """
        {"type":"conversation.ended","id":"e","conversation":"%s","at":"%s"}\
        """
            .formatted(key, at.plusSeconds(60)));
  }

  private void survey(String key, String id, String kind, String rest) {
    lines.add(
        """
        {"type":"survey.answered","id":"%s","conversation":"%s","at":"%s","kind":"%s",%s}\
        """
            .formatted(id, key, MONDAY.plusSeconds(300), kind, rest));
  }

  private Service service() throws IOException {
    StringWriter err = new StringWriter();
    Outcome outcome =
        Replay.run(
            TestHouse.coaching(),
            List.of(
                new Source(
                    "events",
                    new ByteArrayInputStream(
                        String.join("\n", lines).getBytes(StandardCharsets.UTF_8)))),
            Set.of(),
            new StringWriter(),
            new PrintWriter(err),
            false);
    assertThat(err.toString()).isEmpty();
    return outcome.service();
  }

  @Test
  void conversations_are_counted_by_reason_and_medium() throws IOException {
    chat("a", "nadia", "ines", MONDAY, "contact-reason:after-sale dissatisfaction resolved");
    chat("b", "leo", "ines", MONDAY, "contact-reason:after-sale dissatisfaction unresolved");
    chat("c", "zoe", "ines", MONDAY, "contact-reason:sale");
    chat("d", "tom", "ines", MONDAY, "satisfaction");
    assertThat(service().groups())
        .containsExactly(
            Map.entry(group("after-sale"), new Service.Counts(2, 2, 1, 2, 2, minutes(2))),
            Map.entry(group("sale"), new Service.Counts(1, 0, 0, 0, 0, minutes(1))),
            Map.entry(
                new Service.Group(Optional.empty(), Medium.CHAT),
                new Service.Counts(1, 0, 0, 1, 0, minutes(1))));
    assertThat(service().all()).isEqualTo(new Service.Counts(4, 2, 1, 3, 2, minutes(4)));
  }

  @Test
  void a_matter_is_settled_at_the_first_contact_unless_the_customer_comes_back_within_a_week()
      throws IOException {
    chat("a", "nadia", "ines", MONDAY, "resolved");
    chat("b", "leo", "ines", MONDAY, "resolved");
    chat("c", "leo", "ines", MONDAY.plus(Duration.ofDays(7)), "resolved");
    chat("d", "zoe", "ines", MONDAY, "unresolved");
    chat("e", "tom", "ines", MONDAY, "resolved");
    chat("f", "tom", "ines", MONDAY.plus(Duration.ofDays(8)), "question");
    assertThat(service().firstContact()).isEqualTo(new Service.FirstContact(4, 2));
  }

  @Test
  void surveys_are_added_up_by_kind_and_scale_during_and_after_the_conversation()
      throws IOException {
    chat("a", "nadia", "ines", MONDAY, "question");
    survey("a", "1", "nps", "\"score\":10");
    survey("a", "2", "nps", "\"score\":9");
    survey("a", "3", "nps", "\"score\":7");
    survey("a", "4", "nps", "\"score\":6");
    survey("a", "5", "csat", "\"score\":4,\"scale\":5");
    survey("a", "6", "csat", "\"score\":5");
    survey("a", "7", "csat", "\"score\":8,\"scale\":10");
    Map<Service.Survey, Service.Answers> surveys = service().surveys();
    assertThat(surveys.keySet())
        .containsExactly(
            new Service.Survey(SurveyKind.CSAT, 5),
            new Service.Survey(SurveyKind.CSAT, 10),
            new Service.Survey(SurveyKind.NPS, 10));
    assertThat(Objects.requireNonNull(surveys.get(new Service.Survey(SurveyKind.CSAT, 5))).mean())
        .isEqualTo(4.5);
    assertThat(Objects.requireNonNull(surveys.get(new Service.Survey(SurveyKind.NPS, 10))).net())
        .isEqualTo(25);
  }

  private void surveyAt(String key, String id, Instant at) {
    lines.add(
        """
        {"type":"survey.answered","id":"%s","conversation":"%s","at":"%s","kind":"csat","score":4}\
        """
            .formatted(id, key, at));
  }

  @Test
  void how_soon_surveys_are_answered_is_told_by_the_first_answer_of_each_conversation()
      throws IOException {
    Instant end = MONDAY.plusSeconds(60);
    for (String key : List.of("a", "b", "c", "d", "e")) {
      chat(key, key, "ines", MONDAY, "question");
    }
    surveyAt("a", "1", end.plus(Duration.ofHours(1)));
    surveyAt("b", "1", end.plus(Duration.ofHours(1)).plusMillis(1));
    surveyAt("c", "1", end.plus(Duration.ofDays(1)));
    surveyAt("d", "1", end.plus(Duration.ofDays(1)).plusMillis(1));
    surveyAt("d", "2", end.plus(Duration.ofDays(2)));
    lines.add(
        lines.size() - 5 - 2,
        """
        {"type":"conversation.started","id":"s","conversation":"f","at":"%s","medium":"chat",\
        "customer":{}}\
        """
            .formatted(MONDAY));
    surveyAt("f", "1", MONDAY.plusSeconds(1));
    surveyAt("f", "2", MONDAY.plusSeconds(2));
    SurveyReturns open = service().returns();
    assertThat(open.answered()).isEqualTo(4);
    assertThat(open.withinAnHour()).isEqualTo(1);
    assertThat(open.withinADay()).isEqualTo(3);

    lines.add(
        """
        {"type":"conversation.ended","id":"e","conversation":"f","at":"%s"}\
        """
            .formatted(end));
    surveyAt("f", "3", end.plus(Duration.ofDays(3)));
    Service service = service();
    assertThat(service.returns().answered()).isEqualTo(5);
    assertThat(service.returns().withinAnHour()).isEqualTo(2);
    assertThat(service.all().conversations()).isEqualTo(6);
  }

  private void event(String type, String key, String at, String rest) {
    lines.add(
        """
        {"type":"%s","id":"%d","conversation":"%s","at":"2026-11-23T%s:00Z"%s}\
        """
            .formatted(type, lines.size(), key, at, rest));
  }

  private void started(String key, String at, String medium, String agent) {
    event(
        "conversation.started",
        key,
        at,
        ",\"medium\":\"%s\",\"customer\":{}%s"
            .formatted(
                medium,
                agent.isEmpty()
                    ? ""
                    : ",\"agent\":{\"key\":\"%s\",\"name\":\"X\"}".formatted(agent)));
  }

  private void assigned(String key, String at, String agent) {
    event("agent.assigned", key, at, ",\"agent\":{\"key\":\"%s\",\"name\":\"X\"}".formatted(agent));
  }

  @Test
  void an_agent_is_busy_while_they_hold_a_chat_or_a_call_that_was_answered() throws IOException {
    started("waiting", "13:00", "chat", "");
    assigned("waiting", "13:10", "ines");
    started("handed-over", "13:15", "chat", "ines");
    assigned("handed-over", "13:30", "tom");
    assigned("handed-over", "13:40", "tom");
    event("conversation.ended", "waiting", "13:20", "");
    event("conversation.ended", "handed-over", "14:00", "");
    started("call", "15:00", "voice", "tom");
    event("call.ringing", "call", "15:00", "");
    event("call.answered", "call", "15:05", "");
    event("call.held", "call", "15:06", "");
    event("conversation.ended", "call", "15:10", "");
    started("unanswered", "15:00", "voice", "tom");
    event("call.ringing", "unanswered", "15:00", "");
    event("conversation.ended", "unanswered", "16:00", "");
    started("mail", "13:00", "email", "ines");
    event("conversation.ended", "mail", "16:00", "");
    started("open", "13:00", "chat", "ines");

    assertThat(service().occupancy().load())
        .contains(
            new Occupancy.Load(
                Duration.ofMinutes(20 + 30 + 5), Duration.ofHours(14), 60.0 / 55, 2));
  }

  @Test
  void agents_are_compared_once_each_has_enough_conversations() throws IOException {
    IntStream.range(0, 20)
        .forEach(
            i -> {
              chat("a" + i, "a" + i, "ines", MONDAY, i < 15 ? "resolved" : "unresolved");
              chat("b" + i, "b" + i, "marc", MONDAY, i < 5 ? "resolved" : "unresolved");
              chat("c" + i, "c" + i, "lucie", MONDAY, i < 19 ? "resolved" : "question");
            });
    Service service = service();
    assertThat(service.spreadOfResolved()).hasValueCloseTo(25.0, within(0.001));
    assertThat(service.spreadOfUnhappy()).hasValueCloseTo(25.0, within(0.001));
  }

  @Test
  void one_agent_is_compared_with_nobody() throws IOException {
    IntStream.range(0, 20).forEach(i -> chat("a" + i, "a" + i, "ines", MONDAY, "resolved"));
    assertThat(service().spreadOfResolved()).isEqualTo(OptionalDouble.empty());
  }

  private static Service.Group group(String reason) {
    return new Service.Group(Optional.of(reason), Medium.CHAT);
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }
}
