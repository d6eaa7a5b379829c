package io.souffleur.server.core.text;

import io.souffleur.server.core.cue.Cue;
import java.util.List;

/**
 * What one message shows.
 *
 * @param language the language of this message, by its BCP 47 tag; {@code und} when it shows none
 * @param evidence what is known of the conversation's language after this message
 * @param acquaintance what customer and agent have said of themselves after this message
 * @param cues in order of their spans, then of their names
 */
public record Reading(
    String language, LanguageEvidence evidence, Acquaintance acquaintance, List<Cue> cues) {

  public Reading {
    cues = List.copyOf(cues);
  }
}
