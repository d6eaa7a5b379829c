package io.souffleur.server.nlp.lexicon;

import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Language;
import java.util.Set;

/**
 * Phrases of one house, which add to those that come with the program.
 *
 * @param cue what they show
 * @param languages they are for
 * @param name for errors
 * @param content as the package describes it
 */
public record HouseFile(CueName cue, Set<Language> languages, String name, String content) {

  public HouseFile {
    languages = Set.copyOf(languages);
  }
}
