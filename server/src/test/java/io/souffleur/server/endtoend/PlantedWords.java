package io.souffleur.server.endtoend;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Words that a customer says in a test, and the search for them in every byte of every file. */
final class PlantedWords {
  /** Words that stand nowhere else, one for each place where words come in. */
  static final List<String> ALL =
      List.of(
          "zorblaxine",
          "quintavrille",
          "mirbolandre",
          "ostrufique",
          "velphoriane",
          "gronchupette",
          "tarabuste9",
          "ixolympe",
          "briquefouine",
          "nacrebulle",
          "sapajouste",
          "wolframeau",
          "pyrogriffe",
          "chandelune",
          "kermessouille",
          "dorfanille",
          "jabotruche",
          "lunivaste",
          "ravigotine",
          "éphémérisse");

  private PlantedWords() {}

  /** Which planted words stand in any file below {@code where}, in UTF-8 or UTF-16. */
  static Set<String> in(Path where) throws Exception {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(where)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (String word : ALL) {
          for (Charset charset :
              List.of(
                  StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            if (bytes.contains(new String(word.getBytes(charset), StandardCharsets.ISO_8859_1))) {
              found.add(word);
            }
          }
        }
      }
    }
    return found;
  }
}
