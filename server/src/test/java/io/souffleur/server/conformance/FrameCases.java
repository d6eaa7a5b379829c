package io.souffleur.server.conformance;

import io.souffleur.server.conformance.Answer.Acknowledged;
import io.souffleur.server.conformance.Answer.Closed;
import io.souffleur.server.conformance.Answer.Pong;
import io.souffleur.server.conformance.Answer.Refused;
import io.souffleur.server.testing.RawSocket;
import java.util.List;

/** Families 1, 3 and 4: how a frame is built (RFC 6455, sections 5.1 and 5.2). */
final class FrameCases {
  private static final byte[] NOTHING = {};
  private static final byte[] WORD = Bytes.utf8("Hello");
  private static final int[] RESERVED_OPCODES = {3, 4, 5, 6, 7, 11, 12, 13, 14, 15};

  private FrameCases() {}

  /** Lengths, masks, and the pieces in which TCP may bring a frame. */
  static Family framing() {
    Family family = new Family(1);
    family.group("texts of all lengths");
    family.add("empty: not a message of the contract", door -> Bytes.text(NOTHING), notJson());
    for (int length : List.of(125, 126, 127, 128, 1_000, 16_384, 65_535, 65_536)) {
      family.add(
          length + " bytes", door -> Bytes.text(door.payload("m", length)), new Acknowledged("m"));
      family.addPieces(
          length + " bytes in pieces of 997",
          door -> Bytes.pieces(Bytes.text(door.payload("m", length)), 997),
          new Acknowledged("m"));
    }
    family.group("binary frames of all lengths, which the contract refuses");
    for (int length : List.of(0, 1, 125, 126, 127, 128, 65_535, 65_536)) {
      family.add(length + " bytes", door -> Bytes.binary(new byte[length]), notJson());
    }
    family.group("masks");
    for (byte[] mask :
        List.of(Bytes.of(0, 0, 0, 0), Bytes.of(255, 255, 255, 255), Bytes.of(0, 0x80, 0, 1))) {
      family.add(
          java.util.HexFormat.of().formatHex(mask),
          door ->
              Bytes.frame(
                  Bytes.FIN | RawSocket.TEXT, door.payload("m"), Bytes.Length.SHORTEST, mask),
          new Acknowledged("m"));
    }
    family.group("not masked: “a server MUST close the connection” (5.1)");
    for (int opcode : List.of(RawSocket.TEXT, Bytes.BINARY, RawSocket.PING, RawSocket.PONG)) {
      family.add(
          "opcode " + opcode, door -> Bytes.unmasked(Bytes.FIN | opcode, WORD), new Closed(1002));
      family.add(
          "opcode " + opcode + ", empty",
          door -> Bytes.unmasked(Bytes.FIN | opcode, NOTHING),
          new Closed(1002));
    }
    family.add(
        "a close frame",
        door -> Bytes.unmasked(Bytes.FIN | RawSocket.CLOSE, Bytes.code(1000, NOTHING)),
        new Closed(1002));
    family.add(
        "after a good frame",
        door ->
            Bytes.join(
                Bytes.text(door.payload("m")),
                Bytes.unmasked(Bytes.FIN | RawSocket.TEXT, door.payload("n"))),
        new Acknowledged("m"),
        new Closed(1002));
    deviations(family);
    family.group("a frame that comes in two");
    int shortest = Bytes.text(Door.DESK.payload("m")).length;
    for (int at = 1; at < shortest; at++) {
      int cut = at;
      family.addPieces(
          "after " + cut + " bytes",
          door -> Bytes.cut(Bytes.text(door.payload("m")), cut),
          new Acknowledged("m"));
    }
    for (int at = 1; at < 14; at++) {
      int cut = at;
      family.addPieces(
          "a long one after " + cut + " bytes",
          door -> Bytes.cut(Bytes.text(door.payload("m", 65_536)), cut),
          new Acknowledged("m"));
    }
    family.group("a frame that comes byte by byte");
    family.addPieces(
        "short", door -> Bytes.pieces(Bytes.text(door.payload("m")), 1), new Acknowledged("m"));
    family.addPieces(
        "of 1,000 bytes",
        door -> Bytes.pieces(Bytes.text(door.payload("m", 1_000)), 1),
        new Acknowledged("m"));
    return family;
  }

  /**
   * Where the server is less strict than the RFC: “the minimal number of bytes MUST be used to
   * encode the length” (5.2), and Jetty’s parser, which no setting changes, reads longer ones, too.
   * Nothing is read twice or otherwise by it: docs/choices.md.
   */
  private static void deviations(Family family) {
    family.group("known deviation: a length written in more bytes than it needs is read");
    for (Bytes.Length length : List.of(Bytes.Length.SIXTEEN_BITS, Bytes.Length.SIXTY_FOUR_BITS)) {
      family.add(
          "a text, " + length,
          door -> Bytes.frame(Bytes.FIN | RawSocket.TEXT, door.payload("m"), length),
          new Acknowledged("m"));
      family.add(
          "a ping, " + length,
          door -> Bytes.frame(Bytes.FIN | RawSocket.PING, WORD, length),
          new Pong(WORD));
      family.add(
          "a close frame, " + length,
          door -> Bytes.frame(Bytes.FIN | RawSocket.CLOSE, Bytes.code(1000, NOTHING), length),
          new Closed(1000));
    }
  }

  /** “MUST be 0 unless an extension is negotiated” (5.2), and none is. */
  static Family reservedBits() {
    Family family = new Family(3);
    for (int bits = 1; bits < 8; bits++) {
      int reserved = bits << 4;
      family.group("reserved bits " + Integer.toBinaryString(bits + 8).substring(1));
      for (int opcode :
          List.of(RawSocket.TEXT, Bytes.BINARY, RawSocket.CLOSE, RawSocket.PING, RawSocket.PONG)) {
        for (byte[] payload : List.of(NOTHING, Bytes.code(1000, NOTHING))) {
          family.add(
              "opcode " + opcode + ", " + payload.length + " bytes",
              door -> Bytes.frame(Bytes.FIN | reserved | opcode, payload),
              new Closed(1002));
        }
      }
      family.add(
          "after a good frame",
          door ->
              Bytes.join(
                  Bytes.text(door.payload("m")),
                  Bytes.frame(Bytes.FIN | reserved | RawSocket.TEXT, door.payload("n")),
                  Bytes.ping(WORD)),
          new Acknowledged("m"),
          new Closed(1002));
      family.add(
          "in the second fragment",
          door ->
              Bytes.join(
                  Bytes.frame(RawSocket.TEXT, WORD), Bytes.frame(Bytes.FIN | reserved, WORD)),
          new Closed(1002));
      family.addPieces(
          "byte by byte",
          door -> Bytes.pieces(Bytes.frame(Bytes.FIN | reserved | RawSocket.TEXT, WORD), 1),
          new Closed(1002));
    }
    return family;
  }

  /** “If an unknown opcode is received, the receiving endpoint MUST fail the connection” (5.2). */
  static Family opcodes() {
    Family family = new Family(4);
    for (int opcode : RESERVED_OPCODES) {
      family.group("reserved opcode " + opcode);
      family.add("empty", door -> Bytes.frame(Bytes.FIN | opcode, NOTHING), new Closed(1002));
      family.add("with a payload", door -> Bytes.frame(Bytes.FIN | opcode, WORD), new Closed(1002));
      family.add("not the last fragment", door -> Bytes.frame(opcode, WORD), new Closed(1002));
      family.add(
          "after a good frame, before a ping",
          door ->
              Bytes.join(
                  Bytes.text(door.payload("m")),
                  Bytes.frame(Bytes.FIN | opcode, WORD),
                  Bytes.ping(WORD)),
          new Acknowledged("m"),
          new Closed(1002));
      family.add(
          "within a message in fragments",
          door ->
              Bytes.join(
                  Bytes.frame(RawSocket.TEXT, WORD),
                  Bytes.frame(Bytes.FIN | opcode, WORD),
                  Bytes.frame(Bytes.FIN, WORD)),
          new Closed(1002));
      family.addPieces(
          "byte by byte after a ping",
          door ->
              Bytes.pieces(Bytes.join(Bytes.ping(WORD), Bytes.frame(Bytes.FIN | opcode, WORD)), 1),
          new Pong(WORD),
          new Closed(1002));
    }
    return family;
  }

  private static Refused notJson() {
    return new Refused("not_json");
  }
}
