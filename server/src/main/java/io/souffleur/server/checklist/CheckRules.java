package io.souffleur.server.checklist;

import io.souffleur.server.core.text.MessageReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks checklist files without using them. Safe for use by any thread. */
public final class CheckRules {

  private final ChecklistLoader loader;

  public CheckRules(MessageReader reader) {
    this.loader = ChecklistLoader.trying(reader);
  }

  /**
   * Everything that is wrong with each of {@code files} alone, and with all of them together, in
   * the order of the files.
   */
  public List<Problem> check(List<Path> files) {
    List<Problem> problems = new ArrayList<>();
    List<LoadedChecklist> loaded = new ArrayList<>();
    for (Path file : files) {
      switch (loader.load(file)) {
        case Loading.Accepted(LoadedChecklist checklist) -> loaded.add(checklist);
        case Loading.Refused(List<Problem> found) -> problems.addAll(found);
      }
    }
    problems.addAll(ChecklistLibrary.conflicts(loaded));
    return problems;
  }
}
