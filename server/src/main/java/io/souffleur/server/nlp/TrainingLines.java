package io.souffleur.server.nlp;

import io.souffleur.server.core.text.Language;
import io.souffleur.server.nlp.text.Scanner;
import io.souffleur.server.nlp.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Sentences of a language, folded, for the detector that looks at letters. */
final class TrainingLines {

  private TrainingLines() {}

  static List<String> letters(Function<String, Optional<String>> files, Language language) {
    List<String> sentences = new ArrayList<>();
    String text = files.apply(language.tag() + "/training/letters.txt").orElse("");
    for (String line : text.lines().toList()) {
      if (!line.startsWith("#")) {
        Words words = Scanner.scan(line);
        StringBuilder folded = new StringBuilder();
        for (int i = 0; i < words.count(); i++) {
          folded.append(i == 0 ? "" : " ").append(words.word(i));
        }
        sentences.add(folded.toString());
      }
    }
    return sentences;
  }
}
