package io.souffleur.server.checklist;

import io.souffleur.server.core.text.MessageReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Loads checklists from files. A file with a mistake, or with an example that its rule gets wrong,
 * is refused with everything that is wrong with it. Safe for use by any thread.
 */
public final class ChecklistLoader {

  /** The longest file that is read, in bytes. */
  static final int LONGEST = 1 << 20;

  private final Optional<MessageReader> reader;

  private ChecklistLoader(Optional<MessageReader> reader) {
    this.reader = reader;
  }

  /** A loader that tries every rule on its examples as {@code reader} understands them. */
  public static ChecklistLoader trying(MessageReader reader) {
    return new ChecklistLoader(Optional.of(reader));
  }

  /** A loader for files whose examples have been tried before. */
  public static ChecklistLoader trusting() {
    return new ChecklistLoader(Optional.empty());
  }

  /** Loads {@code file}, which is named in problems as it is given here. */
  public Loading load(Path file) {
    String name = file.toString();
    try (InputStream in = Files.newInputStream(file)) {
      return load(name, in.readNBytes(LONGEST + 1));
    } catch (IOException e) {
      Problems problems = new Problems(name);
      problems.add(Place.START, "the file can’t be read: " + reason(e));
      return new Loading.Refused(problems.sorted());
    }
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is none of this name";
    }
    String reason = e instanceof FileSystemException fs ? fs.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }

  /** Loads {@code content}, which is named {@code file} in problems. */
  public Loading load(String file, byte[] content) {
    Problems problems = new Problems(file);
    Optional<LoadedChecklist> loaded =
        text(content, problems)
            .flatMap(text -> YamlReader.read(text, problems))
            .flatMap(written -> new ChecklistReader(file, problems).read(written));
    if (loaded.isPresent() && reader.isPresent()) {
      new ExampleTrial(reader.get(), problems).run(loaded.get());
    }
    return loaded.isPresent() && problems.none()
        ? new Loading.Accepted(loaded.get())
        : new Loading.Refused(problems.sorted());
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
