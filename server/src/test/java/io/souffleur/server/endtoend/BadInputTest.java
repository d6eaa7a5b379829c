package io.souffleur.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.testing.House;
import io.souffleur.server.testing.TestClock;
import io.souffleur.server.testing.TestSocket;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
  private static final String MESSAGE =
      """
      {"type":"message","id":"%s","conversation":"%s","at":"%s","author":"customer","text":"%s"}\
      """;

  @TempDir Path data;

  private final TestClock clock = new TestClock(Instant.parse("2026-11-22T09:00:40Z"));
  private House house;
  private TestSocket channel;

  @BeforeEach
  void open() throws Exception {
    house = House.open(data, clock);
    channel = house.channel();
    channel.send(
        """
        {"type":"conversation.started","id":"s","conversation":"c1","at":"2026-11-22T09:00:00Z",\
        "medium":"chat","language":"fr","customer":{}}\
        """);
    assertThat(channel.next()).contains("\"ack\"");
  }

  @AfterEach
  void close() throws Exception {
    channel.close();
    house.close();
  }

  private String answer(String frame) throws Exception {
    channel.send(frame);
    return channel.next();
  }

  private static String message(String id, String text) {
    return MESSAGE.formatted(id, "c1", "2026-11-22T09:00:30Z", text);
  }

  @Test
  void a_conversation_never_started_is_named_and_the_way_out_told() throws Exception {
    assertThat(answer(MESSAGE.formatted("m1", "ghost", "2026-11-22T09:00:30Z", "Bonjour")))
        .contains("\"unknown_conversation\"")
        .contains("\"conversation\":\"ghost\"")
        .contains("conversation.started");
  }

  @Test
  void after_the_end_only_a_survey_is_taken() throws Exception {
    assertThat(
            answer(
                """
                {"type":"conversation.ended","id":"e","conversation":"c1",\
                "at":"2026-11-22T09:05:00Z"}\
                """))
        .contains("\"ack\"");
    assertThat(answer(message("m1", "Encore un mot"))).contains("\"conversation_ended\"");
    assertThat(
            answer(
                """
                {"type":"survey.answered","id":"q","conversation":"c1","kind":"csat","score":4,\
                "at":"2026-11-22T09:06:00Z"}\
                """))
        .contains("\"ack\"");
  }

  @Test
  void a_second_start_is_refused() throws Exception {
    assertThat(
            answer(
                """
                {"type":"conversation.started","id":"s2","conversation":"c1",\
                "at":"2026-11-22T09:02:00Z","medium":"chat","customer":{}}\
                """))
        .contains("\"already_started\"");
  }

  @Test
  void a_repeated_event_gets_its_acknowledgement_again() throws Exception {
    String first = answer(message("m1", "Bonjour"));
    assertThat(first).contains("\"ack\"").contains("\"seq\":2");
    assertThat(answer(message("m1", "Bonjour"))).isEqualTo(first);
    assertThat(answer(message("m2", "Merci"))).contains("\"seq\":3");
  }

  @Test
  void the_same_id_with_another_body_is_a_conflict() throws Exception {
    assertThat(answer(message("m1", "Bonjour"))).contains("\"ack\"");
    assertThat(answer(message("m1", "Bonsoir"))).contains("\"conflict\"").contains("\"m1\"");
  }

  @Test
  void time_that_goes_backwards_is_handled_at_the_instant_already_reached() throws Exception {
    try (TestSocket desk = house.deskOfInes()) {
      desk.nextWith("attention");
      desk.send("{\"type\":\"watch\",\"conversation\":\"c1\"}");
      desk.nextWith("\"snapshot\"");
      assertThat(answer(message("m1", "Bonjour"))).contains("\"ack\"");
      assertThat(desk.nextWith("\"message\":\"m1\"")).contains("\"at\":\"2026-11-22T09:00:30Z\"");
      assertThat(answer(MESSAGE.formatted("m2", "c1", "2026-11-22T08:00:00Z", "Allo")))
          .contains("\"ack\"");
      assertThat(desk.nextWith("\"message\":\"m2\"")).contains("\"at\":\"2026-11-22T09:00:30Z\"");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "👩🏽‍🚒 merci 🙏🙏",
        "\u05e9\u05dc\u05d5\u05dd \u202ebonjour\u202c \u0645\u0631\u062d\u0628\u0627",
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "a\u0000b",
        "Z\u0301\u0302\u0303\u0304algo",
        ""
      })
  void any_text_is_taken_and_shown_as_it_is(String text) throws Exception {
    String escaped = text.replace("\u0000", "\\u0000").replace("\"", "\\\"");
    try (TestSocket desk = house.deskOfInes()) {
      desk.nextWith("attention");
      desk.send("{\"type\":\"watch\",\"conversation\":\"c1\"}");
      desk.nextWith("\"snapshot\"");
      assertThat(answer(message("m1", escaped))).contains("\"ack\"");
      desk.nextWith("\"message\":\"m1\"");
      desk.send("{\"type\":\"message.asked\",\"conversation\":\"c1\",\"message\":\"m1\"}");
      assertThat(desk.nextWith("message.shown")).contains("\"text\":\"" + escaped + "\"");
    }
  }

  @Test
  void half_an_emoji_does_not_lose_the_message() throws Exception {
    assertThat(answer(message("m1", "merci \\ud83d"))).contains("\"ack\"");
  }
}
