package io.souffleur.server.nlp;

import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.nlp.lexicon.HouseFile;
import io.souffleur.server.nlp.lexicon.LexiconException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The words of one house, which add to those that come with the program: {@code jargon.txt}, {@code
 * products.txt}, {@code internal.txt}, {@code unsuitable.txt} and {@code reasons.txt} in a folder,
 * for both languages, or in its folders {@code fr} and {@code en}, for one. They are written as the
 * package of lexicons describes. Immutable.
 *
 * @param files in the order in which they are read
 */
public record HouseLexicons(List<HouseFile> files) {

  private static final long LARGEST = 1024 * 1024;

  private static final Map<String, CueName> NAMES =
      new TreeMap<>(
          Map.of(
              "jargon.txt", CueName.JARGON,
              "products.txt", CueName.PRODUCT_NAME,
              "internal.txt", CueName.INTERNAL_INFORMATION,
              "unsuitable.txt", CueName.UNSUITABLE_TERM,
              "reasons.txt", CueName.CONTACT_REASON));

  public HouseLexicons {
    files = List.copyOf(files);
  }

  /** No words beside those that come with the program. */
  public static HouseLexicons none() {
    return new HouseLexicons(List.of());
  }

  /**
   * The files of a folder, in the order of their names.
   *
   * @throws LexiconException with every file that can't be one, as {@code file:line: reason}; what
   *     is wrong inside them shows when a reader is made with them
   * @throws IOException when the folder or a file can't be read
   */
  public static HouseLexicons in(Path folder) throws IOException {
    List<HouseFile> files = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      throw new LexiconException(List.of(folder + ":1: there is no such folder"));
    }
    add(folder, EnumSet.allOf(Language.class), files, errors);
    for (Language language : Language.values()) {
      Path own = folder.resolve(language.tag());
      if (Files.isDirectory(own)) {
        add(own, EnumSet.of(language), files, errors);
      }
    }
    if (!errors.isEmpty()) {
      throw new LexiconException(errors);
    }
    return new HouseLexicons(files);
  }

  private static void add(
      Path folder, Set<Language> languages, List<HouseFile> files, List<String> errors)
      throws IOException {
    List<Path> found;
    try (Stream<Path> all = Files.list(folder)) {
      found = all.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
    for (Path file : found) {
      CueName cue = NAMES.get(String.valueOf(file.getFileName()));
      if (cue == null) {
        errors.add(file + ":1: no such lexicon; there are " + String.join(", ", NAMES.keySet()));
      } else if (Files.size(file) > LARGEST) {
        errors.add(file + ":1: larger than 1 MiB");
      } else {
        try {
          files.add(new HouseFile(cue, languages, file.toString(), Files.readString(file)));
        } catch (CharacterCodingException notText) {
          errors.add(file + ":1: the file is not UTF-8");
        }
      }
    }
  }
}
