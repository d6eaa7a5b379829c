package io.souffleur.server.nlp.lexicon;

import io.souffleur.server.nlp.lexicon.LexiconFile.Line;
import io.souffleur.server.nlp.text.Scanner;
import io.souffleur.server.nlp.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The words of the sentences that the models learned from, in a file of their own: {@code 2 = abide
 * abroad}, words that the sentences have twice. A start reads some thousand words there instead of
 * ten thousand sentences.
 */
public final class SentenceWords {

  /** The name of the file, in the folder of its language. */
  public static final String FILE = "words.txt";

  private static final String HEAD =
      """
      # The words of the sentences in training/, behind how often they are there (%d: so often, or
      # more often); written by “souffleur train”.
      """
          .formatted(WordCounts.COMMON);

  private static final int LONGEST_LINE = 100;

  private SentenceWords() {}

  /** What the file says for {@code sentences}. The same sentences, in any order, give the same. */
  public static String write(Iterable<String> sentences) {
    Map<String, Integer> times = new TreeMap<>();
    for (String sentence : sentences) {
      Words words = Scanner.scan(sentence);
      for (int i = 0; i < words.count(); i++) {
        times.merge(words.word(i), 1, Integer::sum);
      }
    }
    StringBuilder text = new StringBuilder(HEAD);
    for (int count = WordCounts.COMMON; count > 0; count--) {
      List<String> line = new ArrayList<>();
      int length = 0;
      for (Map.Entry<String, Integer> word : times.entrySet()) {
        if (Math.min(word.getValue(), WordCounts.COMMON) != count) {
          continue;
        }
        length += word.getKey().length() + 1;
        if (length > LONGEST_LINE - "0 =".length() && !line.isEmpty()) {
          end(line, count, text);
          length = word.getKey().length() + 1;
        }
        line.add(word.getKey());
      }
      end(line, count, text);
    }
    return text.toString();
  }

  private static void end(List<String> line, int count, StringBuilder text) {
    if (!line.isEmpty()) {
      text.append(count).append(" = ").append(String.join(" ", line)).append('\n');
      line.clear();
    }
  }

  /**
   * Adds the words of {@code file} to those that are known.
   *
   * @param errors receives what is wrong
   */
  static void read(
      LexiconFile file, Vocabulary.Builder known, WordCounts.Counter counter, List<String> errors) {
    for (Line line : file.lines()) {
      int equals = line.text().indexOf('=');
      String count = equals < 0 ? "" : line.text().substring(0, equals).strip();
      if (count.length() != 1 || count.charAt(0) < '1' || count.charAt(0) > '9') {
        errors.add(file.error(line, "expected “2 = word word”: how often the sentences have them"));
        continue;
      }
      int times = count.charAt(0) - '0';
      Words words = Scanner.scan(line.text().substring(equals + 1));
      for (int i = 0; i < words.count(); i++) {
        counter.count(known.intern(words.word(i)), times);
      }
    }
  }
}
