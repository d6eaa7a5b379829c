package io.souffleur.server.checklist;

import java.util.List;

/** What came of loading a checklist. */
public sealed interface Loading {

  /** It may be used. */
  record Accepted(LoadedChecklist checklist) implements Loading {}

  /**
   * It may not.
   *
   * @param problems at least one, in order
   */
  record Refused(List<Problem> problems) implements Loading {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
