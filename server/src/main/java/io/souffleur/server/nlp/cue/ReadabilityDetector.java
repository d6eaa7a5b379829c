package io.souffleur.server.nlp.cue;

import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.nlp.text.Words;
import java.util.Optional;

/**
 * Sees written sentences that are clearly too long or too hard. Value: a whole number, in French
 * the reading ease of Kandel and Moles (207 − 1.015 · words − 73.6 · syllables a word; 0 to 100,
 * the lower the harder), in English the grade of Flesch and Kincaid (0.39 · words + 11.8 ·
 * syllables a word − 15.59; years of school). Speech is not looked at: nobody punctuates it.
 */
final class ReadabilityDetector implements Detector {

  private static final double SURE = 0.85;

  /** Shorter sentences are not hard for their length, and too short to measure. */
  private static final int FEWEST_WORDS = 15;

  /** "Difficult" begins at 50, "very difficult" at 30. */
  private static final double HARDEST_EASE = 38;

  /** Beyond a first degree. */
  private static final double HIGHEST_GRADE = 16;

  private final boolean french;

  ReadabilityDetector(Language language) {
    this.french =
        switch (language) {
          case FRENCH -> true;
          case ENGLISH -> false;
        };
  }

  @Override
  public void detect(Message message, CueSink cues) {
    if (!cues.canShow(CueName.HARD_TO_READ) || message.context().medium() == Medium.VOICE) {
      return;
    }
    Words words = message.words();
    for (int sentence = 0; sentence < words.sentences(); sentence++) {
      int first = words.firstOf(sentence);
      int end = words.endOf(sentence);
      if (end - first >= FEWEST_WORDS) {
        judge(words, sentence, first, end, cues);
      }
    }
  }

  private void judge(Words words, int sentence, int first, int end, CueSink cues) {
    int count = 0;
    int syllables = 0;
    for (int i = first; i < end; i++) {
      if (counts(words, i)) {
        count++;
        syllables += Syllables.in(words, i);
      }
    }
    if (count < FEWEST_WORDS) {
      return;
    }
    double perWord = (double) syllables / count;
    double index =
        french ? 207 - 1.015 * count - 73.6 * perWord : 0.39 * count + 11.8 * perWord - 15.59;
    if (french ? index <= HARDEST_EASE : index >= HIGHEST_GRADE) {
      cues.add(
          CueName.HARD_TO_READ,
          words.spanOf(sentence),
          SURE,
          Optional.of(Long.toString(Math.max(0, Math.round(index)))));
    }
  }

  /** Whether it is a word to read: no number, no address, no name, no "l" or "d" of the next. */
  private static boolean counts(Words words, int i) {
    boolean name = words.has(i, Words.CAPITAL) && !words.has(i, Words.CLAUSE_START);
    return words.length(i) > 1
        && !name
        && !words.has(i, Words.NUMBER)
        && !words.has(i, Words.ADDRESS);
  }
}
