package io.souffleur.server.checklist;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Speech;
import io.souffleur.server.core.rule.Occurrence;
import io.souffleur.server.core.text.Language;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * A sentence, or a short conversation, that a rule must recognise or leave alone.
 *
 * @param language it is said in
 * @param expected whether the rule must recognise it
 * @param conversation whether it is judged as a whole, from its first line to its last; otherwise
 *     its one line is judged alone
 * @param time of day at which it is said
 * @param lines at least one
 */
record Example(
    Place at,
    Language language,
    boolean expected,
    boolean conversation,
    LocalTime time,
    List<Line> lines) {

  Example {
    lines = List.copyOf(lines);
  }

  /** What happens in one line. */
  sealed interface Line {}

  /**
   * Somebody says something.
   *
   * @param spoken when, in a call where that matters
   */
  record Said(Author author, String text, Optional<Speech> spoken) implements Line {}

  /** Something happens without words. */
  record Happened(Occurrence what) implements Line {}
}
