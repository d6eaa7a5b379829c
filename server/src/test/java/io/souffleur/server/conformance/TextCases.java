package io.souffleur.server.conformance;

import io.souffleur.server.conformance.Answer.Acknowledged;
import io.souffleur.server.conformance.Answer.Closed;
import io.souffleur.server.conformance.Answer.Refused;
import io.souffleur.server.testing.RawSocket;
import java.util.HexFormat;
import java.util.List;

/** Family 6: text is UTF-8 (RFC 6455, sections 5.6 and 8.1; RFC 3629). */
final class TextCases {
  private static final byte[] START = Bytes.utf8("{\"id\":\"");
  private static final byte[] END = Bytes.utf8("\"}");

  /** The first and last characters of each length, both sides of the surrogates, non-characters. */
  private static final List<String> CHARACTERS =
      List.of(
          "a",
          "\u00a0",
          "\u07ff",
          "\u0800",
          "\u0fff",
          "\u1000",
          "\ud7ff",
          "\ue000",
          "\ufffe",
          "\uffff",
          new String(Character.toChars(0x10000)),
          new String(Character.toChars(0x1fffe)),
          new String(Character.toChars(0x3ffff)),
          new String(Character.toChars(0x40000)),
          new String(Character.toChars(0xfffff)),
          new String(Character.toChars(0x100000)),
          new String(Character.toChars(0x10ffff)),
          "κόσμε",
          "Inès ☕ 😕 日本語");

  /** What is no UTF-8, whatever comes after it. */
  static final List<byte[]> NOT_UTF8 =
      List.of(
          // Bytes that begin nothing.
          Bytes.of(0x80),
          Bytes.of(0xbf),
          Bytes.of(0x80, 0xbf),
          Bytes.of(0xfe),
          Bytes.of(0xff),
          Bytes.of(0xfe, 0xfe, 0xff, 0xff),
          // Sequences that are not gone on with.
          Bytes.of(0xc3, 0x20),
          Bytes.of(0xe2, 0x82, 0x20),
          Bytes.of(0xe2, 0x20),
          Bytes.of(0xf0, 0x9f, 0x98, 0x20),
          Bytes.of(0xf0, 0x9f, 0x20),
          Bytes.of(0xf0, 0x20),
          Bytes.of(0xc3, 0xc3),
          Bytes.of(0xe2, 0x82, 0xe2),
          // Longer than they need be.
          Bytes.of(0xc0, 0xaf),
          Bytes.of(0xc1, 0xbf),
          Bytes.of(0xe0, 0x80, 0xaf),
          Bytes.of(0xe0, 0x9f, 0xbf),
          Bytes.of(0xf0, 0x80, 0x80, 0xaf),
          Bytes.of(0xf0, 0x8f, 0xbf, 0xbf),
          Bytes.of(0xf8, 0x80, 0x80, 0x80, 0xaf),
          Bytes.of(0xfc, 0x80, 0x80, 0x80, 0x80, 0xaf),
          // Zero in two bytes.
          Bytes.of(0xc0, 0x80),
          // Surrogates.
          Bytes.of(0xed, 0xa0, 0x80),
          Bytes.of(0xed, 0xaf, 0xbf),
          Bytes.of(0xed, 0xb0, 0x80),
          Bytes.of(0xed, 0xbf, 0xbf),
          Bytes.of(0xed, 0xa0, 0x80, 0xed, 0xb0, 0x80),
          // Beyond U+10FFFF.
          Bytes.of(0xf4, 0x90, 0x80, 0x80),
          Bytes.of(0xf5, 0x80, 0x80, 0x80),
          Bytes.of(0xf7, 0xbf, 0xbf, 0xbf),
          Bytes.of(0xf8, 0x88, 0x80, 0x80, 0x80),
          Bytes.of(0xfd, 0xbf, 0xbf, 0xbf, 0xbf, 0xbf));

  private TextCases() {}

  static Family utf8() {
    Family family = new Family(6);
    family.group("characters");
    for (String character : CHARACTERS) {
      family.add(
          codes(character),
          door -> Bytes.text(door.payload(character)),
          new Acknowledged(character));
      family.add(
          codes(character) + " in fragments of a byte",
          door -> Bytes.fragments(door.payload(character), 1),
          new Acknowledged(character));
      family.addPieces(
          codes(character) + " in pieces of a byte",
          door -> Bytes.pieces(Bytes.text(door.payload(character)), 1),
          new Acknowledged(character));
    }
    family.group("a message cut in two fragments at every byte");
    String longest = "é☕😕";
    for (int at = 0; at <= Door.DESK.payload(longest).length; at++) {
      int size = at;
      family.add(
          "after " + size + " bytes",
          door -> Bytes.halves(door.payload(longest), size),
          new Acknowledged(longest));
    }
    family.group("UTF-8 that may not stand in a key of the contract");
    for (String character : List.of("\u007f", "\u0080", "\ufffd")) {
      family.add(
          codes(character),
          door -> Bytes.text(door.payload(character)),
          new Refused("invalid_field"));
    }
    family.add(
        "U+0000, not in JSON either",
        door -> Bytes.text(door.payload("\u0000")),
        new Refused("not_json"));
    family.group("what is not UTF-8 fails the connection (8.1)");
    for (byte[] wrong : NOT_UTF8) {
      byte[] text = Bytes.join(START, wrong, END);
      family.add(hex(wrong), door -> Bytes.text(text), new Closed(1007));
      family.add(hex(wrong) + " alone", door -> Bytes.text(wrong), new Closed(1007));
      family.addPieces(
          hex(wrong) + " in pieces of a byte",
          door -> Bytes.pieces(Bytes.text(text), 1),
          new Closed(1007));
      for (int cut = 0; cut <= wrong.length; cut++) {
        int size = START.length + cut;
        family.add(
            hex(wrong) + " cut after " + cut, door -> Bytes.halves(text, size), new Closed(1007));
      }
    }
    family.group("found before the message has come to its end");
    for (byte[] wrong : NOT_UTF8) {
      family.add(
          hex(wrong),
          door -> Bytes.frame(RawSocket.TEXT, Bytes.join(START, wrong, END)),
          new Closed(1007));
    }
    family.group("a message that ends within a character");
    byte[] cafe = Bytes.utf8("{\"id\":\"😕");
    for (int missing = 1; missing < 4; missing++) {
      byte[] text = java.util.Arrays.copyOf(cafe, cafe.length - missing);
      family.add(missing + " bytes short", door -> Bytes.text(text), new Closed(1007));
      family.add(
          missing + " bytes short, in fragments",
          door -> Bytes.fragments(text, 1),
          new Closed(1007));
      family.add(
          missing + " bytes short, with an empty last fragment",
          door -> Bytes.halves(text, text.length),
          new Closed(1007));
    }
    return family;
  }

  static String hex(byte[] bytes) {
    return HexFormat.ofDelimiter(" ").formatHex(bytes);
  }

  private static String codes(String text) {
    return String.join(
        " ", text.codePoints().mapToObj(code -> String.format("U+%04X", code)).toList());
  }
}
