package io.souffleur.server.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.ChannelName;
import io.souffleur.server.testing.Doors;
import io.souffleur.server.testing.FakeConversations;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventsServletTest {
  private static final String EVENT =
      """
      {"type":"message","id":"%s","conversation":"c1","at":"2026-11-22T10:00:00+01:00",\
      "author":"customer","text":"Bonjour"}\
      """;
  private static final String TYPING =
      """
      {"type":"typing","id":"t","conversation":"c1","at":"2026-11-22T10:00:00+01:00",\
      "author":"agent","active":true}\
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

  private HttpResponse<String> post(String body) throws Exception {
    return doors.post("/v1/channel/events", body, "Authorization", "Bearer " + Doors.CHANNEL_KEY);
  }

  @Test
  void one_event_is_answered_alone() throws Exception {
    HttpResponse<String> answer = post(EVENT.formatted("m1").replace(",", ",\n  "));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo("[{\"type\":\"ack\",\"id\":\"m1\",\"conversation\":\"c1\",\"seq\":1}]\n");
  }

  @Test
  void the_key_says_which_channel_tells() throws Exception {
    post(EVENT.formatted("m1"));
    doors.post(
        "/v1/channel/events",
        EVENT.formatted("m2"),
        "Authorization",
        "Bearer " + Doors.OTHER_CHANNEL_KEY);
    assertThat(conversations.tellers)
        .containsExactly(new ChannelName("web-chat"), new ChannelName("telephone"));
  }

  @Test
  void an_array_is_answered_in_its_order_with_refusals_in_their_places() throws Exception {
    HttpResponse<String> answer =
        post("[" + EVENT.formatted("m1") + ", 7, " + TYPING + "," + EVENT.formatted("m2") + "]");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().lines())
        .satisfiesExactly(
            first -> assertThat(first).contains("\"ack\"").contains("m1"),
            second -> assertThat(second).contains("not_json"),
            third -> assertThat(third).contains("\"ack\"").contains("m2"));
  }

  @Test
  void json_lines_are_answered_in_their_order_and_a_bad_line_spoils_no_other() throws Exception {
    HttpResponse<String> answer =
        post(EVENT.formatted("m1") + "\n{oops\r\n\n" + EVENT.formatted("m2") + "\n");
    assertThat(answer.body().lines())
        .satisfiesExactly(
            first -> assertThat(first).contains("\"ack\"").contains("m1"),
            second -> assertThat(second).contains("not_json"),
            third -> assertThat(third).contains("\"ack\"").contains("m2"));
  }

  @Test
  void an_array_that_breaks_off_keeps_what_came_before() throws Exception {
    assertThat(post("[" + EVENT.formatted("m1") + ",{\"type\":").body().lines())
        .satisfiesExactly(
            first -> assertThat(first).contains("\"ack\"").contains("m1"),
            second -> assertThat(second).contains("not_json"));
  }

  @Test
  void nesting_without_end_is_refused() throws Exception {
    assertThat(post("[" + EVENT.formatted("m1") + "," + "[".repeat(100_000)).body().lines())
        .satisfiesExactly(
            first -> assertThat(first).contains("\"ack\"").contains("m1"),
            second -> assertThat(second).contains("\"refused\""));
  }

  @Test
  void an_empty_body_has_an_empty_answer() throws Exception {
    assertThat(post(" \n").body()).isEqualTo("[]\n");
  }

  @Test
  void a_body_above_the_limit_is_refused_whole() throws Exception {
    assertThat(post("x".repeat(5 * 1024 * 1024)).statusCode()).isEqualTo(413);
    assertThat(conversations.events).isEmpty();
  }

  @Test
  void without_the_key_nothing_is_taken() throws Exception {
    HttpResponse<String> answer = doors.post("/v1/channel/events", EVENT.formatted("m1"));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(conversations.events).isEmpty();
  }

  @Test
  void a_full_lane_is_answered_with_come_back_later() throws Exception {
    conversations.fill();
    HttpResponse<String> answer = post(EVENT.formatted("m1") + "\n" + EVENT.formatted("m2"));
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(answer.body().lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("\"busy\""));
  }
}
