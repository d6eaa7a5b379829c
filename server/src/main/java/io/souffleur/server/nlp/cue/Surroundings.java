package io.souffleur.server.nlp.cue;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.text.ReadingContext;
import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.lexicon.Lexicon;
import io.souffleur.server.nlp.lexicon.Phrase.Surrounding;
import io.souffleur.server.nlp.text.Words;
import java.util.Set;

/** Sees what stands around a phrase and turns its meaning. Safe for use by any thread. */
final class Surroundings {

  /** How far back a negation reaches, in words. */
  private static final int NEGATION_REACH = 4;

  /** How far back a condition or a report reaches, in words. */
  private static final int CLAUSE_REACH = 12;

  /** How many words may follow the last ones of a message: a title and a name. */
  private static final int NAME_REACH = 2;

  private final long negation;
  private final long negationAfter;
  private final long condition;
  private final long report;
  private final long questionWord;
  private final long parting;

  Surroundings(Lexicon lexicon) {
    this.negation = lexicon.group("negation");
    this.negationAfter = lexicon.group("negation-after");
    this.condition = lexicon.group("condition");
    this.report = lexicon.group("report");
    this.questionWord = lexicon.group("question-word");
    this.parting = lexicon.group("parting");
  }

  /** Whether any of {@code unless} holds around the positions, both inclusive. */
  boolean any(Set<Surrounding> unless, Message message, int first, int last) {
    KnownWords known = message.known();
    for (Surrounding one : unless) {
      boolean holds =
          switch (one) {
            case NEGATED -> negated(known, first, last);
            case CONDITIONAL -> before(known, first, condition, CLAUSE_REACH, true);
            case REPORTED -> before(known, first, report, CLAUSE_REACH, true);
            case QUESTION -> asks(known, first);
            case STATEMENT -> !asks(known, first);
            case LAST -> last(known, first, last);
            case EARLY -> !last(known, first, last);
            case OPENING -> opening(message.context());
            case BEGUN -> !opening(message.context());
          };
      if (holds) {
        return true;
      }
    }
    return false;
  }

  boolean negated(KnownWords known, int first, int last) {
    if (before(known, first, negation, NEGATION_REACH, false)) {
      return true;
    }
    for (int i = first; i <= Math.min(last + 1, known.count() - 1); i++) {
      if (known.sentenceOf(i) == known.sentenceOf(first) && Lexicon.in(known, i, negationAfter)) {
        return true;
      }
    }
    return false;
  }

  boolean asks(KnownWords known, int position) {
    int sentence = known.sentenceOf(position);
    if (known.words().markOf(sentence) == '?') {
      return true;
    }
    int at = position;
    while (at > 0 && known.sentenceOf(at - 1) == sentence) {
      at--;
    }
    return Lexicon.in(known, at, questionWord);
  }

  private static boolean opening(ReadingContext context) {
    return context.author() == Author.AGENT && !context.acquaintance().agentSpoke();
  }

  /** Whether a message ends here that has thanked or taken leave before. */
  private boolean last(KnownWords known, int first, int last) {
    if (known.count() - 1 - last > NAME_REACH) {
      return false;
    }
    for (int i = first - 1; i >= 0; i--) {
      if (Lexicon.in(known, i, parting)) {
        return true;
      }
    }
    return false;
  }

  private static boolean before(
      KnownWords known, int first, long bits, int reach, boolean acrossCommas) {
    int sentence = known.sentenceOf(first);
    for (int i = first - 1; i >= Math.max(0, first - reach); i--) {
      if (known.sentenceOf(i) != sentence) {
        return false;
      }
      if (!acrossCommas && known.words().has(known.source(i), Words.CLAUSE_END)) {
        return false;
      }
      if (Lexicon.in(known, i, bits)) {
        return true;
      }
    }
    return false;
  }
}
