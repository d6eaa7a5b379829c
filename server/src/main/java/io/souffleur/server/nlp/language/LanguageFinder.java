package io.souffleur.server.nlp.language;

import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.LanguageEvidence;
import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.lexicon.Lexicons;
import io.souffleur.server.nlp.lexicon.StopWords;
import io.souffleur.server.nlp.lexicon.Vocabulary;
import io.souffleur.server.nlp.text.Words;
import java.util.Optional;

/**
 * Finds the language of messages and of their conversation. Stop words decide; words that the two
 * languages share or borrow weigh nothing. Immutable; safe for use by any thread.
 */
public final class LanguageFinder {

  /** From this weight on, a message shows its language. */
  private static final int SHOWN = 2;

  /** From this weight on, a conversation keeps its language. */
  private static final int SETTLED = 4;

  /** Evidence beyond this says nothing new. */
  private static final int MOST = 1000;

  private final Lexicons lexicons;
  private final Vocabulary vocabulary;
  private final StopWords french;
  private final StopWords english;
  private final LetterDetector letters;

  public LanguageFinder(Lexicons lexicons, LetterDetector letters) {
    this.lexicons = lexicons;
    this.vocabulary = lexicons.vocabulary();
    this.french = lexicons.stopWords(Language.FRENCH);
    this.english = lexicons.stopWords(Language.ENGLISH);
    this.letters = letters;
  }

  /** What a message says about its language, after what is known of the conversation. */
  public Found find(Words words, LanguageEvidence known) {
    int fr = 0;
    int en = 0;
    for (int i = 0; i < words.count(); i++) {
      int id = vocabulary.id(words.folded(), words.from(i), words.length(i));
      if (id >= 0 && !words.has(i, Words.ADDRESS)) {
        boolean contracted = words.length(i) == 1 && words.has(i, Words.JOINED);
        fr += contracted ? 0 : french.weight(id);
        en += english.weight(id);
      }
    }
    if (fr == 0 && en == 0) {
      fr = spelled(words, Language.FRENCH, french);
      en = spelled(words, Language.ENGLISH, english);
    }
    Optional<Language> shown = outweighed(fr, en, SHOWN);
    if (known.settled().isPresent()) {
      return new Found(shown, known);
    }
    int allFrench = Math.min(MOST, known.french() + fr);
    int allEnglish = Math.min(MOST, known.english() + en);
    Optional<Language> settled = outweighed(allFrench, allEnglish, SETTLED);
    if (settled.isPresent()) {
      return new Found(shown, LanguageEvidence.settledOn(settled.get()));
    }
    String undecided = undecided(known.undecided(), words, shown.isPresent());
    Optional<Language> byLetters = letters.language(undecided);
    if (byLetters.isPresent()) {
      return new Found(shown.or(() -> byLetters), LanguageEvidence.settledOn(byLetters.get()));
    }
    return new Found(
        shown, new LanguageEvidence(Optional.empty(), allFrench, allEnglish, undecided));
  }

  /** How much the words weigh once abbreviations and slips are looked through. */
  private int spelled(Words words, Language language, StopWords weights) {
    KnownWords known = lexicons.of(language).read(words);
    int weight = 0;
    for (int i = 0; i < known.count(); i++) {
      weight += weights.weight(known.id(i));
    }
    return weight;
  }

  private static Optional<Language> outweighed(int french, int english, int enough) {
    if (french >= enough && french >= 2 * english) {
      return Optional.of(Language.FRENCH);
    }
    if (english >= enough && english >= 2 * french) {
      return Optional.of(Language.ENGLISH);
    }
    return Optional.empty();
  }

  private static String undecided(String before, Words words, boolean shown) {
    if (shown || words.count() == 0) {
      return before;
    }
    StringBuilder all = new StringBuilder(before);
    for (int i = 0; i < words.count(); i++) {
      if (!words.has(i, Words.NUMBER) && !words.has(i, Words.ADDRESS)) {
        all.append(all.isEmpty() ? "" : " ").append(words.folded(), words.from(i), words.length(i));
      }
      if (all.length() >= LanguageEvidence.LONGEST_UNDECIDED) {
        break;
      }
    }
    int from = Math.max(0, all.length() - LanguageEvidence.LONGEST_UNDECIDED);
    return all.substring(from);
  }

  /**
   * @param shown the language this message shows, if it shows one
   * @param evidence what is known of the conversation's language after it
   */
  public record Found(Optional<Language> shown, LanguageEvidence evidence) {}
}
