package io.souffleur.server.endtoend;

import io.souffleur.server.checklist.ChecklistLibrary;
import io.souffleur.server.contract.Coaching;
import io.souffleur.server.core.Coach;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.MessageReader;
import io.souffleur.server.lines.Source;
import io.souffleur.server.nlp.CueReader;
import io.souffleur.server.replay.Replay;
import io.souffleur.server.testing.TestClock;
import io.souffleur.server.testing.TestSocket;
import io.souffleur.wire.json.ChannelCodec;
import io.souffleur.wire.json.RefusalException;
import io.souffleur.wire.json.UpdateCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A recorded conversation: an event a line. */
record Recording(List<String> events) {

  static Recording of(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Recording.class.getResourceAsStream(name + ".jsonl"), name)) {
      return new Recording(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    }
  }

  /** Tells events from {@code from} to {@code to}, each when the clock has come to it. */
  void tell(int from, int to, TestSocket channel, TestClock clock) throws Exception {
    for (String event : events.subList(from, to)) {
      clock.set(at(event));
      channel.send(event);
      channel.nextWith("\"ack\"");
    }
  }

  Instant start() throws Exception {
    return at(events.getFirst());
  }

  private static Instant at(String event) throws Exception {
    return ChannelCodec.decode(event).at().toInstant();
  }

  /** What replaying it gives, after update {@code seq}. */
  List<String> replayedAfter(long seq) throws Exception {
    MessageReader reader = CueReader.shipped();
    Coaching coaching =
        new Coaching(
            new Coach(ChecklistLibrary.shipped(Language.FRENCH)), reader, Optional.empty());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Replay.run(
        coaching,
        List.of(
            new Source(
                "recording",
                new ByteArrayInputStream(
                    String.join("\n", events).getBytes(StandardCharsets.UTF_8)))),
        Set.of(),
        out,
        new PrintWriter(err),
        false);
    if (!err.toString().isEmpty()) {
      throw new IllegalStateException(err.toString());
    }
    return out.toString().lines().filter(update -> seq(update) > seq).toList();
  }

  private static long seq(String update) {
    try {
      return UpdateCodec.decode(update).seq();
    } catch (RefusalException e) {
      throw new IllegalStateException(e);
    }
  }
}
