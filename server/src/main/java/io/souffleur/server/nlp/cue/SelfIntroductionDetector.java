package io.souffleur.server.nlp.cue;

import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.lexicon.Lexicon;
import io.souffleur.server.nlp.text.Scanner;
import io.souffleur.server.nlp.text.Words;
import java.util.Optional;

/**
 * Sees the agent's own name given: after "I am", "this is", "ici". Phrases that need no name to be
 * sure ("my name is") stand in the lexicon.
 */
final class SelfIntroductionDetector implements Detector {

  private static final double SURE = 0.95;

  private final long before;
  private final long after;

  SelfIntroductionDetector(Lexicon lexicon) {
    this.before = lexicon.group("introduction-before");
    this.after = lexicon.group("introduction-after");
  }

  @Override
  public void detect(Message message, CueSink cues) {
    Optional<String> name = message.context().agentName();
    if (name.isEmpty() || !cues.canShow(CueName.SELF_INTRODUCTION)) {
      return;
    }
    Words agent = Scanner.scan(name.get());
    if (agent.count() == 0) {
      return;
    }
    KnownWords known = message.known();
    String first = agent.word(0);
    for (int i = 0; i < known.count(); i++) {
      if (message.words().is(known.source(i), first)) {
        int last = i;
        while (last + 1 < known.count()
            && last + 1 - i < agent.count()
            && message.words().is(known.source(last + 1), agent.word(last + 1 - i))) {
          last++;
        }
        int from = introduced(known, i, last);
        if (from >= 0) {
          cues.add(
              CueName.SELF_INTRODUCTION,
              message.words().span(known.source(from), known.source(last)),
              SURE,
              name);
        }
      }
    }
  }

  /** Where the introduction begins, or -1 when the name is only mentioned. */
  private int introduced(KnownWords known, int first, int last) {
    int sentence = known.sentenceOf(first);
    if (first > 0
        && known.sentenceOf(first - 1) == sentence
        && Lexicon.in(known, first - 1, before)) {
      return first - 1;
    }
    boolean followed =
        last + 1 < known.count()
            && known.sentenceOf(last + 1) == sentence
            && Lexicon.in(known, last + 1, after);
    return known.opens(first) && followed ? first : -1;
  }
}
