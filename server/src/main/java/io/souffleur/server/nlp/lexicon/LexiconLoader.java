package io.souffleur.server.nlp.lexicon;

import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.nlp.text.Scanner;
import io.souffleur.server.nlp.text.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the lexicons of all languages from their files. Not for several threads. */
public final class LexiconLoader {

  private final Function<String, Optional<String>> files;
  private final List<HouseFile> house;
  private final List<String> errors = new ArrayList<>();

  /**
   * @param files the content of a file such as {@code fr/thanks.txt}, if there is one
   */
  public LexiconLoader(Function<String, Optional<String>> files) {
    this(files, List.of());
  }

  /**
   * @param files the content of a file such as {@code fr/thanks.txt}, if there is one
   * @param house what adds to them
   */
  public LexiconLoader(Function<String, Optional<String>> files, List<HouseFile> house) {
    this.files = files;
    this.house = List.copyOf(house);
  }

  /**
   * The lexicons.
   *
   * @throws LexiconException with every error of every file
   */
  public Lexicons load() {
    Vocabulary.Builder words = new Vocabulary.Builder();
    words.intern("not");
    words.intern("n");
    words.intern("t");
    Map<Language, LanguageFiles> read = new EnumMap<>(Language.class);
    WordCounts counts = new WordCounts();
    for (Language language : Language.values()) {
      LanguageFiles of = files(language);
      of.aids().forEach(file -> intern(words, file, WordCounts.Counter.NONE));
      of.cueFiles().forEach(file -> intern(words, file, counts.of(language)));
      SentenceWords.read(of.sentenceWords(), words, counts.of(language), errors);
      read.put(language, of);
    }
    Vocabulary vocabulary = words.build();
    Map<Language, Lexicon> lexicons = new EnumMap<>(Language.class);
    Map<Language, StopWords> stopWords = new EnumMap<>(Language.class);
    read.forEach(
        (language, of) -> {
          LexiconCompiler compiler = new LexiconCompiler(language, vocabulary, errors);
          lexicons.put(language, compiler.compile(of));
          stopWords.put(
              language,
              compiler.stopWords(of.stopWords(), counts.hints(language, vocabulary.size())));
        });
    if (!errors.isEmpty()) {
      throw new LexiconException(errors);
    }
    return new Lexicons(vocabulary, lexicons, stopWords);
  }

  private LanguageFiles files(Language language) {
    Map<CueName, List<LexiconFile>> cues = new EnumMap<>(CueName.class);
    for (CueName cue : CueName.values()) {
      String name = language.tag() + "/" + cue.wireName() + ".txt";
      files.apply(name).ifPresent(content -> add(cues, cue, LexiconFile.of(name, content)));
    }
    for (HouseFile own : house) {
      if (own.languages().contains(language)) {
        add(cues, own.cue(), LexiconFile.of(own.name(), own.content()));
      }
    }
    return new LanguageFiles(
        file(language, "groups.txt"),
        file(language, "detectors.txt"),
        file(language, "spellings.txt"),
        file(language, "stopwords.txt"),
        file(language, "classes.txt"),
        file(language, "names.txt"),
        file(language, "numbers.txt"),
        file(language, "deadlines.txt"),
        file(language, "currencies.txt"),
        file(language, SentenceWords.FILE),
        cues);
  }

  private static void add(Map<CueName, List<LexiconFile>> cues, CueName cue, LexiconFile file) {
    cues.computeIfAbsent(cue, any -> new ArrayList<>()).add(file);
  }

  private LexiconFile file(Language language, String last) {
    String name = language.tag() + "/" + last;
    return LexiconFile.of(name, files.apply(name).orElse(""));
  }

  private static void intern(
      Vocabulary.Builder vocabulary, LexiconFile file, WordCounts.Counter counter) {
    for (LexiconFile.Line line : file.lines()) {
      Words words = Scanner.scan(line.text());
      for (int i = 0; i < words.count(); i++) {
        counter.count(vocabulary.intern(words.word(i)), 1);
      }
    }
  }

  /**
   * The files of one language.
   *
   * @param sentenceWords words that become known, and nothing else
   */
  record LanguageFiles(
      LexiconFile groups,
      LexiconFile detectors,
      LexiconFile spellings,
      LexiconFile stopWords,
      LexiconFile classes,
      LexiconFile names,
      LexiconFile numbers,
      LexiconFile deadlines,
      LexiconFile currencies,
      LexiconFile sentenceWords,
      Map<CueName, List<LexiconFile>> cues) {

    /** What is about words. */
    List<LexiconFile> aids() {
      return List.of(
          groups, detectors, spellings, stopWords, classes, names, numbers, deadlines, currencies);
    }

    /** What people say. */
    List<LexiconFile> cueFiles() {
      return cues.values().stream().flatMap(List::stream).toList();
    }
  }
}
