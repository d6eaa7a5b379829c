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
 * languages share or borrow weigh nothing. Where there are none, words that only one language's
 * files have and accents hint at the language of the message. Immutable; safe for use by any
 * thread.
 */
public final class LanguageFinder {

  /** From this weight on, a message shows its language. */
  private static final int SHOWN = 2;

  /** The same, in a conversation that is known to be in the other language. */
  private static final int SHOWN_AGAINST = 3;

  /** From this weight on, a conversation keeps its language. */
  private static final int SETTLED = 4;

  private static final int SHORTEST_HINT = 3;

  /** What words that are in the files of one language only weigh at most, in a message. */
  private static final int HINTED = 1;

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
      if (id >= 0 && !words.has(i, Words.ADDRESS) && !ofCode(words, i)) {
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
      boolean other = !shown.equals(known.settled());
      return new Found(other ? outweighed(fr, en, SHOWN_AGAINST) : shown, known);
    }
    if (fr == 0 && en == 0) {
      fr = hinted(words, french) + (accented(words) ? 1 : 0);
      en = hinted(words, english);
      shown = outweighed(fr, en, SHOWN);
      fr = Math.min(fr, HINTED);
      en = Math.min(en, HINTED);
    } else if (shown.isEmpty()) {
      shown = outweighed(fr, en, 1);
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
      weight += ofCode(words, known.source(i)) ? 0 : weights.weight(known.id(i));
    }
    return weight;
  }

  /** Whether a word is a single letter beside a number: part of a code or a size. */
  private static boolean ofCode(Words words, int i) {
    return words.length(i) == 1
        && ((i > 0 && words.has(i - 1, Words.NUMBER))
            || (i + 1 < words.count() && words.has(i + 1, Words.NUMBER)));
  }

  /** How much the words hint at a language because only its files have them. */
  private int hinted(Words words, StopWords hints) {
    int weight = 0;
    for (int i = 0; i < words.count(); i++) {
      if (!words.has(i, Words.ADDRESS) && words.length(i) >= SHORTEST_HINT) {
        weight += hints.hint(vocabulary.id(words.folded(), words.from(i), words.length(i)));
      }
    }
    return weight;
  }

  /** Whether a word that is not a name has an accent. */
  private static boolean accented(Words words) {
    String text = words.text();
    for (int i = 0; i < words.count(); i++) {
      if (!words.has(i, Words.CAPITAL) || (words.sentenceOf(i) == 0 && i == 0)) {
        for (int at = words.start(i); at < words.end(i); at++) {
          if ("àâçéèêëîïôùûœ".indexOf(Character.toLowerCase(text.charAt(at))) >= 0) {
            return true;
          }
        }
      }
    }
    return false;
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
