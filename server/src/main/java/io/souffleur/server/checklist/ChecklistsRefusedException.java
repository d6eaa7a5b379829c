package io.souffleur.server.checklist;

import java.util.List;
import java.util.stream.Collectors;

/** Checklists that can't be used, with everything that is wrong with them. */
public final class ChecklistsRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  // An exception must be serializable by contract; nobody serializes this one.
  private final transient List<Problem> problems;

  ChecklistsRefusedException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** At least one, in order. */
  public List<Problem> problems() {
    return problems;
  }
}
