package io.souffleur.server.nlp.cue;

import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Span;
import io.souffleur.server.nlp.text.Words;
import java.util.Optional;

/** Sees capitals by the sentence, and marks by the handful. Names and codes do not shout. */
final class ShoutingDetector implements Detector {

  private static final double SURE = 0.9;
  private static final int FEWEST_WORDS = 2;
  private static final int FEWEST_LETTERS = 9;
  private static final int LONG_WORD = 5;
  private static final int FEWEST_MARKS = 3;
  private static final String OPENS = "[{<%";
  private static final String CLOSES = "]}>%";

  @Override
  public void detect(Message message, CueSink cues) {
    capitals(message.words(), cues);
    marks(message.words().text(), cues);
  }

  private static void capitals(Words words, CueSink cues) {
    int at = 0;
    while (at < words.count()) {
      int end = at;
      int shouted = 0;
      int letters = 0;
      int longest = 0;
      while (end < words.count() && (words.has(end, Words.ALL_CAPITALS) || small(words, end))) {
        if (words.has(end, Words.ALL_CAPITALS)) {
          shouted++;
          letters += words.length(end);
          longest = Math.max(longest, words.length(end));
        }
        end++;
      }
      boolean loud = shouted >= FEWEST_WORDS && letters >= FEWEST_LETTERS && longest >= LONG_WORD;
      if (loud && !isVariable(words.text(), words.span(at, end - 1))) {
        cues.add(CueName.SHOUTING, words.span(at, end - 1), SURE, Optional.empty());
      }
      at = Math.max(end, at + 1);
    }
  }

  /** Whether a word of one capital letter, or of digits, goes on with the capitals around it. */
  private static boolean small(Words words, int at) {
    return words.length(at) == 1 && words.has(at, Words.CAPITAL);
  }

  /** Whether it is the name of something that a template leaves open: {@code [CUSTOMER NAME]}. */
  private static boolean isVariable(String text, Span span) {
    return span.start() > 0
        && span.end() < text.length()
        && OPENS.indexOf(text.charAt(span.start() - 1)) >= 0
        && CLOSES.indexOf(text.charAt(span.end())) >= 0;
  }

  private static void marks(String text, CueSink cues) {
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && (text.charAt(end) == '!' || text.charAt(end) == '?')) {
        end++;
      }
      if (end - at >= FEWEST_MARKS) {
        cues.add(CueName.SHOUTING, new Span(at, end), SURE, Optional.empty());
      }
      at = Math.max(end, at + 1);
    }
  }
}
