package io.souffleur.server.nlp.lexicon;

import io.souffleur.server.core.text.Language;
import io.souffleur.server.nlp.text.Words;
import java.util.List;
import java.util.Map;

/** How one language says things. Immutable; safe for use by any thread. */
public final class Lexicon {

  private final Language language;
  private final Vocabulary vocabulary;
  private final Spellings spellings;
  private final Groups groups;
  private final WordClasses classes;
  private final FirstNames firstNames;
  private final PhraseTable table;
  private final List<Phrase> phrases;
  private final Map<String, WordSet> wordSets;
  private final Numbers numbers;
  private final Templates deadlines;
  private final Currencies currencies;

  Lexicon(
      Language language,
      Vocabulary vocabulary,
      Spellings spellings,
      Groups groups,
      WordClasses classes,
      FirstNames firstNames,
      PhraseTable table,
      List<Phrase> phrases,
      Map<String, WordSet> wordSets,
      Numbers numbers,
      Templates deadlines,
      Currencies currencies) {
    this.language = language;
    this.vocabulary = vocabulary;
    this.spellings = spellings;
    this.groups = groups;
    this.classes = classes;
    this.firstNames = firstNames;
    this.table = table;
    this.phrases = List.copyOf(phrases);
    this.wordSets = Map.copyOf(wordSets);
    this.numbers = numbers;
    this.deadlines = deadlines;
    this.currencies = currencies;
  }

  public Language language() {
    return language;
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The words of a message as this language understands them. */
  public KnownWords read(Words words) {
    return spellings.read(words, groups);
  }

  /** Gives every phrase found to {@code found}, by where it begins. */
  public void find(KnownWords known, Found found) {
    table.find(known, found);
  }

  /** The phrase of a number given to {@link Found}. */
  public Phrase phrase(int number) {
    return phrases.get(number);
  }

  /** Whether a word of the vocabulary is a usual first name. */
  public boolean isFirstName(int id) {
    return firstNames.has(id);
  }

  /** What people of a folded name are also called, folded. */
  public List<String> shortForms(String name) {
    return firstNames.shortForms(name);
  }

  /** The class of a word of the vocabulary, as a number; 0 for a word in none. */
  public int classOf(int id) {
    return classes.of(id);
  }

  /** What the class of a word of the vocabulary says about how somebody feels. */
  public Mood moodOf(int id) {
    return classes.moodOf(id);
  }

  /**
   * The words of a group in {@code detectors.txt}.
   *
   * @throws IllegalArgumentException when there is no such group
   */
  public WordSet words(String group) {
    WordSet words = wordSets.get(group);
    if (words == null) {
      throw new IllegalArgumentException("there is no group “@" + group + "” in detectors.txt");
    }
    return words;
  }

  public Numbers numbers() {
    return numbers;
  }

  public Currencies currencies() {
    return currencies;
  }

  /** The ways to say by when something is promised. */
  public Templates deadlines() {
    return deadlines;
  }

  /**
   * The words of a group, for {@link #in}.
   *
   * @throws IllegalArgumentException when there is no such group
   */
  public long group(String name) {
    return groups.bit(name);
  }

  /** Whether the word at a position is in one of the groups of {@code bits}. */
  public static boolean in(KnownWords known, int position, long bits) {
    return (known.groups(position) & bits) != 0;
  }

  /** Receives the phrases of a message. */
  public interface Found {

    /**
     * A phrase stands from one position to another, both inclusive.
     *
     * @param phrase its number, for {@link Lexicon#phrase}
     */
    void phrase(int phrase, int first, int last);
  }
}
