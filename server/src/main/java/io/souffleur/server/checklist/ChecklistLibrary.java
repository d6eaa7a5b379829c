package io.souffleur.server.checklist;

import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.Checklists;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.MessageReader;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The checklists of a house: those that come with the program, and its own. A checklist of the
 * house goes before a shipped one, and one for a queue before one for all; a checklist of the house
 * with the name of a shipped one replaces it.
 */
public final class ChecklistLibrary implements Checklists {

  private final List<LoadedChecklist> house;
  private final List<LoadedChecklist> shipped;
  private final Language fallback;

  private ChecklistLibrary(
      List<LoadedChecklist> house, List<LoadedChecklist> shipped, Language fallback) {
    this.house = house;
    this.shipped = shipped;
    this.fallback = fallback;
  }

  /** The shipped checklists alone. */
  public static ChecklistLibrary shipped(Language fallback) {
    return new ChecklistLibrary(List.of(), ShippedChecklists.all(), fallback);
  }

  /**
   * The shipped checklists and, where there is a {@code folder}, those of the house in it.
   *
   * @throws ChecklistsRefusedException when one of them, or all of them together, can't be used
   */
  public static ChecklistLibrary of(Optional<Path> folder, Language fallback, MessageReader reader)
      throws ChecklistsRefusedException {
    return folder.isPresent() ? withHouse(folder.get(), fallback, reader) : shipped(fallback);
  }

  /**
   * The shipped checklists and those of the house: every {@code *.yaml} and {@code *.yml} directly
   * in {@code folder}.
   *
   * @throws ChecklistsRefusedException when one of them, or all of them together, can't be used
   */
  public static ChecklistLibrary withHouse(Path folder, Language fallback, MessageReader reader)
      throws ChecklistsRefusedException {
    LoadedFiles house = LoadedFiles.load(ChecklistLoader.trying(reader), files(folder));
    if (!house.problems().isEmpty()) {
      throw new ChecklistsRefusedException(house.problems());
    }
    Set<String> replaced =
        Set.copyOf(house.checklists().stream().map(own -> own.checklist().name()).toList());
    List<LoadedChecklist> shipped =
        ShippedChecklists.all().stream()
            .filter(list -> !replaced.contains(list.checklist().name()))
            .toList();
    return new ChecklistLibrary(house.checklists(), shipped, fallback);
  }

  private static List<Path> files(Path folder) throws ChecklistsRefusedException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.{yaml,yml}")) {
      found.forEach(files::add);
    } catch (IOException | DirectoryIteratorException e) {
      throw new ChecklistsRefusedException(
          List.of(
              new Problem(
                  folder.toString(), Place.START, "the folder of checklists can’t be read")));
    }
    Collections.sort(files);
    return files;
  }

  /** The checklist of this name. */
  public Optional<Checklist> named(String name) {
    return all()
        .map(LoadedChecklist::checklist)
        .filter(list -> list.name().equals(name))
        .findFirst();
  }

  /** The names of all checklists, the house's first. */
  public List<String> names() {
    return all().map(list -> list.checklist().name()).toList();
  }

  private Stream<LoadedChecklist> all() {
    return Stream.concat(house.stream(), shipped.stream());
  }

  @Override
  public Optional<Checklist> choose(Language language, Medium medium, Optional<String> queue) {
    return Stream.of(house, shipped)
        .flatMap(
            lists ->
                Stream.concat(
                    lists.stream()
                        .filter(list -> queue.filter(list.queues()::contains).isPresent()),
                    lists.stream().filter(list -> list.queues().isEmpty())))
        .map(LoadedChecklist::checklist)
        .filter(list -> list.language() == language && list.media().contains(medium))
        .findFirst();
  }

  @Override
  public Language fallback() {
    return fallback;
  }

  /** {@code checklist} for every conversation. */
  public static Checklists only(Checklist checklist) {
    return new Checklists() {
      @Override
      public Optional<Checklist> choose(Language language, Medium medium, Optional<String> queue) {
        return Optional.of(checklist);
      }

      @Override
      public Language fallback() {
        return checklist.language();
      }
    };
  }
}
