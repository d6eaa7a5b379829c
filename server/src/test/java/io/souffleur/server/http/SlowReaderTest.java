package io.souffleur.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.desk.DeskLimits;
import io.souffleur.server.lane.Bulletin;
import io.souffleur.server.lane.Watcher;
import io.souffleur.server.testing.Doors;
import io.souffleur.server.testing.FakeConversations;
import io.souffleur.wire.Author;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.EventKey;
import io.souffleur.wire.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SlowReaderTest {
  private static final ConversationKey WATCHED = new ConversationKey("c1");
  private static final int MORE_THAN_SOCKETS_HOLD = 32 * 1024 * 1024;
  private static final int LEAST_BYTES = 250;
  private static final String SNAPSHOT = "\"type\":\"snapshot\"";

  private final FakeConversations conversations = new FakeConversations();

  private static Bulletin update(long seq) {
    return new Bulletin(
        List.of(
            new CoachingUpdate.Cues(
                WATCHED,
                seq,
                FakeConversations.NOW,
                new EventKey("m" + "x".repeat(100)),
                Author.CUSTOMER,
                "fr",
                List.of(),
                Stage.OPENING)));
  }

  private Watcher watcher() {
    return Objects.requireNonNull(conversations.watchers.get(WATCHED));
  }

  @Test
  void a_desk_that_does_not_read_is_hung_up_on() throws Exception {
    SocketLimits standard = SocketLimits.standard();
    SocketLimits hasty =
        new SocketLimits(
            standard.frame(),
            standard.queue(),
            standard.silence(),
            standard.pong(),
            Duration.ofMillis(300),
            Duration.ofMillis(20));
    try (Doors doors = Doors.open(conversations, hasty, DeskLimits.standard());
        Socket mute = new Socket("localhost", doors.port())) {
      upgrade(mute, doors);
      watch(mute, doors);
      tell(watcher());
      // The server lets go of the desk, though the desk never said goodbye.
      assertThat(conversations.unwatched.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void a_desk_that_falls_behind_is_shown_the_whole_once_it_reads_again() throws Exception {
    try (Doors doors = Doors.open(conversations);
        Socket slow = new Socket("localhost", doors.port())) {
      upgrade(slow, doors);
      watch(slow, doors);
      long told = tell(watcher());
      slow.setSoTimeout(20_000);
      long read = 0;
      StringBuilder end = new StringBuilder();
      byte[] buffer = new byte[64 * 1024];
      for (int shown = 0; shown < 2; ) {
        int length = slow.getInputStream().read(buffer);
        assertThat(length).as("bytes until the second snapshot").isPositive();
        read += length;
        end.append(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
        int found = end.indexOf(SNAPSHOT);
        if (found >= 0) {
          shown++;
        }
        end.delete(0, found >= 0 ? found + SNAPSHOT.length() : Math.max(0, end.length() - 20));
      }
      assertThat(read).as("bytes sent of %s", told).isLessThan(told);
    }
  }

  private void watch(Socket socket, Doors doors) throws Exception {
    frame(socket, "{\"type\":\"hello\",\"ticket\":\"" + doors.ticket() + "\"}");
    frame(socket, "{\"type\":\"watch\",\"conversation\":\"c1\"}");
    assertThat(conversations.watched.await(20, TimeUnit.SECONDS)).isTrue();
  }

  /** Tells more than any socket holds; how many bytes that was, at least. */
  private static long tell(Watcher watcher) {
    long told = 0;
    for (long seq = 1; told < MORE_THAN_SOCKETS_HOLD; seq++) {
      watcher.updates(update(seq));
      told += LEAST_BYTES;
    }
    return told;
  }

  private static void upgrade(Socket socket, Doors doors) throws IOException {
    String request =
        """
        GET /v1/desk HTTP/1.1\r
        Host: localhost:%d\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Protocol: souffleur.desk.v1\r
        \r
        """
            .formatted(doors.port());
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.read());
    }
    assertThat(head).startsWith("HTTP/1.1 101 ");
  }

  /** Sends a text frame with a mask of zeros (RFC 6455, section 5.2). */
  private static void frame(Socket socket, String text) throws IOException {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    assertThat(payload.length).isLessThan(126);
    byte[] frame = new byte[6 + payload.length];
    frame[0] = (byte) 0x81;
    frame[1] = (byte) (0x80 | payload.length);
    System.arraycopy(payload, 0, frame, 6, payload.length);
    socket.getOutputStream().write(frame);
  }
}
