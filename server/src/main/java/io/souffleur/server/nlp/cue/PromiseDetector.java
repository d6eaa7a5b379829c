package io.souffleur.server.nlp.cue;

import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Span;
import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.lexicon.Lexicon;
import java.util.Optional;

/** Gives promises that a model heard the first deadline that their sentences say. */
final class PromiseDetector implements Detector {

  private final DeadlineReader deadlines;

  PromiseDetector(Lexicon lexicon, Surroundings surroundings) {
    this.deadlines = new DeadlineReader(lexicon, surroundings);
  }

  @Override
  public void detect(Message message, CueSink cues) {
    if (cues.canShow(CueName.COMMITMENT)) {
      cues.complete(CueName.COMMITMENT, span -> deadline(message.known(), span));
    }
  }

  private Optional<String> deadline(KnownWords known, Span span) {
    int at = 0;
    while (at < known.count() && start(known, at) < span.start()) {
      at++;
    }
    while (at < known.count() && start(known, at) < span.end()) {
      Optional<DeadlineReader.Found> found = deadlines.near(known, at);
      if (found.isPresent()) {
        return found.map(DeadlineReader.Found::value);
      }
      int sentence = known.sentenceOf(at);
      while (at < known.count() && known.sentenceOf(at) == sentence) {
        at++;
      }
    }
    return Optional.empty();
  }

  private static int start(KnownWords known, int position) {
    return known.words().start(known.source(position));
  }
}
