package io.souffleur.server.crash;

import io.souffleur.server.testing.RawSocket;
import io.souffleur.server.testing.Visitor;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.DeskReply;
import io.souffleur.wire.Refused;
import io.souffleur.wire.Snapshot;
import io.souffleur.wire.json.DeskCodec;
import io.souffleur.wire.json.RefusalException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A desk that watches every conversation from its start to its end, hangs up now and then, and
 * comes back with what it knows.
 */
final class WatchingDesk implements Runnable {
  private static final int MOST_WATCHED = 48;

  private final int port;
  private final Ledger ledger;
  private final RandomGenerator random;
  private final Map<String, Shown> shown = new LinkedHashMap<>();
  private final Set<String> over = new HashSet<>();
  private volatile boolean finishing;
  private volatile boolean atEnd;
  private final Set<String> awaited = new HashSet<>();

  WatchingDesk(int port, Ledger ledger, RandomGenerator random) {
    this.port = port;
    this.ledger = ledger;
    this.random = random;
  }

  /** Looks at everything that is not over once more, afresh, and ends. */
  void finish() {
    finishing = true;
  }

  /** What it was shown, once it has ended. */
  Map<String, Shown> shown() {
    return shown;
  }

  @Override
  public void run() {
    try {
      while (!atEnd) {
        try (RawSocket socket = RawSocket.desk(port)) {
          watch(socket, finishing);
        } catch (IOException lost) {
          ledger.await(() -> false, 5);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      ledger.fault("the desk failed: " + e);
    }
  }

  private void watch(RawSocket socket, boolean last) throws IOException {
    socket.send("{\"type\":\"hello\",\"ticket\":\"" + ticket() + "\"}");
    Set<String> watched = new HashSet<>();
    int frames = 50 + random.nextInt(400);
    if (last) {
      awaited.clear();
    }
    while (last || (frames-- > 0 && !finishing)) {
      Optional<String> frame = socket.nextText();
      if (frame.isEmpty()) {
        throw new IOException("the line is lost");
      }
      hear(frame.get());
      watchMore(socket, watched, last);
      if (last && awaited.isEmpty()) {
        atEnd = true;
        return;
      }
    }
  }

  private void watchMore(RawSocket socket, Set<String> watched, boolean last) throws IOException {
    for (String conversation : Set.copyOf(watched)) {
      if (over.contains(conversation)) {
        watched.remove(conversation);
        socket.send("{\"type\":\"unwatch\",\"conversation\":\"" + conversation + "\"}");
      }
    }
    for (String conversation : ledger.live()) {
      if (watched.size() >= MOST_WATCHED) {
        return;
      }
      if (!over.contains(conversation) && watched.add(conversation)) {
        Shown known = shown.computeIfAbsent(conversation, key -> new Shown());
        String from =
            known.epoch().isEmpty() || last
                ? ""
                : ",\"epoch\":\"" + known.epoch() + "\",\"seq\":" + known.seq();
        if (last) {
          awaited.add(conversation);
        }
        socket.send("{\"type\":\"watch\",\"conversation\":\"" + conversation + "\"" + from + "}");
      }
    }
  }

  private void hear(String json) {
    try {
      switch (DeskCodec.decodeReply(json)) {
        case Snapshot snapshot -> {
          String key = snapshot.conversation().value();
          Shown what = of(key);
          what.snapshot(snapshot);
          awaited.remove(key);
          if (what.over()) {
            over.add(key);
          }
        }
        case DeskReply.Resumed resumed ->
            of(resumed.conversation().value()).resumed(resumed.epoch(), resumed.seq());
        case CoachingUpdate update -> of(update.conversation().value()).update(update);
        case Refused refused -> ledger.fault("the desk was refused: " + json);
        default -> {}
      }
    } catch (RefusalException e) {
      ledger.fault("the desk can't read " + json);
    }
  }

  private Shown of(String conversation) {
    return shown.computeIfAbsent(conversation, key -> new Shown());
  }

  private String ticket() throws IOException {
    try (RawSocket http = RawSocket.connect(port)) {
      String body = "{\"agent\":{\"key\":\"ines\",\"name\":\"Inès\"}}";
      http.say(
          """
          POST /v1/desk/tickets HTTP/1.1\r
          Host: 127.0.0.1\r
          Connection: close\r
          Authorization: Bearer %s\r
          Content-Length: %d\r
          \r
          %s\
          """
              .formatted(
                  Visitor.HOST_KEY,
                  body.getBytes(java.nio.charset.StandardCharsets.UTF_8).length,
                  body));
      String answer = http.rest();
      int at = answer.indexOf("\"ticket\":\"");
      if (at < 0) {
        throw new IOException("no ticket: " + answer);
      }
      int start = at + "\"ticket\":\"".length();
      return answer.substring(start, answer.indexOf('"', start));
    } catch (SocketTimeoutException e) {
      ledger.fault("no ticket in time");
      throw e;
    }
  }
}
