package io.souffleur.server.checklist;

import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.MessageReader;
import io.souffleur.server.core.text.Reading;
import io.souffleur.server.core.text.ReadingContext;
import io.souffleur.server.core.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A reader that knows a few fixed words, so that tests decide what a message shows. */
final class SimpleReader implements MessageReader {

  private record Word(String text, CueName cue, Optional<String> value) {}

  private static final List<Word> WORDS =
      List.of(
          new Word("Bonjour", CueName.GREETING, Optional.of("day")),
          new Word("Bonsoir", CueName.GREETING, Optional.of("evening")),
          new Word("Camille", CueName.CUSTOMER_NAME, Optional.empty()),
          new Word("excuses", CueName.APOLOGY, Optional.empty()),
          new Word("inadmissible", CueName.DISSATISFACTION, Optional.empty()),
          new Word("deux minutes", CueName.WAIT_NOTICE, Optional.of("PT2M")),
          new Word("un instant", CueName.WAIT_NOTICE, Optional.empty()),
          new Word("routeur", CueName.JARGON, Optional.of("boîtier")));

  @Override
  public Reading read(String text, ReadingContext context) {
    List<Cue> cues = new ArrayList<>();
    for (Word word : WORDS) {
      int start = text.indexOf(word.text());
      if (start >= 0 && word.cue().canBeShownBy(context.author())) {
        Span span = new Span(start, start + word.text().length());
        cues.add(new Cue(word.cue(), span, word.text(), 1, word.value()));
      }
    }
    cues.addAll(context.patterns().in(text, context.author()));
    cues.sort(Comparator.comparing(Cue::span));
    return new Reading("fr", context.evidence(), context.acquaintance(), cues);
  }
}
