package io.souffleur.server.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.testing.RawSocket;
import io.souffleur.server.testing.Visitor;
import java.io.IOException;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;

/**
 * What is said at one door, and exactly what must come back.
 *
 * @param number family, group and case
 * @param said each handed to the system by itself
 * @param heard the frames in order; when the last is no close frame, the socket is still good
 */
record Exchange(String number, String what, Door door, List<byte[]> said, List<Answer> heard) {
  private static final int PATIENCE_MS = 5_000;
  private static final byte[] NOTHING = {};

  String title() {
    return number + " " + door.name().toLowerCase(java.util.Locale.ROOT) + ": " + what;
  }

  void play(Visitor doors) throws Exception {
    try (RawSocket socket = door.open(doors)) {
      say(socket, said);
      boolean open = true;
      for (Answer answer : heard) {
        answer.is(next(socket));
        open = !(answer instanceof Answer.Closed);
      }
      if (open) {
        byte[] still = Bytes.utf8("still there");
        say(socket, List.of(Bytes.ping(still), Bytes.close(1000, NOTHING)));
        new Answer.Pong(still).is(next(socket));
        new Answer.Closed(1000).is(next(socket));
      }
      assertThat(socket.endsInOrder(PATIENCE_MS)).as("the line ends in order").isTrue();
    }
  }

  /** Whoever breaks the rules may be hung up on before the last word. */
  private static void say(RawSocket socket, List<byte[]> segments) throws IOException {
    try {
      for (byte[] segment : segments) {
        socket.say(segment);
      }
    } catch (SocketException hungUp) {
      // What was answered before is still there to be read.
    }
  }

  private static RawSocket.Frame next(RawSocket socket) throws IOException {
    Optional<RawSocket.Frame> frame = socket.next();
    assertThat(frame).as("a frame before the line ends").isPresent();
    return frame.orElseThrow();
  }
}
