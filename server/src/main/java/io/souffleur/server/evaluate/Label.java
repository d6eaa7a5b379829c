package io.souffleur.server.evaluate;

import io.souffleur.server.core.cue.CueName;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a label stands for.
 *
 * @param name in reports
 * @param cues one of which is enough
 */
record Label(String name, Set<CueName> cues) {

  Label {
    if (cues.isEmpty()) {
      throw new IllegalArgumentException("no cue for " + name);
    }
    cues = Set.copyOf(cues);
  }

  /** That of a cue, under its own name. */
  static Label of(CueName cue) {
    return new Label(cue.wireName(), EnumSet.of(cue));
  }
}
