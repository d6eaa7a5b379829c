package io.souffleur.server.checklist;

import io.souffleur.server.checklist.RuleFile.LibraryFile;
import java.util.List;

/**
 * A library of rules as it was loaded from a file.
 *
 * @param file as the file was named by whoever asked for it
 * @param at where the file names the library
 * @param rules its own with their examples
 */
public record LoadedLibrary(String file, Place at, String name, List<WrittenRule> rules) {

  public LoadedLibrary {
    rules = List.copyOf(rules);
  }

  static LoadedLibrary of(LibraryFile file) {
    return new LoadedLibrary(file.file(), file.name().at(), file.name().value(), file.rules());
  }
}
