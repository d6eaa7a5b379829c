package io.souffleur.server.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.testing.Doors;
import io.souffleur.server.testing.FakeConversations;
import io.souffleur.server.testing.RawSocket;
import io.souffleur.server.testing.Visitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** How a socket is opened, or not (RFC 6455, section 4.2; compression: RFC 7692, section 5). */
@Timeout(60)
class HandshakeConformanceTest {
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

  private static Doors doors;

  @BeforeAll
  static void open() throws IOException {
    doors = Doors.open(new FakeConversations());
  }

  @AfterAll
  static void close() {
    doors.close();
  }

  /** A request to open a socket; each change makes another one. */
  private record Request(String line, List<String> headers) {
    static Request to(Door door) {
      List<String> headers =
          new ArrayList<>(
              List.of(
                  "Host: 127.0.0.1:" + doors.port(),
                  "Upgrade: websocket",
                  "Connection: Upgrade",
                  "Sec-WebSocket-Key: " + KEY,
                  "Sec-WebSocket-Version: 13",
                  "Sec-WebSocket-Protocol: " + subprotocol(door)));
      if (door == Door.CHANNEL) {
        headers.add("Authorization: Bearer " + Visitor.CHANNEL_KEY);
      }
      return new Request("GET /v1/" + name(door) + " HTTP/1.1", headers);
    }

    /** Without this header, and with these lines in its place. */
    Request with(String header, String... lines) {
      List<String> changed = new ArrayList<>(headers);
      changed.removeIf(one -> one.regionMatches(true, 0, header + ":", 0, header.length() + 1));
      changed.addAll(List.of(lines));
      return new Request(line, changed);
    }

    Request line(String method, String version) {
      return new Request(method + " " + line.split(" ")[1] + " " + version, headers);
    }

    @Override
    public String toString() {
      return line + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    }
  }

  private static String name(Door door) {
    return door.name().toLowerCase(Locale.ROOT);
  }

  private static String subprotocol(Door door) {
    return "souffleur." + name(door) + ".v1";
  }

  @TestFactory
  Stream<DynamicTest> opens() {
    return eachDoor(
        (tests, door) -> {
          Request usual = Request.to(door);
          String ours = subprotocol(door);
          tests.opens("as the RFC has it", usual);
          tests.opens(
              "names and values in other cases (4.2.1)",
              usual
                  .with("Upgrade", "UPGRADE: WebSocket")
                  .with("Connection", "connection: upgrade")
                  .with("Sec-WebSocket-Version", "sec-websocket-VERSION: 13"));
          tests.opens(
              "Upgrade among others", usual.with("Connection", "Connection: keep-alive, Upgrade"));
          tests.opens(
              "Connection in two lines",
              usual.with("Connection", "Connection: keep-alive", "Connection: Upgrade"));
          for (String others :
              List.of(ours + ", other.v1", "other.v1, " + ours, "other.v1," + ours)) {
            tests.opens(
                "subprotocols " + others,
                usual.with("Sec-WebSocket-Protocol", "Sec-WebSocket-Protocol: " + others));
          }
          tests.opens(
              "subprotocols in two lines (11.3.4)",
              usual.with(
                  "Sec-WebSocket-Protocol",
                  "Sec-WebSocket-Protocol: other.v1",
                  "Sec-WebSocket-Protocol: " + ours));
          for (String extensions :
              List.of(
                  "permessage-deflate",
                  "permessage-deflate; client_max_window_bits",
                  "permessage-deflate; server_no_context_takeover; client_no_context_takeover",
                  "permessage-deflate; server_max_window_bits=8",
                  "permessage-deflate; client_max_window_bits=15, permessage-deflate",
                  "permessage-deflate; unknown=1",
                  "permessage-bzip2",
                  "x-webkit-deflate-frame",
                  "mux; max-channels=4; flow-control, deflate-stream")) {
            tests.opens(
                "without what is offered: " + extensions,
                usual.with("none", "Sec-WebSocket-Extensions: " + extensions));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> does_not_open() {
    return eachDoor(
        (tests, door) -> {
          Request usual = Request.to(door);
          tests.refuses("not GET", 405, usual.line("POST", "HTTP/1.1"));
          tests.refuses("HTTP/1.0", 400, usual.line("GET", "HTTP/1.0"));
          tests.refuses("no Host", 400, usual.with("Host"));
          tests.refuses("two Hosts", 400, usual.with("none", "Host: other.example.org"));
          tests.refuses("no Upgrade", 426, usual.with("Upgrade"));
          tests.refuses("another Upgrade", 426, usual.with("Upgrade", "Upgrade: h2c"));
          tests.refuses("no Connection", 400, usual.with("Connection"));
          tests.refuses(
              "another Connection", 400, usual.with("Connection", "Connection: keep-alive"));
          tests.refuses("no key", 400, usual.with("Sec-WebSocket-Key"));
          for (String key :
              List.of("", "dGhlIHNhbXBsZQ==", "not base64, not 16 bytes", KEY + KEY)) {
            tests.refuses(
                "key “" + key + "” (4.2.1: 16 bytes)",
                400,
                usual.with("Sec-WebSocket-Key", "Sec-WebSocket-Key: " + key));
          }
          tests.refuses("two keys (11.3.1)", 400, usual.with("none", "Sec-WebSocket-Key: " + KEY));
          tests.refuses("no version", 426, usual.with("Sec-WebSocket-Version"));
          for (String version : List.of("0", "8", "12", "14", "1313", "-1", "thirteen", "")) {
            tests.refuses(
                "version “" + version + "” (4.4)",
                426,
                usual.with("Sec-WebSocket-Version", "Sec-WebSocket-Version: " + version));
          }
          tests.refuses("no subprotocol", 400, usual.with("Sec-WebSocket-Protocol"));
          for (String other : List.of("souffleur.other.v1", "souffleur.channel", "SOUFFLEUR")) {
            tests.refuses(
                "subprotocol " + other,
                400,
                usual.with("Sec-WebSocket-Protocol", "Sec-WebSocket-Protocol: " + other));
          }
          if (door == Door.CHANNEL) {
            tests.refuses("no key of the house", 401, usual.with("Authorization"));
          }
        });
  }

  private interface Table {
    void fill(Tests tests, Door door);
  }

  private static Stream<DynamicTest> eachDoor(Table table) {
    return Stream.of(Door.values())
        .flatMap(
            door -> {
              Tests tests = new Tests(door, new ArrayList<>());
              table.fill(tests, door);
              return tests.all.stream();
            });
  }

  private record Tests(Door door, List<DynamicTest> all) {
    void opens(String what, Request request) {
      all.add(DynamicTest.dynamicTest(name(door) + ": " + what, () -> opened(request, door)));
    }

    void refuses(String what, int status, Request request) {
      all.add(DynamicTest.dynamicTest(name(door) + ": " + what, () -> refused(request, status)));
    }
  }

  private static void opened(Request request, Door door) throws Exception {
    try (RawSocket socket = RawSocket.connect(doors.port())) {
      socket.say(request.toString());
      List<String> head = socket.head().lines().map(String::strip).toList();
      assertThat(head.getFirst()).startsWith("HTTP/1.1 101 ");
      assertThat(head).anyMatch("Upgrade: websocket"::equalsIgnoreCase);
      assertThat(head).anyMatch("Connection: Upgrade"::equalsIgnoreCase);
      assertThat(head)
          .containsOnlyOnce("Sec-WebSocket-Accept: " + accept(KEY))
          .containsOnlyOnce("Sec-WebSocket-Protocol: " + subprotocol(door))
          .noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-extensions"));
      socket.say(Bytes.join(Bytes.ping(Bytes.utf8("open")), Bytes.close(1000, new byte[0])));
      new Answer.Pong(Bytes.utf8("open")).is(socket.next().orElseThrow());
      new Answer.Closed(1000).is(socket.next().orElseThrow());
    }
  }

  /** Section 4.2.2: “5. 4.”. */
  private static String accept(String key) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
    return Base64.getEncoder().encodeToString(hash);
  }

  private static void refused(Request request, int status) throws Exception {
    try (RawSocket socket = RawSocket.connect(doors.port())) {
      socket.say(request.toString());
      String head = socket.head();
      assertThat(head).startsWith("HTTP/1.1 " + status + " ");
      if (head.startsWith("HTTP/1.1 426 ")) {
        assertThat(head).containsIgnoringCase("\r\nUpgrade: websocket\r\n");
        assertThat(head).containsIgnoringCase("\r\nSec-WebSocket-Version: 13\r\n");
      }
    }
  }
}
