package io.souffleur.server.nlp.cue;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.text.Span;
import io.souffleur.server.nlp.category.Categoriser;
import io.souffleur.server.nlp.category.Register;
import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.lexicon.Lexicon;
import io.souffleur.server.nlp.lexicon.Vocabulary;
import io.souffleur.server.nlp.text.Words;
import java.util.Optional;

/**
 * Asks the trained models what a sentence shows beside what its phrases show. A sentence that goes
 * on and on, as in speech written down, is asked about piece by piece. Silent where most of the
 * words are strange, and where a phrase says that the cue is not shown.
 */
final class CategoryDetector implements Detector {

  private static final int SHORTEST = 3;
  private static final int LONGEST = 24;

  /** A message of several sentences up to this length is also judged as a whole. */
  private static final int LONGEST_WHOLE = 50;

  /** A long sentence is cut behind a clause, or before a connecting word, from this length on. */
  private static final int LONG_ENOUGH = 8;

  private final Categoriser customer;
  private final Categoriser agent;
  private final long connective;

  CategoryDetector(Categoriser customer, Categoriser agent, Lexicon lexicon) {
    this.customer = customer;
    this.agent = agent;
    this.connective = lexicon.group("connective");
  }

  @Override
  public void detect(Message message, CueSink cues) {
    Author author = message.context().author();
    switch (author) {
      case CUSTOMER -> detect(message, customer, cues);
      case AGENT -> detect(message, agent, cues);
      case BOT, SYSTEM -> {}
    }
  }

  private void detect(Message message, Categoriser categoriser, CueSink cues) {
    KnownWords known = message.known();
    int from = 0;
    int sentences = 0;
    while (from < known.count()) {
      int sentence = known.sentenceOf(from);
      int until = from;
      while (until < known.count() && known.sentenceOf(until) == sentence) {
        until++;
      }
      if (until - from <= LONGEST) {
        judge(message, categoriser, from, until, message.words().spanOf(sentence), cues);
      } else {
        judgePieces(message, categoriser, from, until, cues);
      }
      from = until;
      sentences++;
    }
    if (sentences > 1 && known.count() <= LONGEST_WHOLE) {
      Span whole = message.words().span(0, message.words().count() - 1);
      judge(message, categoriser, 0, known.count(), whole, cues);
    }
  }

  private void judgePieces(
      Message message, Categoriser categoriser, int from, int until, CueSink cues) {
    KnownWords known = message.known();
    int begin = from;
    while (begin < until) {
      int end = endOfPiece(known, begin, until);
      Span span = message.words().span(known.source(begin), known.source(end - 1));
      judge(message, categoriser, begin, end, span, cues);
      begin = end;
    }
  }

  private int endOfPiece(KnownWords known, int begin, int until) {
    if (until - begin <= LONGEST) {
      return until;
    }
    for (int end = begin + LONG_ENOUGH; end < begin + LONGEST; end++) {
      if (known.words().has(known.source(end - 1), Words.CLAUSE_END)
          || Lexicon.in(known, end, connective)) {
        return end;
      }
    }
    return begin + LONGEST;
  }

  private static void judge(
      Message message, Categoriser categoriser, int from, int until, Span span, CueSink cues) {
    KnownWords known = message.known();
    int familiar = 0;
    for (int i = from; i < until; i++) {
      familiar += known.id(i) == Vocabulary.UNKNOWN ? 0 : 1;
      if (known.words().has(known.source(i), Words.QUOTED)) {
        return;
      }
    }
    int length = until - from;
    if (length >= SHORTEST && 2 * familiar >= length) {
      categoriser.judge(
          known,
          from,
          until,
          Register.of(known.words(), message.context().medium()),
          (cue, probability) -> {
            if (!cues.isSilent(cue, span)) {
              cues.add(cue, span, probability, Optional.empty());
            }
          });
    }
  }
}
