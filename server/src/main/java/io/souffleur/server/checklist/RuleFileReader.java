package io.souffleur.server.checklist;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads a file, whichever kind it is, as its author wrote it. */
final class RuleFileReader {

  /** The longest file that is read, in bytes. */
  static final int LONGEST = 1 << 20;

  private RuleFileReader() {}

  /**
   * What {@code content} holds; empty when that can't even be told. With problems, it holds
   * stand-ins for what can't be read.
   */
  static Optional<RuleFile> read(String file, byte[] content, Problems problems) {
    return written(content, problems)
        .flatMap(
            written ->
                LibraryReader.isLibrary(written)
                    ? new LibraryReader(file, problems).read(written)
                    : new ChecklistReader(file, problems).read(written));
  }

  /** What stands in {@code content}; empty when it can't be told. */
  static Optional<Written> written(byte[] content, Problems problems) {
    return text(content, problems).flatMap(text -> YamlReader.read(text, problems));
  }

  private static Optional<String> text(byte[] content, Problems problems) {
    if (content.length > LONGEST) {
      problems.add(Place.START, "the file is longer than " + LONGEST + " bytes (1 MiB)");
      return Optional.empty();
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer characters = CharBuffer.allocate(content.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(content), characters, true);
    String text = characters.flip().toString();
    if (result.isError()) {
      long line = 1 + text.chars().filter(c -> c == '\n').count();
      String last = text.substring(text.lastIndexOf('\n') + 1);
      problems.add(
          new Place((int) line, 1 + last.codePointCount(0, last.length())),
          "not UTF-8 from here on; save the file as UTF-8");
      return Optional.empty();
    }
    return Optional.of(text);
  }
}
