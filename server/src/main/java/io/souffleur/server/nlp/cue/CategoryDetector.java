package io.souffleur.server.nlp.cue;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Span;
import io.souffleur.server.nlp.category.Categoriser;
import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.lexicon.Phrase.Surrounding;
import io.souffleur.server.nlp.lexicon.Vocabulary;
import io.souffleur.server.nlp.text.Words;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the trained model about sentences in which no phrase showed anything of the kind. Silent
 * unless the model is nearly certain and knows most of the words.
 */
final class CategoryDetector implements Detector {

  private static final double NEARLY_CERTAIN = 0.85;
  private static final int SHORTEST = 4;
  private static final int LONGEST = 30;

  private static final Set<CueName> MOODS =
      EnumSet.of(
          CueName.DISSATISFACTION,
          CueName.COMPLAINT,
          CueName.IMPATIENCE,
          CueName.SATISFACTION,
          CueName.RESOLVED,
          CueName.UNRESOLVED,
          CueName.REPETITION);

  private static final Set<CueName> ACTS =
      EnumSet.of(
          CueName.GREETING,
          CueName.FAREWELL,
          CueName.THANKS,
          CueName.WELCOME,
          CueName.HELP_OFFER,
          CueName.FURTHER_HELP,
          CueName.APOLOGY,
          CueName.EMPATHY,
          CueName.WAIT_NOTICE,
          CueName.COMMITMENT,
          CueName.NEXT_STEP,
          CueName.SOLUTION,
          CueName.RESTATEMENT,
          CueName.WISH_QUESTION,
          CueName.SATISFACTION_QUESTION,
          CueName.TRANSFER_NOTICE);

  private static final Set<Surrounding> TURNING =
      EnumSet.of(Surrounding.CONDITIONAL, Surrounding.QUESTION);

  private final Categoriser customer;
  private final Categoriser agent;
  private final Surroundings surroundings;

  CategoryDetector(Categoriser customer, Categoriser agent, Surroundings surroundings) {
    this.customer = customer;
    this.agent = agent;
    this.surroundings = surroundings;
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
    while (from < known.count()) {
      int sentence = known.sentenceOf(from);
      int until = from;
      int familiar = 0;
      boolean quoted = false;
      while (until < known.count() && known.sentenceOf(until) == sentence) {
        familiar += known.id(until) == Vocabulary.UNKNOWN ? 0 : 1;
        quoted |= message.words().has(known.source(until), Words.QUOTED);
        until++;
      }
      int length = until - from;
      boolean fit = length >= SHORTEST && length <= LONGEST && 3 * familiar >= 2 * length;
      if (fit && !quoted && !surroundings.any(TURNING, known, until - 1, until - 1)) {
        Span span = message.words().spanOf(sentence);
        if (!already(cues, span)) {
          judge(categoriser, known, from, until, span, cues);
        }
      }
      from = until;
    }
  }

  private static void judge(
      Categoriser categoriser, KnownWords known, int from, int until, Span span, CueSink cues) {
    Categoriser.Judgement judgement = categoriser.judge(known, from, until);
    if (judgement.probability() >= NEARLY_CERTAIN) {
      CueName.ofWireName(judgement.label())
          .ifPresent(cue -> cues.add(cue, span, judgement.probability(), Optional.empty()));
    }
  }

  /** Whether phrases have said enough about this sentence. */
  private static boolean already(CueSink cues, Span span) {
    return cues.hasAny(MOODS, span) || cues.hasAny(ACTS, span);
  }
}
