package io.souffleur.server.nlp.cue;

import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.lexicon.Lexicon;
import java.util.Optional;
import java.util.Set;

/**
 * How long a wait is, and whether it is over in the same breath: "Let me look. The zoo is in the
 * north." asks for patience that nobody needs any more, so that there is no length left to say. A
 * later sentence that says what the agent is doing, thanks, or asks for patience once more, leaves
 * them waiting. Safe for use by any thread.
 */
final class WaitReader {

  /** The length of a wait that is over in the same breath, as ISO 8601. */
  static final String NO_TIME = "PT0S";

  /** A sentence with fewer words is a courtesy. */
  private static final int SHORTEST = 3;

  private static final Set<String> FIGURES_OF_SPEECH = Set.of("PT1M", "PT1S");

  private final long goesOn;
  private final long answers;
  private final long waiting;
  private final long takes;
  private final long takesOn;
  private final DurationReader durations;

  WaitReader(Lexicon lexicon, DurationReader durations) {
    this.durations = durations;
    this.takes = lexicon.group("wait-takes");
    this.takesOn = lexicon.group("wait-takes-on");
    this.goesOn = lexicon.group("wait-goes-on");
    this.answers = lexicon.group("wait-answered");
    this.waiting = lexicon.group("waiting");
  }

  /**
   * The length that a sentence after position {@code last} gives to the wait that was asked for
   * there, as ISO 8601: "One moment. It will take two minutes."
   */
  Optional<String> lengthAfter(KnownWords known, int last) {
    int sentence = known.sentenceOf(last);
    for (int i = last + 1; i + 1 < known.count(); i++) {
      boolean begins = known.sentenceOf(i) != known.sentenceOf(i - 1);
      if (begins
          && known.sentenceOf(i) != sentence
          && Lexicon.in(known, i, takes)
          && Lexicon.in(known, i + 1, takesOn)) {
        return durations.inSentenceOf(known, i);
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a sentence after position {@code last}, where the wait was asked for, is an answer.
   *
   * @param length of the wait, as ISO 8601; a length is meant, unless it is the minute of "just a
   *     minute"
   */
  boolean isOver(KnownWords known, int last, Optional<String> length) {
    if (length.filter(value -> !FIGURES_OF_SPEECH.contains(value)).isPresent()) {
      return false;
    }
    int sentence = known.sentenceOf(last);
    int first = last + 1;
    while (first < known.count()) {
      int end = first + 1;
      while (end < known.count() && known.sentenceOf(end) == known.sentenceOf(first)) {
        end++;
      }
      if (known.sentenceOf(first) != sentence && isAnswer(known, first, end)) {
        return true;
      }
      first = end;
    }
    return false;
  }

  private boolean isAnswer(KnownWords known, int first, int end) {
    if (end - first < SHORTEST || known.words().markOf(known.sentenceOf(first)) == '?') {
      return false;
    }
    for (int i = first; i < end; i++) {
      if (Lexicon.in(known, i, waiting)) {
        return false;
      }
    }
    boolean turned = Lexicon.in(known, first + 1, answers) && !Lexicon.in(known, first + 2, goesOn);
    return turned || !Lexicon.in(known, first, goesOn);
  }
}
