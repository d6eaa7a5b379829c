package io.souffleur.server.evaluate;

import java.util.List;

/**
 * A message about which people and program disagree.
 *
 * @param turn its number in the conversation, from 1
 * @param shown what was found in it, in order
 */
public record Finding(
    Kind kind, Subject subject, Place place, int turn, String text, List<Shown> shown) {

  public Finding {
    shown = List.copyOf(shown);
  }

  /** Who says that the message shows it. */
  public enum Kind {
    /** People do, the program doesn't. */
    MISSED,

    /** The program does, people don't. */
    FALSE_ALARM
  }

  /** A cue, and the characters that show it. */
  public record Shown(String cue, String text) {}
}
