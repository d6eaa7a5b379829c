package io.souffleur.server.nlp.lexicon;

import java.util.List;

/** The shape of a phrase, as its author wrote it. */
sealed interface Pattern {

  /** One word, folded. */
  record Word(String word) implements Pattern {}

  /** One after the other. */
  record Sequence(List<Pattern> parts) implements Pattern {
    public Sequence {
      parts = List.copyOf(parts);
    }
  }

  /** One of these. */
  record OneOf(List<Pattern> choices, boolean orNothing) implements Pattern {
    public OneOf {
      choices = List.copyOf(choices);
    }
  }

  /** A word of a group. */
  record Group(String name) implements Pattern {}

  /** Any word, from {@code least} to {@code most} times. */
  record Anything(int least, int most) implements Pattern {}

  /** The end of the words that show the cue; the words behind it only have to be there. */
  record Mark() implements Pattern {}

  /** A number in digits. */
  record Digits() implements Pattern {}
}
