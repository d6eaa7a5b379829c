package io.souffleur.server.checklist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The checklists that come with the program; their examples are tried when it is built. */
public final class ShippedChecklists {

  private static final List<String> NAMES = List.of("fr-chat", "en-chat");

  private ShippedChecklists() {}

  /** All of them. */
  public static List<LoadedChecklist> all() {
    return NAMES.stream().map(ShippedChecklists::load).toList();
  }

  private static LoadedChecklist load(String name) {
    return switch (ChecklistLoader.trusting().load(file(name), content(name))) {
      case Loading.Accepted(LoadedChecklist checklist) -> checklist;
      case Loading.Refused(List<Problem> problems) ->
          throw new IllegalStateException(
              problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    };
  }

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
}
