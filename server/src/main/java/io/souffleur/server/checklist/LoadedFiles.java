package io.souffleur.server.checklist;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of a house, loaded together.
 *
 * @param problems of each file alone, in the order of the files, then those of all together
 */
record LoadedFiles(
    List<LoadedChecklist> checklists, List<LoadedLibrary> libraries, List<Problem> problems) {

  LoadedFiles {
    checklists = List.copyOf(checklists);
    libraries = List.copyOf(libraries);
    problems = List.copyOf(problems);
  }

  static LoadedFiles load(ChecklistLoader loader, List<Path> files) {
    List<LoadedChecklist> checklists = new ArrayList<>();
    List<LoadedLibrary> libraries = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    List<Problem> clashes = new ArrayList<>();
    Map<String, String> fileByName = new HashMap<>();
    for (Loading loading : loader.load(files)) {
      switch (loading) {
        case Loading.Accepted(LoadedChecklist list) -> {
          String name = list.checklist().name();
          String namesake = fileByName.putIfAbsent(name, list.file());
          if (namesake == null) {
            overlap(list, checklists, clashes);
            checklists.add(list);
          } else {
            clashes.add(taken(name, namesake, list.file(), list.at()));
          }
        }
        case Loading.AcceptedLibrary(LoadedLibrary library) -> {
          String namesake = fileByName.putIfAbsent(library.name(), library.file());
          if (namesake == null) {
            libraries.add(library);
          } else {
            clashes.add(taken(library.name(), namesake, library.file(), library.at()));
          }
        }
        case Loading.Refused(List<Problem> found) -> problems.addAll(found);
      }
    }
    problems.addAll(clashes);
    return new LoadedFiles(checklists, libraries, problems);
  }

  private static Problem taken(String name, String namesake, String file, Place at) {
    return new Problem(
        file, at, Problems.quoted(name) + " is already the name of what is in " + namesake);
  }

  private static void overlap(
      LoadedChecklist list, List<LoadedChecklist> earlier, List<Problem> clashes) {
    earlier.stream()
        .filter(other -> overlap(list, other))
        .findFirst()
        .ifPresent(
            other ->
                clashes.add(
                    new Problem(
                        list.file(),
                        list.at(),
                        "for the same conversations as "
                            + Problems.quoted(other.checklist().name())
                            + " in "
                            + other.file()
                            + "; give them other media or queues")));
  }

  private static boolean overlap(LoadedChecklist one, LoadedChecklist other) {
    boolean queues =
        one.queues().isEmpty()
            ? other.queues().isEmpty()
            : !Collections.disjoint(one.queues(), other.queues());
    return queues
        && one.checklist().language() == other.checklist().language()
        && !Collections.disjoint(one.checklist().media(), other.checklist().media());
  }
}
