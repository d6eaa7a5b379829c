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
 * words are strange or quoted, and where a phrase says that the cue is not shown.
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
      case CUSTOMER -> detect(new Asking(message, customer, register(message), cues));
      case AGENT -> detect(new Asking(message, agent, register(message), cues));
      case BOT, SYSTEM -> {}
    }
  }

  private static Register register(Message message) {
    return Register.of(message.words(), message.context().medium());
  }

  private void detect(Asking asking) {
    Message message = asking.message();
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
        judge(asking, from, until, message.words().spanOf(sentence));
      } else {
        judgePieces(asking, from, until);
      }
      from = until;
      sentences++;
    }
    if (sentences > 1 && known.count() <= LONGEST_WHOLE) {
      Span whole = message.words().span(0, message.words().count() - 1);
      judge(asking, 0, known.count(), whole);
    }
  }

  private void judgePieces(Asking asking, int from, int until) {
    Message message = asking.message();
    KnownWords known = message.known();
    int begin = from;
    while (begin < until) {
      int end = endOfPiece(known, begin, until);
      Span span = message.words().span(known.source(begin), known.source(end - 1));
      judge(asking, begin, end, span);
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

  private static void judge(Asking asking, int from, int until, Span span) {
    KnownWords known = asking.message().known();
    CueSink cues = asking.cues();
    int familiar = 0;
    int quoted = 0;
    for (int i = from; i < until; i++) {
      familiar += known.id(i) == Vocabulary.UNKNOWN ? 0 : 1;
      quoted += known.words().has(known.source(i), Words.QUOTED) ? 1 : 0;
    }
    int length = until - from;
    if (length >= SHORTEST && 2 * familiar >= length && 2 * quoted < length) {
      asking
          .categoriser()
          .judge(
              known,
              from,
              until,
              asking.register(),
              (cue, probability) -> {
                if (!cues.isSilent(cue, span)) {
                  cues.add(cue, span, probability, Optional.empty());
                }
              });
    }
  }

  /** Who is asked about which message, and who hears the answers. */
  private record Asking(
      Message message, Categoriser categoriser, Register register, CueSink cues) {}
}
