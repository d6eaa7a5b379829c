package io.souffleur.server.conformance;

import io.souffleur.server.conformance.Answer.Acknowledged;
import io.souffleur.server.conformance.Answer.Closed;
import io.souffleur.server.conformance.Answer.Pong;
import io.souffleur.server.conformance.Answer.Refused;
import io.souffleur.server.testing.RawSocket;
import java.util.List;

/** Families 5, 9 and 10: messages in fragments, how long they may be, and the rest (5.4). */
final class MessageCases {
  private static final byte[] NOTHING = {};
  private static final byte[] WORD = Bytes.utf8("Hello");
  private static final int LIMIT = 65_536;

  private MessageCases() {}

  static Family fragments() {
    Family family = new Family(5);
    family.group("control frames in fragments (5.5)");
    for (int opcode : List.of(RawSocket.PING, RawSocket.PONG, RawSocket.CLOSE)) {
      family.add("opcode " + opcode, door -> Bytes.frame(opcode, NOTHING), new Closed(1002));
      family.add(
          "opcode " + opcode + ", and the rest",
          door -> Bytes.join(Bytes.frame(opcode, NOTHING), Bytes.frame(Bytes.FIN, NOTHING)),
          new Closed(1002));
    }
    family.group("a message in fragments");
    for (int size : List.of(1, 2, 3, 7, 10, 64)) {
      family.add(
          "of " + size, door -> Bytes.fragments(door.payload("m"), size), new Acknowledged("m"));
      family.addPieces(
          "of " + size + ", byte by byte",
          door -> Bytes.pieces(Bytes.fragments(door.payload("m"), size), 1),
          new Acknowledged("m"));
    }
    family.add(
        "with empty ones between",
        door ->
            Bytes.join(
                Bytes.frame(RawSocket.TEXT, NOTHING),
                Bytes.frame(0, NOTHING),
                Bytes.frame(0, door.payload("m")),
                Bytes.frame(0, NOTHING),
                Bytes.frame(Bytes.FIN, NOTHING)),
        new Acknowledged("m"));
    family.add(
        "all of them empty: not a message of the contract",
        door ->
            Bytes.join(
                Bytes.frame(RawSocket.TEXT, NOTHING),
                Bytes.frame(0, NOTHING),
                Bytes.frame(Bytes.FIN, NOTHING)),
        new Refused("not_json"));
    family.add(
        "binary, which the contract refuses once",
        door -> Bytes.join(Bytes.frame(Bytes.BINARY, WORD), Bytes.frame(Bytes.FIN, WORD)),
        new Refused("not_json"));
    family.group("control frames between fragments");
    int length = Door.DESK.payload("m").length;
    for (int at = 1; at < length; at += 9) {
      int size = at;
      family.add(
          "a ping after " + size + " bytes",
          door -> {
            byte[] text = door.payload("m");
            return Bytes.join(
                Bytes.frame(RawSocket.TEXT, java.util.Arrays.copyOf(text, size)),
                Bytes.ping(WORD),
                Bytes.frame(Bytes.FIN, java.util.Arrays.copyOfRange(text, size, text.length)));
          },
          new Pong(WORD),
          new Acknowledged("m"));
    }
    family.add(
        "a pong",
        door ->
            Bytes.join(
                Bytes.frame(RawSocket.TEXT, NOTHING),
                Bytes.frame(Bytes.FIN | RawSocket.PONG, WORD),
                Bytes.frame(Bytes.FIN, door.payload("m"))),
        new Acknowledged("m"));
    family.group("a continuation of nothing (5.4)");
    for (int first : List.of(0, Bytes.FIN)) {
      String last = first == 0 ? "not the last" : "the last";
      family.add(last, door -> Bytes.frame(first, WORD), new Closed(1002));
      family.add(last + ", empty", door -> Bytes.frame(first, NOTHING), new Closed(1002));
      family.add(
          last + ", after a whole message",
          door -> Bytes.join(Bytes.text(door.payload("m")), Bytes.frame(first, WORD)),
          new Acknowledged("m"),
          new Closed(1002));
      family.add(
          last + ", after a message in fragments",
          door -> Bytes.join(Bytes.fragments(door.payload("m"), 20), Bytes.frame(first, WORD)),
          new Acknowledged("m"),
          new Closed(1002));
      family.add(
          last + ", after a ping",
          door -> Bytes.join(Bytes.ping(WORD), Bytes.frame(first, WORD)),
          new Pong(WORD),
          new Closed(1002));
    }
    family.group("another message within one in fragments (5.4)");
    for (int begun : List.of(RawSocket.TEXT, Bytes.BINARY)) {
      for (int then : List.of(RawSocket.TEXT, Bytes.BINARY)) {
        for (int fin : List.of(0, Bytes.FIN)) {
          family.add(
              "opcode " + then + (fin == 0 ? ", not the last," : ",") + " within " + begun,
              door -> Bytes.join(Bytes.frame(begun, WORD), Bytes.frame(fin | then, WORD)),
              new Closed(1002));
        }
      }
    }
    return family;
  }

  static Family limits() {
    Family family = new Family(9);
    Refused tooLarge = new Refused("too_large");
    family.group("one byte more than the contract allows");
    family.add("in a frame", door -> Bytes.text(door.payload("m", LIMIT + 1)), tooLarge);
    family.add(
        "in fragments", door -> Bytes.fragments(door.payload("m", LIMIT + 1), 5_000), tooLarge);
    family.add(
        "and then a good one",
        door -> Bytes.join(Bytes.text(door.payload("m", LIMIT + 1)), Bytes.text(door.payload("n"))),
        tooLarge,
        new Acknowledged("n"));
    family.group("the longest that the contract allows");
    for (int size : List.of(64, 256, 1_024, 4_096, 16_384, LIMIT)) {
      family.add(
          "in fragments of " + size,
          door -> Bytes.fragments(door.payload("m", LIMIT), size),
          new Acknowledged("m"));
      family.addPieces(
          "in pieces of " + size,
          door -> Bytes.pieces(Bytes.text(door.payload("m", LIMIT)), size),
          new Acknowledged("m"));
    }
    family.group("far more");
    family.add("1 MiB of text", door -> Bytes.text(door.payload("m", 1 << 20)), tooLarge);
    family.add("4 MiB of text", door -> Bytes.text(door.payload("m", 1 << 22)), tooLarge);
    family.add(
        "1 MiB of text in fragments",
        door -> Bytes.fragments(door.payload("m", 1 << 20), 10_000),
        tooLarge);
    family.add("4 MiB of bytes", door -> Bytes.binary(new byte[1 << 22]), new Refused("not_json"));
    family.group("a length that no message here can have, or that has its first bit set (5.2)");
    for (long length : List.of(1L << 31, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE)) {
      family.add(
          Long.toString(length),
          door -> Bytes.beginning(Bytes.FIN | RawSocket.TEXT, length),
          new Closed(1009));
    }
    return family;
  }

  static Family rest() {
    Family family = new Family(10);
    family.group("many frames in one piece");
    for (int count : List.of(2, 10, 100)) {
      Answer[] answers = new Answer[count];
      for (int i = 0; i < count; i++) {
        answers[i] = new Acknowledged("m" + i);
      }
      family.add(
          Integer.toString(count),
          door -> {
            byte[][] frames = new byte[count][];
            for (int i = 0; i < count; i++) {
              frames[i] = Bytes.text(door.payload("m" + i));
            }
            return Bytes.join(frames);
          },
          answers);
    }
    family.group("two frames cut at every byte");
    int both = 2 * Bytes.text(Door.DESK.payload("m")).length;
    for (int at = 1; at < both; at += 5) {
      int cut = at;
      family.addPieces(
          "after " + cut + " bytes",
          door ->
              Bytes.cut(
                  Bytes.join(Bytes.text(door.payload("m")), Bytes.text(door.payload("n"))), cut),
          new Acknowledged("m"),
          new Acknowledged("n"));
    }
    return family;
  }
}
