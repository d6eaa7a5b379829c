package io.souffleur.server.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souffleur.server.core.conversation.ChannelName;
import io.souffleur.server.desk.DeskLimits;
import io.souffleur.server.http.SocketLimits;
import io.souffleur.server.testing.Doors;
import io.souffleur.server.testing.FakeConversations;
import io.souffleur.server.testing.TestSocket;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChannelDoorTest {
  private static final String GOOD =
      """
      {"type":"message","id":"%s","conversation":"c1","at":"2026-11-22T10:00:00+01:00",\
      "author":"customer","text":"Bonjour"}\
      """;

  private final FakeConversations conversations = new FakeConversations();
  private Doors doors;

  @BeforeEach
  void open() throws Exception {
    doors = Doors.open(conversations);
  }

  @AfterEach
  void close() {
    doors.close();
  }

  @Test
  void an_event_is_acknowledged_with_its_place_in_the_journal() throws Exception {
    try (TestSocket channel = doors.channel()) {
      assertThat(channel.subprotocol()).isEqualTo("souffleur.channel.v1");
      channel.send(GOOD.formatted("m1"));
      channel.send(GOOD.formatted("m2"));
      assertThat(channel.next())
          .isEqualTo("{\"type\":\"ack\",\"id\":\"m1\",\"conversation\":\"c1\",\"seq\":1}");
      assertThat(channel.next()).contains("\"m2\"").contains("\"seq\":2");
    }
  }

  @Test
  void the_key_says_which_channel_tells() throws Exception {
    try (TestSocket telephone =
        doors.channel(Map.of("Authorization", "Bearer " + Doors.OTHER_CHANNEL_KEY))) {
      telephone.send(GOOD.formatted("m1"));
      assertThat(telephone.next()).contains("\"ack\"");
    }
    assertThat(conversations.tellers).containsExactly(new ChannelName("telephone"));
  }

  @Test
  void a_wrong_key_does_not_get_a_socket() throws Exception {
    for (Map<String, String> headers :
        Stream.of(
                Map.<String, String>of(),
                Map.of("Authorization", "Bearer channel-key-for-test"),
                Map.of("Authorization", "Basic " + Doors.CHANNEL_KEY),
                Map.of("Authorization", "Bearer"))
            .toList()) {
      assertThatThrownBy(() -> doors.channel(headers))
          .hasStackTraceContaining("Authentication failed");
    }
    assertThat(
            doors.get("/v1/channel", "Sec-WebSocket-Protocol", "souffleur.channel.v1").statusCode())
        .isEqualTo(401);
    assertThat(
            doors.get("/v1/channel", "Authorization", "Bearer " + Doors.CHANNEL_KEY).statusCode())
        .isEqualTo(426);
  }

  static Stream<Arguments> badFrames() {
    return Stream.of(
        Arguments.of("this is not JSON", "not_json", ""),
        Arguments.of("[1,2]", "not_json", ""),
        Arguments.of(GOOD.formatted("m1").replace("message", "telepathy"), "unknown_type", ""),
        Arguments.of(
            GOOD.formatted("m1").replace(",\"text\":\"Bonjour\"", ""), "missing_field", "text"),
        Arguments.of(GOOD.formatted("m1").replace("\"Bonjour\"", "12"), "invalid_field", "text"),
        Arguments.of(
            GOOD.formatted("m1").replace("2026-11-22T10:00:00+01:00", "tomorrow"),
            "invalid_field",
            "at"),
        Arguments.of(
            GOOD.formatted("m1")
                .replace("}", ",\"x\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}"),
            "too_deep",
            ""));
  }

  @ParameterizedTest
  @MethodSource("badFrames")
  void a_bad_frame_is_refused_by_name_and_the_connection_goes_on(
      String frame, String code, String field) throws Exception {
    try (TestSocket channel = doors.channel()) {
      channel.send(frame);
      String refusal = channel.next();
      assertThat(refusal).contains("\"type\":\"refused\"").contains("\"code\":\"" + code + "\"");
      if (!field.isEmpty()) {
        assertThat(refusal).contains("\"field\":\"" + field + "\"").contains("\"id\":\"m1\"");
      }
      channel.send(GOOD.formatted("m9"));
      assertThat(channel.next()).contains("\"ack\"").contains("m9");
    }
  }

  @Test
  void a_text_of_ten_mebibytes_is_refused_by_its_id_and_the_connection_goes_on() throws Exception {
    String start = GOOD.formatted("big").replace("Bonjour\"}", "");
    try (TestSocket channel = doors.channel()) {
      channel.send(start + "é".repeat(5 * 1024 * 1024) + "\"}");
      assertThat(channel.next())
          .contains("\"refused\"")
          .contains("\"too_large\"")
          .contains("\"id\":\"big\"")
          .contains("\"conversation\":\"c1\"");
      channel.sendParts("a".repeat(1024), 10 * 1024);
      assertThat(channel.next()).contains("\"too_large\"");
      channel.send(GOOD.formatted("m9"));
      assertThat(channel.next()).contains("\"ack\"").contains("m9");
    }
  }

  @Test
  void a_hundred_thousand_deep_nesting_is_refused() throws Exception {
    try (TestSocket channel = doors.channel()) {
      channel.send("[".repeat(100_000));
      assertThat(channel.next()).contains("\"refused\"").contains("\"too_large\"");
      channel.send(GOOD.formatted("m9"));
      assertThat(channel.next()).contains("\"ack\"").contains("m9");
    }
  }

  @Test
  void a_binary_frame_is_refused_and_the_connection_goes_on() throws Exception {
    try (TestSocket channel = doors.channel()) {
      channel.sendBinary(new byte[] {1, 2, 3});
      assertThat(channel.next()).contains("\"not_json\"").contains("binary");
      channel.send(GOOD.formatted("m9"));
      assertThat(channel.next()).contains("\"ack\"").contains("m9");
    }
  }

  @Test
  void what_is_not_kept_is_not_acknowledged() throws Exception {
    try (TestSocket channel = doors.channel()) {
      channel.send(
          """
          {"type":"typing","id":"t1","conversation":"c1","at":"2026-11-22T10:00:00+01:00",\
          "author":"agent","active":true}\
          """);
      channel.send(GOOD.formatted("m1"));
      assertThat(channel.next()).contains("m1");
    }
  }

  @Test
  void a_silent_channel_is_pinged_and_given_up_without_an_answer() throws Exception {
    SocketLimits standard = SocketLimits.standard();
    SocketLimits hasty =
        new SocketLimits(
            standard.frame(),
            standard.queue(),
            Duration.ofMillis(100),
            Duration.ofMillis(300),
            standard.stuck(),
            Duration.ofMillis(20));
    try (Doors open = Doors.open(conversations, hasty, DeskLimits.standard());
        TestSocket polite = open.channel();
        TestSocket mute = open.channel()) {
      for (int i = 0; i < 5; i++) {
        assertThat(polite.any()).startsWith("{\"type\":\"ping\",\"now\":\"");
        polite.send("{\"type\":\"pong\"}");
      }
      assertThat(mute.closeCode()).isEqualTo(4012);
      assertThat(polite.isOpen()).isTrue();
    }
  }

  @Test
  void a_stopping_server_says_so() throws Exception {
    try (TestSocket channel = doors.channel()) {
      channel.send(GOOD.formatted("m1"));
      assertThat(channel.next()).contains("m1");
      doors.close();
      assertThat(channel.closeCode()).isEqualTo(4001);
    }
  }
}
