package io.souffleur.server.conformance;

import io.souffleur.server.testing.RawSocket;
import io.souffleur.server.testing.Visitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** An address that takes sockets, and a text frame that it answers by repeating what was in it. */
enum Door {
  CHANNEL {
    @Override
    RawSocket open(Visitor doors) throws IOException {
      return RawSocket.channel(doors.port(), Visitor.CHANNEL_KEY);
    }

    @Override
    String event(String id) {
      return "{\"type\":\"call.held\",\"conversation\":\"c1\",\"at\":\"2026-11-22T10:00:00Z\",\"id\":\""
          + id
          + "\"}";
    }
  },
  DESK {
    @Override
    RawSocket open(Visitor doors) throws Exception {
      RawSocket desk = RawSocket.desk(doors.port());
      desk.send("{\"type\":\"hello\",\"ticket\":\"" + doors.ticket() + "\"}");
      desk.send("{\"type\":\"watch\",\"conversation\":\"c1\"}");
      String told = desk.nextText().orElse("");
      while (!told.startsWith("{\"type\":\"snapshot\"")) {
        if (told.isEmpty()) {
          throw new IOException("the desk was not let in");
        }
        told = desk.nextText().orElse("");
      }
      return desk;
    }

    @Override
    String event(String id) {
      return "{\"type\":\"hint.used\",\"conversation\":\"c1\",\"hint\":\"h1\",\"id\":\""
          + id
          + "\"}";
    }
  };

  /** A socket that is let in, with nothing left to be read. */
  abstract RawSocket open(Visitor doors) throws Exception;

  /** What is acknowledged under {@code id}. */
  abstract String event(String id);

  /** The same in UTF-8. */
  byte[] payload(String id) {
    return event(id).getBytes(StandardCharsets.UTF_8);
  }

  /** The same with blanks behind it, so that it has {@code length} bytes. */
  byte[] payload(String id, int length) {
    String event = event(id);
    return (event + " ".repeat(length - event.length())).getBytes(StandardCharsets.UTF_8);
  }
}
