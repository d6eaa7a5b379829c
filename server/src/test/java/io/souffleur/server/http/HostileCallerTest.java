package io.souffleur.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.desk.DeskLimits;
import io.souffleur.server.testing.Doors;
import io.souffleur.server.testing.FakeConversations;
import io.souffleur.server.testing.RawSocket;
import io.souffleur.server.testing.TestSocket;
import io.souffleur.server.testing.Visitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever does not keep to the rules is sent away, and whoever does is served meanwhile. */
class HostileCallerTest {
  private static final ConnectionLimits USUAL = ConnectionLimits.standard();
  private static final String GOOD =
      "{\"type\":\"message\",\"id\":\"%s\",\"conversation\":\"c1\","
          + "\"at\":\"2026-11-22T10:00:00+01:00\",\"author\":\"customer\",\"text\":\"%s\"}";

  private final FakeConversations conversations = new FakeConversations();
  private Doors doors;

  @BeforeEach
  void open() throws IOException {
    doors = Doors.open(conversations);
  }

  @AfterEach
  void close() {
    doors.close();
  }

  private void reopen(ConnectionLimits callers) throws IOException {
    doors.close();
    doors = Doors.open(conversations, SocketLimits.standard(), DeskLimits.standard(), callers);
  }

  private void good() throws Exception {
    try (TestSocket channel = doors.channel()) {
      channel.send(GOOD.formatted("good", "Bonjour"));
      assertThat(channel.next()).contains("\"ack\"");
    }
  }

  @Test
  void more_connections_than_there_is_room_for_are_hung_up_on_and_those_after_are_not()
      throws Exception {
    reopen(new ConnectionLimits(5, 100, Set.of(), USUAL.head()));
    List<RawSocket> first = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      first.add(RawSocket.channel(doors.port(), Visitor.CHANNEL_KEY));
    }
    try (RawSocket sixth = RawSocket.connect(doors.port())) {
      assertThat(sixth.ended()).isTrue();
    }
    for (RawSocket socket : first) {
      socket.send(GOOD.formatted("m", "Bonjour"));
      assertThat(socket.nextText()).get().asString().contains("\"ack\"");
      socket.send(RawSocket.CLOSE, true, new byte[0]);
      assertThat(socket.closed()).isPresent();
      assertThat(socket.ended()).isTrue();
      socket.close();
    }
    good();
  }

  @Test
  void one_address_gets_so_many_connections_and_no_more() throws Exception {
    reopen(new ConnectionLimits(100, 3, Set.of(), USUAL.head()));
    List<RawSocket> mine = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      mine.add(RawSocket.channel(doors.port(), Visitor.CHANNEL_KEY));
    }
    try (RawSocket fourth = RawSocket.connect(doors.port())) {
      assertThat(fourth.ended()).isTrue();
    }
    for (RawSocket socket : mine) {
      socket.close();
    }
  }

  @Test
  void a_proxy_on_this_machine_speaks_for_many() throws Exception {
    reopen(new ConnectionLimits(100, 1, USUAL.proxies(), USUAL.head()));
    try (RawSocket first = RawSocket.channel(doors.port(), Visitor.CHANNEL_KEY);
        RawSocket second = RawSocket.channel(doors.port(), Visitor.CHANNEL_KEY)) {
      second.send(GOOD.formatted("m1", "Bonjour"));
      assertThat(second.nextText()).get().asString().contains("\"ack\"");
      first.send(GOOD.formatted("m2", "Bonjour"));
      assertThat(first.nextText()).get().asString().contains("\"ack\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GET /v1/desk HTTP/1.1\r\nHost: local"})
  void a_head_that_does_not_come_to_its_end_is_not_waited_for(String beginning) throws Exception {
    reopen(new ConnectionLimits(100, 100, Set.of(), Duration.ofMillis(200)));
    try (RawSocket slow = RawSocket.connect(doors.port())) {
      slow.say(beginning);
      assertThat(slow.ended()).isTrue();
    }
  }

  @Test
  void a_second_head_said_byte_by_byte_is_not_waited_for() throws Exception {
    reopen(new ConnectionLimits(100, 100, Set.of(), Duration.ofMillis(200)));
    try (RawSocket slow = RawSocket.connect(doors.port())) {
      slow.say("GET /health HTTP/1.1\r\nHost: local\r\n\r\n");
      assertThat(slow.head()).startsWith("HTTP/1.1 200 ");
      byte[] drip = "GET /health HTTP/1.1\r\nX-Long: ".getBytes(StandardCharsets.US_ASCII);
      long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
      boolean hungUp = false;
      for (int i = 0; !hungUp && System.nanoTime() < end; i++) {
        try {
          slow.say(new byte[] {i < drip.length ? drip[i] : (byte) 'x'});
          hungUp = slow.endsWithin(20);
        } catch (IOException broken) {
          hungUp = true;
        }
      }
      assertThat(hungUp).isTrue();
    }
  }

  @Test
  void a_socket_outlives_the_patience_with_heads() throws Exception {
    reopen(new ConnectionLimits(100, 100, Set.of(), Duration.ofMillis(50)));
    try (RawSocket channel = RawSocket.channel(doors.port(), Visitor.CHANNEL_KEY)) {
      assertThat(channel.endsWithin(400)).isFalse();
      channel.send(GOOD.formatted("m1", "Bonjour"));
      assertThat(channel.nextText()).get().asString().contains("\"ack\"");
    }
  }

  @Test
  void a_head_that_is_too_long_is_refused() throws Exception {
    HttpResponse<String> answer = doors.get("/health", "X-Long", "x".repeat(9 * 1024));
    assertThat(answer.statusCode()).isEqualTo(431);
    good();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "identity, gzip"})
  void a_compressed_body_is_refused(String encoding) throws Exception {
    HttpResponse<String> answer =
        doors.post(
            "/v1/channel/events",
            GOOD.formatted("m1", "Bonjour"),
            "Authorization",
            "Bearer " + Visitor.CHANNEL_KEY,
            "Content-Encoding",
            encoding);
    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(conversations.events).isEmpty();
  }

  @Test
  void a_body_said_byte_by_byte_is_not_waited_for() throws Exception {
    try (RawSocket slow = RawSocket.connect(doors.port())) {
      slow.say(
          "POST /v1/channel/events HTTP/1.1\r\nHost: local\r\nContent-Length: 1000\r\n"
              + "Authorization: Bearer "
              + Visitor.CHANNEL_KEY
              + "\r\n\r\n");
      for (int i = 0; i < 900 && !slow.heard(20); i++) {
        slow.say(" ");
      }
      assertThat(slow.head()).startsWith("HTTP/1.1 408 ");
    }
  }

  @Test
  void compression_of_a_socket_is_not_agreed_to() throws Exception {
    try (RawSocket socket = RawSocket.connect(doors.port())) {
      String head =
          socket.upgrade(
              doors.port(),
              "/v1/channel",
              "souffleur.channel.v1",
              Map.of(
                  "Authorization",
                  "Bearer " + Visitor.CHANNEL_KEY,
                  "Sec-WebSocket-Extensions",
                  "permessage-deflate; client_max_window_bits, x-webkit-deflate-frame"));
      assertThat(head).doesNotContainIgnoringCase("Sec-WebSocket-Extensions");
      byte[] frame = RawSocket.frame(RawSocket.TEXT, true, new byte[] {0x2a, 0x03, 0x00});
      frame[0] |= 0x40; // RSV1, which says “compressed” (RFC 7692, section 6).
      socket.say(frame);
      assertThat(socket.closed()).hasValue(1002);
    }
    good();
  }

  @Test
  void a_frame_in_single_bytes_is_one_frame() throws Exception {
    byte[] text = GOOD.formatted("m1", "é".repeat(2_000)).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    for (int i = 0; i < text.length; i++) {
      frames.write(
          RawSocket.frame(
              i == 0 ? RawSocket.TEXT : RawSocket.CONTINUATION,
              i == text.length - 1,
              new byte[] {text[i]}));
    }
    try (RawSocket channel = RawSocket.channel(doors.port(), Visitor.CHANNEL_KEY)) {
      channel.say(frames.toByteArray());
      assertThat(channel.nextText()).get().asString().contains("\"ack\"").contains("m1");
    }
  }

  @Test
  void ten_thousand_pings_are_answered_and_disturb_nobody() throws Exception {
    ByteArrayOutputStream flood = new ByteArrayOutputStream();
    for (int i = 0; i < 10_000; i++) {
      flood.write(RawSocket.frame(RawSocket.PING, true, new byte[] {1}));
    }
    try (RawSocket channel = RawSocket.channel(doors.port(), Visitor.CHANNEL_KEY)) {
      Thread flooding =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      channel.say(flood.toByteArray());
                      channel.send(GOOD.formatted("m1", "Bonjour"));
                    } catch (IOException e) {
                      throw new java.io.UncheckedIOException(e);
                    }
                  });
      good();
      assertThat(channel.nextText()).get().asString().contains("\"ack\"").contains("m1");
      flooding.join();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void json_that_is_made_to_cost_is_refused_and_the_socket_goes_on(int which) throws Exception {
    String hostile =
        switch (which) {
          case 0 -> "[".repeat(60_000);
          case 1 -> "{\"a\":".repeat(12_000);
          case 2 -> "{\"type\":\"message\",\"revision\":" + "9".repeat(60_000) + "}";
          case 3 -> "{\"type\":\"message\",\"revision\":1e" + "9".repeat(60_000) + "}";
          default -> "{\"type\":\"message\",\"text\":\"" + "\\u0000".repeat(10_900) + "\"}";
        };
    try (RawSocket channel = RawSocket.channel(doors.port(), Visitor.CHANNEL_KEY)) {
      channel.send(hostile);
      assertThat(channel.nextText()).get().asString().contains("\"refused\"");
      channel.send(GOOD.formatted("m1", "Bonjour"));
      assertThat(channel.nextText()).get().asString().contains("\"ack\"");
    }
    HttpResponse<String> posted =
        doors.post("/v1/channel/events", hostile, "Authorization", "Bearer " + Visitor.CHANNEL_KEY);
    assertThat(posted.statusCode()).isEqualTo(200);
    assertThat(posted.body()).contains("\"refused\"").doesNotContain("\"ack\"");
  }

  @Test
  void more_frames_than_a_desk_may_send_close_it() throws Exception {
    try (RawSocket desk = RawSocket.desk(doors.port())) {
      ByteArrayOutputStream flood = new ByteArrayOutputStream();
      for (int i = 0; i < 1_000; i++) {
        flood.write(
            RawSocket.frame(
                RawSocket.TEXT, true, "{\"type\":\"pong\"}".getBytes(StandardCharsets.UTF_8)));
      }
      desk.say(flood.toByteArray());
      assertThat(desk.closed()).hasValue(4029);
    }
  }
}
