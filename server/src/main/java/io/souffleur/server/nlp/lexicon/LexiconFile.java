package io.souffleur.server.nlp.lexicon;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of one file that say something: without comments, with their numbers.
 *
 * @param name for errors
 */
record LexiconFile(String name, List<Line> lines) {

  LexiconFile {
    lines = List.copyOf(lines);
  }

  /**
   * @param number from 1
   * @param text without comment, trimmed, not empty
   */
  record Line(int number, String text) {}

  static LexiconFile of(String name, String content) {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String raw : content.lines().toList()) {
      number++;
      int comment = raw.indexOf('#');
      String text = (comment < 0 ? raw : raw.substring(0, comment)).strip();
      if (!text.isEmpty()) {
        lines.add(new Line(number, text));
      }
    }
    return new LexiconFile(name, lines);
  }

  /** What is wrong with a line, as {@code file:line: reason}. */
  String error(Line line, String reason) {
    return name + ":" + line.number() + ": " + reason;
  }
}
