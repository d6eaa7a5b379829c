package io.souffleur.server.contract;

import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Acquaintance;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.LanguageEvidence;
import io.souffleur.server.core.text.MessageReader;
import io.souffleur.server.core.text.Reading;
import io.souffleur.server.core.text.ReadingContext;
import io.souffleur.server.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reader that finds a cue where its name stands, with a value after a colon ({@code
 * wait-notice:PT2M}), settles on a language where {@code lang:en} stands, and fails at {@code
 * boom}.
 */
public final class NamedCues implements MessageReader {

  private static final Pattern WORD = Pattern.compile("([a-z-]+)(?::(\\S+))?");

  @Override
  public Reading read(String text, ReadingContext context) {
    List<Cue> cues = new ArrayList<>();
    LanguageEvidence evidence = context.evidence();
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      String word = words.group(1);
      Optional<String> value = Optional.ofNullable(words.group(2));
      if (word.equals("boom")) {
        throw new IllegalStateException("on purpose: " + text);
      }
      if (word.equals("lang") && evidence.settled().isEmpty()) {
        evidence =
            value
                .flatMap(Language::ofTag)
                .map(LanguageEvidence::settledOn)
                .orElse(context.evidence());
      }
      CueName.ofWireName(word)
          .filter(cue -> cue.canBeShownBy(context.author()))
          .ifPresent(
              cue ->
                  cues.add(
                      new Cue(cue, new Span(words.start(), words.end()), words.group(), 1, value)));
    }
    return new Reading(
        evidence.settled().map(Language::tag).orElse("und"), evidence, Acquaintance.none(), cues);
  }
}
