package io.souffleur.server.checklist;

import io.souffleur.server.core.text.MessageReader;
import java.nio.file.Path;
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
    return LoadedFiles.load(loader, files).problems();
  }
}
