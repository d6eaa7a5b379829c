package io.souffleur.server.nlp.lexicon;

/** What the words of a class say about how somebody feels; see {@code classes.txt}. */
public enum Mood {

  /** Nothing. */
  NONE,

  /** Words of praise and joy: a {@code +} behind the name of the class. */
  PLEASED,

  /** Words of blame and harm: a {@code -} behind the name of the class. */
  DISPLEASED,

  /** Words that turn what follows into its opposite: a {@code !} behind the name of the class. */
  TURNING
}
