package io.souffleur.server.core.text;

import io.souffleur.server.core.cue.Sighting;
import java.util.List;

/**
 * What is left of something said where its words are not kept: enough to coach by it again.
 *
 * @param language the language of the message, by its BCP 47 tag; {@code und} when it shows none
 * @param evidence what is known of the conversation's language after it, without words
 * @param acquaintance what customer and agent have said of themselves after it
 * @param seen all that it shows, in the order of a reading
 * @param spoken how many words were spoken; 0 for what was written
 */
public record Gist(
    String language,
    LanguageEvidence evidence,
    Acquaintance acquaintance,
    List<Sighting> seen,
    int spoken) {

  public Gist {
    evidence = evidence.wordless();
    seen = List.copyOf(seen);
    if (spoken < 0) {
      throw new IllegalArgumentException("fewer than no words: " + spoken);
    }
  }

  /** What is left of a message that was read. */
  public static Gist of(Reading reading, int spoken) {
    return new Gist(
        reading.language(),
        reading.evidence(),
        reading.acquaintance(),
        reading.cues().stream().map(Sighting::of).toList(),
        spoken);
  }

  /** The reading, without the characters that showed its cues. */
  public Reading reading() {
    return new Reading(
        language, evidence, acquaintance, seen.stream().map(Sighting::wordless).toList());
  }
}
