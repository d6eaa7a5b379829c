package io.souffleur.server.checklist;

import io.souffleur.server.checklist.RuleFile.ChecklistFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The checklists that come with the program, and the libraries they take their rules from. Their
 * examples are tried when the program is built. Read once; safe for use by any thread.
 */
public final class ShippedChecklists {

  private static final List<String> NAMES =
      List.of(
          "norms-opening",
          "norms-understanding",
          "norms-solving",
          "norms-sale",
          "norms-closing",
          "norms-wording",
          "norms-clocks",
          "norms-calendar",
          "norms-written",
          "norms-spoken",
          "norms-figures",
          "service-norms",
          "fr-chat",
          "en-chat",
          "fr-voice",
          "en-voice",
          "fr-email",
          "en-email");

  private ShippedChecklists() {}

  /** All of them. */
  public static List<LoadedChecklist> all() {
    return Read.CHECKLISTS;
  }

  /**
   * Begins to read them on a thread of its own, so that they are there once whoever starts the
   * program has read the models of the languages.
   */
  public static void readAhead() {
    Thread.ofPlatform().name("checklists").daemon().start(ShippedChecklists::all);
  }

  /** Where files find what they extend when it comes with the program. */
  static Shelf shelf() {
    return Read.SHELF;
  }

  /** The norms that their rules serve. */
  public static NormTable norms() {
    String file = file("norms");
    Problems problems = new Problems(file);
    Optional<NormTable> table =
        RuleFileReader.written(content("norms"), problems)
            .map(written -> new NormTableReader(problems).read(written));
    return table.filter(read -> problems.none()).orElseThrow(() -> unusable(problems));
  }

  /** The names of all files, libraries first. */
  static List<String> names() {
    return NAMES;
  }

  static String file(String name) {
    return "checklists/" + name + ".yaml";
  }

  static byte[] content(String name) {
    String path = "/" + file(name);
    try (InputStream in =
        Objects.requireNonNull(ShippedChecklists.class.getResourceAsStream(path), path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IllegalStateException unusable(Problems problems) {
    return new IllegalStateException(
        problems.sorted().stream().map(Problem::toString).collect(Collectors.joining("\n")));
  }

  /** What is read the first time somebody asks. */
  private static final class Read {

    static final List<RuleFile> FILES = NAMES.stream().map(Read::file).toList();

    static final Shelf SHELF = Shelf.of(FILES);

    static final List<LoadedChecklist> CHECKLISTS =
        FILES.stream()
            .filter(ChecklistFile.class::isInstance)
            .map(ChecklistFile.class::cast)
            .map(Read::checklist)
            .toList();

    private static RuleFile file(String name) {
      String file = ShippedChecklists.file(name);
      Problems problems = new Problems(file);
      return RuleFileReader.read(file, content(name), problems)
          .filter(read -> problems.none())
          .orElseThrow(() -> unusable(problems));
    }

    private static LoadedChecklist checklist(ChecklistFile file) {
      Problems problems = new Problems(file.file());
      Stock stock = new Extension(problems).stock(file, SHELF);
      if (!problems.none()) {
        throw unusable(problems);
      }
      return LoadedChecklist.of(file, stock);
    }
  }
}
