package io.souffleur.server.nlp.lexicon;

import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.nlp.lexicon.Currencies.Kind;
import io.souffleur.server.nlp.lexicon.Currencies.Money;
import io.souffleur.server.nlp.lexicon.LexiconFile.Line;
import io.souffleur.server.nlp.lexicon.LexiconLoader.LanguageFiles;
import io.souffleur.server.nlp.text.Scanner;
import io.souffleur.server.nlp.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the files of one language into its {@link Lexicon}. Not for several threads. */
final class LexiconCompiler {

  private final Language language;
  private final Vocabulary vocabulary;
  private final List<String> errors;

  /**
   * @param vocabulary has every word of every file
   * @param errors receives what is wrong
   */
  LexiconCompiler(Language language, Vocabulary vocabulary, List<String> errors) {
    this.language = language;
    this.vocabulary = vocabulary;
    this.errors = errors;
  }

  Lexicon compile(LanguageFiles files) {
    Spellings spellings = spellings(files.spellings());
    Groups none = Groups.none(vocabulary.size());
    Map<String, List<String>> choices = choices(files.groups());
    Map<String, Pattern> patterns = new HashMap<>();
    Groups groups = groups(choices, patterns, spellings, none);

    PhraseTableBuilder table = new PhraseTableBuilder(vocabulary, patterns);
    List<Phrase> phrases = new ArrayList<>();
    int family = 0;
    for (Map.Entry<CueName, List<LexiconFile>> cue : files.cues().entrySet()) {
      family++;
      for (LexiconFile file : cue.getValue()) {
        PhraseReader reader =
            new PhraseReader(cue.getKey(), family, text -> words(text, spellings, none));
        for (Line line : file.lines()) {
          try {
            reader
                .read(line.text())
                .ifPresent(
                    read -> {
                      table.add(read.pattern(), phrases.size());
                      phrases.add(read.phrase());
                    });
          } catch (IllegalArgumentException wrong) {
            errors.add(file.error(line, String.valueOf(wrong.getMessage())));
          }
        }
      }
    }
    return new Lexicon(
        language,
        vocabulary,
        spellings,
        groups,
        classes(files.classes(), spellings, none),
        firstNames(files.names()),
        table.build(),
        phrases,
        wordSets(choices(files.detectors()), spellings, none),
        numbers(files.numbers()),
        templates(files.deadlines(), patterns, spellings, none),
        currencies(files.currencies()));
  }

  private WordClasses classes(LexiconFile file, Spellings spellings, Groups none) {
    int[] of = new int[vocabulary.size()];
    Mood[] moods = new Mood[vocabulary.size()];
    Arrays.fill(moods, Mood.NONE);
    for (Line line : file.lines()) {
      int equals = line.text().indexOf('=');
      if (equals < 0) {
        errors.add(file.error(line, "expected “class = word word”"));
        continue;
      }
      String name = line.text().substring(0, equals).strip();
      for (String word : words(line.text().substring(equals + 1), spellings, none)) {
        of[vocabulary.id(word)] = WordClasses.number(name);
        moods[vocabulary.id(word)] = WordClasses.mood(name);
      }
    }
    return new WordClasses(of, moods);
  }

  private FirstNames firstNames(LexiconFile file) {
    boolean[] known = new boolean[vocabulary.size()];
    Map<String, List<String>> shortForms = new HashMap<>();
    for (Line line : file.lines()) {
      int equals = line.text().indexOf('=');
      Words names = Scanner.scan(line.text());
      List<String> all = new ArrayList<>();
      for (int i = 0; i < names.count(); i++) {
        all.add(names.word(i));
        known[vocabulary.id(names.word(i))] = true;
      }
      if (equals >= 0 && !all.isEmpty()) {
        shortForms.merge(all.getFirst(), all.subList(1, all.size()), LexiconCompiler::both);
      }
    }
    return new FirstNames(known, shortForms);
  }

  private static List<String> both(List<String> some, List<String> others) {
    List<String> both = new ArrayList<>(some);
    both.addAll(others);
    return both;
  }

  private Numbers numbers(LexiconFile file) {
    int[] values = new int[vocabulary.size()];
    Arrays.fill(values, Numbers.NONE);
    for (Line line : file.lines()) {
      int equals = line.text().indexOf('=');
      String value = line.text().substring(equals + 1).strip();
      if (equals < 0 || value.isEmpty() || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
        errors.add(file.error(line, "expected “words = number”"));
        continue;
      }
      Words words = Scanner.scan(line.text().substring(0, equals));
      for (int i = 0; i < words.count(); i++) {
        values[vocabulary.id(words.word(i))] = Integer.parseInt(value);
      }
    }
    return new Numbers(values);
  }

  private Currencies currencies(LexiconFile file) {
    @Nullable Money[] words = new @Nullable Money[vocabulary.size()];
    Map<Character, Money> signs = new HashMap<>();
    for (Line line : file.lines()) {
      String text = line.text();
      int equals = text.indexOf('=');
      String code = text.substring(equals + 1).strip();
      boolean hundredth = code.endsWith("/100");
      String whole = hundredth ? code.substring(0, code.length() - "/100".length()) : code;
      if (equals < 0 || !whole.matches("[A-Z]{3}")) {
        errors.add(file.error(line, "expected “words = EUR”, an ISO 4217 code"));
        continue;
      }
      Kind kind = text.startsWith("+") ? Kind.WHICH : hundredth ? Kind.HUNDREDTH : Kind.WHOLE;
      Money money = new Money(whole, kind);
      for (String name : text.substring(0, equals).strip().split("\\s+")) {
        Words read = Scanner.scan(name);
        if (read.count() > 0) {
          words[vocabulary.id(read.word(0))] = money;
        } else {
          signs.put(name.charAt(0), money);
        }
      }
    }
    return new Currencies(words, signs);
  }

  private Templates templates(
      LexiconFile file, Map<String, Pattern> patterns, Spellings spellings, Groups none) {
    PhraseTableBuilder table = new PhraseTableBuilder(vocabulary, patterns);
    List<String> templates = new ArrayList<>();
    for (Line line : file.lines()) {
      int arrow = line.text().indexOf("=>");
      try {
        if (arrow < 0) {
          throw new IllegalArgumentException("expected “phrase => value”");
        }
        String phrase = line.text().substring(0, arrow).strip();
        table.add(
            PatternParser.parse(phrase, text -> words(text, spellings, none)), templates.size());
        templates.add(line.text().substring(arrow + 2).strip());
      } catch (IllegalArgumentException wrong) {
        errors.add(file.error(line, String.valueOf(wrong.getMessage())));
      }
    }
    return new Templates(table.build(), templates);
  }

  /**
   * @param hints how much each word of the vocabulary hints at the language
   */
  StopWords stopWords(LexiconFile file, byte[] hints) {
    byte[] weights = new byte[vocabulary.size()];
    byte weight = 1;
    for (Line line : file.lines()) {
      if (line.text().startsWith("%weight ")) {
        weight = Byte.parseByte(line.text().substring("%weight ".length()).strip());
        continue;
      }
      Words words = Scanner.scan(line.text());
      for (int i = 0; i < words.count(); i++) {
        weights[vocabulary.id(words.word(i))] = weight;
      }
    }
    return new StopWords(weights, hints);
  }

  private Spellings spellings(LexiconFile file) {
    Map<Integer, int[]> meaning = new HashMap<>();
    Map<Integer, int[]> joined = new HashMap<>();
    List<String> slips = new ArrayList<>();
    for (Line line : file.lines()) {
      String text = line.text();
      if (text.startsWith("~")) {
        Words words = Scanner.scan(text);
        for (int i = 0; i < words.count(); i++) {
          slips.add(words.word(i));
        }
        continue;
      }
      int equals = text.indexOf('=');
      Words typed = Scanner.scan(equals < 0 ? text : text.substring(0, equals));
      Words meant = Scanner.scan(equals < 0 ? "" : text.substring(equals + 1));
      if (typed.count() == 0 || meant.count() == 0) {
        errors.add(file.error(line, "expected “typed = meant”, or “~word”"));
        continue;
      }
      int[] ids = new int[meant.count()];
      for (int i = 0; i < ids.length; i++) {
        ids[i] = vocabulary.id(meant.word(i));
      }
      Map<Integer, int[]> into = text.startsWith("'") ? joined : meaning;
      for (int i = 0; i < typed.count(); i++) {
        into.put(vocabulary.id(typed.word(i)), ids);
      }
    }
    return new Spellings(language, vocabulary, meaning, joined, new Slips(vocabulary, slips));
  }

  private Map<String, List<String>> choices(LexiconFile file) {
    Map<String, List<String>> choices = new LinkedHashMap<>();
    for (Line line : file.lines()) {
      String text = line.text();
      int equals = text.indexOf('=');
      if (!text.startsWith("@") || equals < 0) {
        errors.add(file.error(line, "expected “@group = word | word”"));
        continue;
      }
      List<String> into =
          choices.computeIfAbsent(text.substring(1, equals).strip(), any -> new ArrayList<>());
      for (String choice : text.substring(equals + 1).split("\\|", -1)) {
        into.add(choice.strip());
      }
    }
    return choices;
  }

  private Map<String, WordSet> wordSets(
      Map<String, List<String>> choices, Spellings spellings, Groups none) {
    Map<String, WordSet> sets = new HashMap<>();
    choices.forEach(
        (name, members) -> {
          BitSet ids = new BitSet();
          for (String member : members) {
            List<String> words = words(member, spellings, none);
            if (words.size() == 1) {
              ids.set(vocabulary.id(words.getFirst()));
            }
          }
          sets.put(name, new WordSet(ids));
        });
    return sets;
  }

  private Groups groups(
      Map<String, List<String>> choices,
      Map<String, Pattern> patterns,
      Spellings spellings,
      Groups none) {
    Map<String, Long> bits = new HashMap<>();
    long[] of = new long[vocabulary.size()];
    choices.forEach(
        (name, members) -> {
          patterns.put(
              name,
              PatternParser.parse(
                  String.join(" | ", members), text -> words(text, spellings, none)));
          List<List<String>> read =
              members.stream().map(member -> words(member, spellings, none)).toList();
          if (bits.size() == Groups.MOST) {
            errors.add(language.tag() + "/groups.txt: more than " + Groups.MOST + " groups");
            return;
          }
          long bit = 1L << bits.size();
          bits.put(name, bit);
          read.stream()
              .filter(words -> words.size() == 1)
              .forEach(words -> of[vocabulary.id(words.getFirst())] |= bit);
        });
    return new Groups(bits, of);
  }

  private List<String> words(String text, Spellings spellings, Groups groups) {
    KnownWords known = spellings.read(Scanner.scan(text), groups);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < known.count(); i++) {
      words.add(
          known.id(i) == Vocabulary.UNKNOWN
              ? known.words().word(known.source(i))
              : vocabulary.word(known.id(i)));
    }
    return words;
  }
}
