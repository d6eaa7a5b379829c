package io.souffleur.server.core.text;

import io.souffleur.server.core.cue.Cue;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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

  private static final Comparator<Cue> ORDER =
      Comparator.comparing(Cue::span).thenComparing(Cue::name);

  public Reading {
    cues = List.copyOf(cues);
  }

  /** The same, with more to show. */
  public Reading with(List<Cue> more) {
    return more.isEmpty()
        ? this
        : new Reading(
            language,
            evidence,
            acquaintance,
            Stream.concat(cues.stream(), more.stream()).sorted(ORDER).toList());
  }
}
