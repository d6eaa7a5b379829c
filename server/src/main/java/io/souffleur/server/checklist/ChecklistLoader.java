package io.souffleur.server.checklist;

import io.souffleur.server.checklist.RuleFile.ChecklistFile;
import io.souffleur.server.checklist.RuleFile.LibraryFile;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.text.MessageReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Loads checklists and libraries from files. A file with a mistake, or with an example that its
 * rule gets wrong, is refused with everything that is wrong with it. What a file extends is looked
 * for among the files loaded with it, then among what comes with the program. Safe for use by any
 * thread.
 */
public final class ChecklistLoader {

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
    return load(List.of(file)).getFirst();
  }

  /** Loads {@code files}, which may extend one another: what came of each, in order. */
  public List<Loading> load(List<Path> files) {
    return finish(files.stream().map(ChecklistLoader::open).toList());
  }

  /** Loads {@code content}, which is named {@code file} in problems. */
  public Loading load(String file, byte[] content) {
    return finish(List.of(Opened.of(file, content))).getFirst();
  }

  private static Opened open(Path file) {
    String name = file.toString();
    try (InputStream in = Files.newInputStream(file)) {
      return Opened.of(name, in.readNBytes(RuleFileReader.LONGEST + 1));
    } catch (IOException e) {
      Problems problems = new Problems(name);
      problems.add(Place.START, "the file can’t be read: " + reason(e));
      return new Opened(Optional.empty(), problems);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is none of this name";
    }
    String reason = e instanceof FileSystemException fs ? fs.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }

  private List<Loading> finish(List<Opened> opened) {
    Shelf shelf =
        ShippedChecklists.shelf()
            .above(opened.stream().flatMap(one -> one.file().stream()).toList());
    return opened.stream()
        .map(
            one ->
                one.file()
                    .map(file -> finish(file, one.problems(), shelf))
                    .orElseGet(() -> new Loading.Refused(one.problems().sorted())))
        .toList();
  }

  private Loading finish(RuleFile file, Problems problems, Shelf shelf) {
    Stock stock = new Extension(problems).stock(file, shelf);
    if (problems.none() && reader.isPresent()) {
      new ExampleTrial(reader.get(), problems).run(file.rules(), medium(file), stock.allPatterns());
    }
    if (!problems.none()) {
      return new Loading.Refused(problems.sorted());
    }
    return switch (file) {
      case ChecklistFile checklist -> new Loading.Accepted(LoadedChecklist.of(checklist, stock));
      case LibraryFile library -> new Loading.AcceptedLibrary(LoadedLibrary.of(library));
    };
  }

  private static Medium medium(RuleFile file) {
    return switch (file) {
      case ChecklistFile checklist -> Collections.min(checklist.media());
      case LibraryFile library -> Medium.CHAT;
    };
  }

  /** A file as far as it could be read. */
  private record Opened(Optional<RuleFile> file, Problems problems) {

    static Opened of(String file, byte[] content) {
      Problems problems = new Problems(file);
      return new Opened(RuleFileReader.read(file, content, problems), problems);
    }
  }
}
