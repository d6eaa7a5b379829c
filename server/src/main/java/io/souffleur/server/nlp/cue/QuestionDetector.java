package io.souffleur.server.nlp.cue;

import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Span;
import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.lexicon.Lexicon;
import io.souffleur.server.nlp.text.Words;
import java.util.Optional;

/**
 * Sees sentences that ask something: those with a question mark, and those without one that are
 * built like a question. Value: {@code open} or {@code closed}.
 */
final class QuestionDetector implements Detector {

  private static final double MARKED = 0.95;
  private static final double UNMARKED = 0.8;

  /** How far from its beginning a sentence shows that its question is open, in words. */
  private static final int OPEN_REACH = 5;

  private final long open;
  private final long verb;
  private final long subject;

  QuestionDetector(Lexicon lexicon) {
    this.open = lexicon.group("open-question");
    this.verb = lexicon.group("ask-verb");
    this.subject = lexicon.group("ask-subject");
  }

  @Override
  public void detect(Message message, CueSink cues) {
    KnownWords known = message.known();
    int at = 0;
    while (at < known.count()) {
      int sentence = known.sentenceOf(at);
      int end = at;
      while (end < known.count() && known.sentenceOf(end) == sentence) {
        end++;
      }
      boolean marked = message.words().markOf(sentence) == '?';
      int begin = beginning(known, at, end);
      if (marked || builtLikeOne(known, begin, end)) {
        Span whole = message.words().spanOf(sentence);
        cues.add(
            CueName.QUESTION,
            whole,
            marked ? MARKED : UNMARKED,
            Optional.of(isOpen(known, begin, end) ? "open" : "closed"));
      }
      at = end;
    }
  }

  /** The first clause that is built like a question, or the first word. */
  private int beginning(KnownWords known, int from, int end) {
    for (int i = from; i < end; i++) {
      if (known.opens(i) && builtLikeOne(known, i, end)) {
        return i;
      }
    }
    return from;
  }

  private boolean builtLikeOne(KnownWords known, int at, int end) {
    if (at + 2 >= end
        || !known.opens(at)
        || known.words().has(known.source(at), Words.CLAUSE_END)) {
      return false;
    }
    boolean asks = Lexicon.in(known, at, open);
    if (asks) {
      return Lexicon.in(known, at + 1, verb) && Lexicon.in(known, at + 2, subject);
    }
    return Lexicon.in(known, at, verb) && Lexicon.in(known, at + 1, subject);
  }

  private boolean isOpen(KnownWords known, int begin, int end) {
    for (int i = begin; i < Math.min(end, begin + OPEN_REACH); i++) {
      if (Lexicon.in(known, i, open)) {
        return true;
      }
    }
    return false;
  }
}
