package io.souffleur.server.checklist;

import java.util.List;

/** What came of loading a file. */
public sealed interface Loading {

  /** It is a checklist and may be used. */
  record Accepted(LoadedChecklist checklist) implements Loading {}

  /** It is a library, and checklists may take from it. */
  record AcceptedLibrary(LoadedLibrary library) implements Loading {}

  /**
   * It may not be used.
   *
   * @param problems at least one, in order
   */
  record Refused(List<Problem> problems) implements Loading {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
