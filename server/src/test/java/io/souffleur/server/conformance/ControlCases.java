package io.souffleur.server.conformance;

import io.souffleur.server.conformance.Answer.Acknowledged;
import io.souffleur.server.conformance.Answer.Closed;
import io.souffleur.server.conformance.Answer.Pong;
import io.souffleur.server.testing.RawSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Families 2 and 7: pings, pongs, and the end (RFC 6455, sections 5.5 and 7). */
final class ControlCases {
  private static final byte[] NOTHING = {};
  private static final byte[] WORD = Bytes.utf8("Hello");
  private static final int LONGEST = 125;

  /** Those of section 7.4.1, of IANA’s register, and of libraries and applications (7.4.2). */
  private static final List<Integer> CODES =
      List.of(
          1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000,
          4001, 4408, 4501, 4999);

  /** Not to be sent (7.4.1), not defined, or out of all ranges (7.4.2). */
  private static final List<Integer> NO_CODES =
      List.of(0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 1999, 2000, 2999, 5000, 9999, 65_535);

  private ControlCases() {}

  static Family pings() {
    Family family = new Family(2);
    family.group("a ping is answered with what was in it");
    for (byte[] payload :
        List.of(NOTHING, WORD, Bytes.of(0, 255, 254, 253, 252), fill(124), fill(LONGEST))) {
      family.add(payload.length + " bytes", door -> Bytes.ping(payload), new Pong(payload));
      family.addPieces(
          payload.length + " bytes, byte by byte",
          door -> Bytes.pieces(Bytes.ping(payload), 1),
          new Pong(payload));
    }
    family.group("more than 125 bytes (5.5)");
    for (int opcode : List.of(RawSocket.PING, RawSocket.PONG)) {
      for (int length : List.of(126, 127, 1_000, 65_535, 65_536)) {
        family.add(
            "opcode " + opcode + ", " + length + " bytes",
            door -> Bytes.frame(Bytes.FIN | opcode, new byte[length]),
            new Closed(1002));
      }
    }
    family.group("a pong that nobody asked for (5.5.3)");
    family.add("empty", door -> pong(NOTHING));
    family.add("with a payload", door -> pong(WORD));
    family.add(
        "and a ping", door -> Bytes.join(pong(WORD), Bytes.ping(fill(9))), new Pong(fill(9)));
    family.group("many");
    List<Answer> pongs = new ArrayList<>();
    byte[][] pings = new byte[10][];
    for (int i = 0; i < pings.length; i++) {
      byte[] payload = Bytes.utf8("payload-" + i);
      pings[i] = Bytes.ping(payload);
      pongs.add(new Pong(payload));
    }
    Answer[] inOrder = pongs.toArray(Answer[]::new);
    family.add("ten pings at once", door -> Bytes.join(pings), inOrder);
    family.addPieces("ten pings byte by byte", door -> Bytes.pieces(Bytes.join(pings), 1), inOrder);
    family.add(
        "a ping between two messages",
        door ->
            Bytes.join(
                Bytes.text(door.payload("m")), Bytes.ping(WORD), Bytes.text(door.payload("n"))),
        new Acknowledged("m"),
        new Pong(WORD),
        new Acknowledged("n"));
    return family;
  }

  static Family closing() {
    Family family = new Family(7);
    family.group("a close frame is answered (5.5.1)");
    family.add("with nothing", door -> Bytes.close(NOTHING), new Closed(1005));
    for (int code : CODES) {
      family.add("with " + code, door -> Bytes.close(code, NOTHING), new Closed(code));
    }
    family.addPieces(
        "byte by byte", door -> Bytes.pieces(Bytes.close(1000, WORD), 1), new Closed(1000));
    family.group("reasons");
    for (byte[] reason : List.of(WORD, Bytes.utf8("à bientôt"), fill(122), fill(123))) {
      family.add(reason.length + " bytes", door -> Bytes.close(1000, reason), new Closed(1000));
    }
    family.add("124 bytes", door -> Bytes.close(1000, fill(124)), new Closed(1002));
    family.add("1,000 bytes", door -> Bytes.close(1000, fill(1_000)), new Closed(1002));
    for (byte[] wrong : TextCases.NOT_UTF8) {
      family.add(
          "not UTF-8: " + TextCases.hex(wrong),
          door -> Bytes.close(1000, Bytes.join(WORD, wrong)),
          new Closed(1007));
    }
    family.group("codes that may not stand in a close frame (7.4)");
    for (int code : NO_CODES) {
      family.add(Integer.toString(code), door -> Bytes.close(code, NOTHING), new Closed(1002));
      family.add(code + " with a reason", door -> Bytes.close(code, WORD), new Closed(1002));
    }
    family.add("half a code", door -> Bytes.close(Bytes.of(3)), new Closed(1002));
    family.add("not the last fragment", door -> fragment(RawSocket.CLOSE), new Closed(1002));
    family.group("nothing after the end is heard (5.5.1)");
    family.add(
        "a message",
        door -> Bytes.join(Bytes.close(1000, NOTHING), Bytes.text(door.payload("m"))),
        new Closed(1000));
    family.add(
        "a ping",
        door -> Bytes.join(Bytes.close(1000, NOTHING), Bytes.ping(WORD)),
        new Closed(1000));
    family.add(
        "another end",
        door -> Bytes.join(Bytes.close(1000, NOTHING), Bytes.close(1001, NOTHING)),
        new Closed(1000));
    family.add(
        "what breaks the rules",
        door -> Bytes.join(Bytes.close(1000, NOTHING), Bytes.frame(0xff, WORD)),
        new Closed(1000));
    family.add(
        "the rest of a message",
        door ->
            Bytes.join(
                Bytes.frame(RawSocket.TEXT, WORD),
                Bytes.close(1000, NOTHING),
                Bytes.frame(Bytes.FIN, WORD)),
        new Closed(1000));
    family.group("what came before the end is answered before it");
    family.add(
        "a message",
        door -> Bytes.join(Bytes.text(door.payload("m")), Bytes.close(1000, NOTHING)),
        new Acknowledged("m"),
        new Closed(1000));
    family.add(
        "a ping",
        door -> Bytes.join(Bytes.ping(WORD), Bytes.close(1001, WORD)),
        new Pong(WORD),
        new Closed(1001));
    return family;
  }

  private static byte[] fragment(int opcode) {
    return Bytes.frame(opcode, Bytes.code(1000, NOTHING));
  }

  private static byte[] pong(byte[] payload) {
    return Bytes.frame(Bytes.FIN | RawSocket.PONG, payload);
  }

  private static byte[] fill(int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) '*');
    return bytes;
  }
}
