package io.souffleur.server.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souffleur.server.http.SocketLimits;
import io.souffleur.server.testing.Doors;
import io.souffleur.server.testing.FakeConversations;
import io.souffleur.server.testing.TestSocket;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskAction;
import io.souffleur.wire.EventKey;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskDoorTest {
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
  void a_ticket_opens_the_desk_of_its_agent() throws Exception {
    try (TestSocket desk = doors.deskOfInes()) {
      assertThat(desk.next())
          .startsWith("{\"type\":\"ready\",\"epoch\":\"epoch-1\"")
          .contains("Inès Morel");
      assertThat(desk.next()).isEqualTo("{\"type\":\"attention\",\"rows\":[]}");
    }
  }

  @Test
  void a_ticket_is_good_once() throws Exception {
    String hello = "{\"type\":\"hello\",\"ticket\":\"" + doors.ticket() + "\"}";
    try (TestSocket first = doors.desk(Map.of());
        TestSocket second = doors.desk(Map.of())) {
      first.send(hello);
      assertThat(first.next()).contains("ready");
      second.send(hello);
      assertThat(second.closeCode()).isEqualTo(4501);
    }
  }

  @Test
  void a_desk_without_hello_is_closed_in_time() throws Exception {
    DeskLimits standard = DeskLimits.standard();
    DeskLimits hasty =
        new DeskLimits(
            Duration.ofMillis(50),
            standard.conversations(),
            standard.burst(),
            standard.perSecond(),
            standard.coalesce());
    try (Doors open = Doors.open(conversations, SocketLimits.standard(), hasty);
        TestSocket desk = open.desk(Map.of())) {
      desk.send("{\"type\":\"watch\",\"conversation\":\"c1\"}");
      assertThat(desk.next()).contains("unauthorised").contains("hello");
      assertThat(desk.closeCode()).isEqualTo(4008);
      assertThat(conversations.watchers).isEmpty();
    }
  }

  @Test
  void watching_shows_the_whole_first() throws Exception {
    try (TestSocket desk = doors.deskOfInes()) {
      desk.send("{\"type\":\"watch\",\"conversation\":\"c1\"}");
      assertThat(desk.nextWith("snapshot")).contains("\"conversation\":\"c1\"");
    }
    assertThat(conversations.unwatched.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void watching_goes_on_where_the_desk_stopped() throws Exception {
    try (TestSocket desk = doors.deskOfInes()) {
      desk.send("{\"type\":\"watch\",\"conversation\":\"c1\",\"epoch\":\"epoch-1\",\"seq\":4}");
      assertThat(desk.nextWith("resumed")).contains("\"seq\":4");
      desk.send("{\"type\":\"watch\",\"conversation\":\"c1\",\"epoch\":\"old\",\"seq\":4}");
      assertThat(desk.next()).contains("snapshot");
    }
  }

  @Test
  void a_promise_of_an_ended_conversation_is_kept_without_watching_it() throws Exception {
    try (TestSocket desk = doors.deskOfInes()) {
      desk.send(
          "{\"type\":\"commitment.kept\",\"conversation\":\"earlier\",\"commitment\":\"c1\",\"id\":\"a1\"}");
      assertThat(desk.nextWith("\"a1\"")).contains("ack");
      desk.send(
          "{\"type\":\"commitment.reopened\",\"conversation\":\"earlier\",\"commitment\":\"c1\",\"id\":\"a2\"}");
      assertThat(desk.nextWith("\"a2\"")).contains("ack");
      desk.send(
          "{\"type\":\"hint.used\",\"conversation\":\"earlier\",\"hint\":\"h1\",\"id\":\"a3\"}");
      assertThat(desk.nextWith("\"a3\"")).contains("unauthorised");
      desk.send(
          "{\"type\":\"commitment.kept\",\"conversation\":\"others-1\",\"commitment\":\"c1\",\"id\":\"a4\"}");
      assertThat(desk.nextWith("\"a4\"")).contains("unauthorised");
    }
  }

  @Test
  void a_conversation_of_another_agent_stays_closed() throws Exception {
    try (TestSocket desk = doors.deskOfInes()) {
      desk.send("{\"type\":\"watch\",\"conversation\":\"others-1\"}");
      assertThat(desk.nextWith("refused")).contains("unauthorised");
      desk.send(
          "{\"type\":\"draft\",\"conversation\":\"others-1\",\"text\":\"Hi\",\"revision\":1}");
      assertThat(desk.next()).contains("unauthorised");
      desk.send("{\"type\":\"message.asked\",\"conversation\":\"others-1\",\"message\":\"m1\"}");
      assertThat(desk.next()).contains("unauthorised");
      desk.send(
          "{\"type\":\"hint.used\",\"conversation\":\"others-1\",\"hint\":\"h1\",\"id\":\"a1\"}");
      assertThat(desk.next()).contains("unauthorised").contains("\"id\":\"a1\"");
      assertThat(conversations.actions).isEmpty();
    }
  }

  @Test
  void what_the_agent_does_is_handed_over_and_answered() throws Exception {
    try (TestSocket desk = doors.deskOfInes()) {
      desk.send("{\"type\":\"watch\",\"conversation\":\"c1\"}");
      desk.nextWith("snapshot");
      desk.send(
          "{\"type\":\"hint.dismissed\",\"conversation\":\"c1\",\"hint\":\"h1\",\"id\":\"a1\"}");
      assertThat(desk.next())
          .isEqualTo("{\"type\":\"ack\",\"id\":\"a1\",\"conversation\":\"c1\",\"seq\":1}");
      desk.send("{\"type\":\"draft\",\"conversation\":\"c1\",\"text\":\"Hi\",\"revision\":7}");
      assertThat(desk.next()).contains("draft.checked").contains("\"revision\":7");
      desk.send("{\"type\":\"message.asked\",\"conversation\":\"c1\",\"message\":\"m1\"}");
      assertThat(desk.next()).contains("message.shown").contains("Bonjour");
      assertThat(conversations.actions)
          .containsExactly(
              new DeskAction.HintDismissed(new ConversationKey("c1"), "h1", new EventKey("a1")));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "{\"type\":\"fly\"}",
        "{\"type\":\"watch\"}",
        "{\"type\":\"watch\",\"conversation\":4}"
      })
  void a_bad_frame_is_refused_and_the_desk_goes_on(String frame) throws Exception {
    try (TestSocket desk = doors.deskOfInes()) {
      desk.nextWith("attention");
      desk.send(frame);
      assertThat(desk.next()).contains("\"refused\"");
      desk.sendBinary(new byte[] {1});
      assertThat(desk.next()).contains("\"refused\"").contains("binary");
      desk.send("{\"type\":\"x\",\"y\":\"" + "z".repeat(70_000) + "\"}");
      assertThat(desk.next()).contains("\"too_large\"");
      desk.send("{\"type\":\"watch\",\"conversation\":\"c1\"}");
      assertThat(desk.next()).contains("snapshot");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "https://evil.example.org",
        "https://crm.example.org.evil.org",
        "https://crm.example.org:444",
        "http://crm.example.org",
        "https://CRM.example.org",
        "https://crm.example.org/",
        "http://localhost"
      })
  void pages_of_other_origins_do_not_get_a_socket(String origin) {
    assertThatThrownBy(() -> doors.desk(Map.of("Origin", origin))).hasStackTraceContaining("403");
  }

  @Test
  void the_own_pages_and_the_allowed_ones_do() throws Exception {
    doors.desk(Map.of("Origin", "http://localhost:" + doors.port())).close();
    doors.desk(Map.of("Origin", Doors.EMBEDDER)).close();
  }

  @Test
  void a_desk_that_floods_is_closed() throws Exception {
    DeskLimits standard = DeskLimits.standard();
    DeskLimits strict =
        new DeskLimits(standard.hello(), standard.conversations(), 5, 1, standard.coalesce());
    try (Doors open = Doors.open(conversations, SocketLimits.standard(), strict);
        TestSocket desk = open.desk(Map.of())) {
      for (int i = 0; i < 6; i++) {
        desk.send("{\"type\":\"pong\"}");
      }
      assertThat(desk.closeCode()).isEqualTo(4029);
    }
  }

  @Test
  void tickets_are_for_hosts() throws Exception {
    String body = "{\"agent\":{\"key\":\"ines\",\"name\":\"Inès\"}}";
    assertThat(doors.post("/v1/desk/tickets", body).statusCode()).isEqualTo(401);
    assertThat(
            doors
                .post("/v1/desk/tickets", body, "Authorization", "Bearer " + Doors.CHANNEL_KEY)
                .statusCode())
        .isEqualTo(403);
    assertThat(
            doors
                .post("/v1/desk/tickets", "{}", "Authorization", "Bearer " + Doors.HOST_KEY)
                .statusCode())
        .isEqualTo(400);
  }
}
