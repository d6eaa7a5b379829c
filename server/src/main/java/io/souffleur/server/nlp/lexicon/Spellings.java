package io.souffleur.server.nlp.lexicon;

import io.souffleur.server.core.text.Language;
import io.souffleur.server.nlp.text.Words;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the words people type stand for in one language: abbreviations, missing apostrophes, slips
 * of the finger, stretched letters, contractions. Immutable; safe for use by any thread.
 */
final class Spellings {

  private static final int SHORTEST_GLUED = 2;
  private static final int LONGEST_GLUED = 8;
  private static final int SHORTEST_REST = 3;
  private static final int LONGEST_STRETCHED = 64;

  /** From this length on, a glued word needs no known word after it: "hellospencer". */
  private static final int SURE_GLUED = 5;

  private final Language language;
  private final Vocabulary vocabulary;
  private final int[] @Nullable [] meaning;
  private final int[] @Nullable [] joinedMeaning;
  private final Slips slips;
  private final int not;
  private final int n;
  private final int t;

  /**
   * @param meaning what a word stands for, by its number
   * @param joinedMeaning what a word joined to the one before by an apostrophe stands for
   */
  Spellings(
      Language language,
      Vocabulary vocabulary,
      Map<Integer, int[]> meaning,
      Map<Integer, int[]> joinedMeaning,
      Slips slips) {
    this.language = language;
    this.vocabulary = vocabulary;
    this.meaning = table(vocabulary.size(), meaning);
    this.joinedMeaning = table(vocabulary.size(), joinedMeaning);
    this.slips = slips;
    this.not = vocabulary.id("not");
    this.n = vocabulary.id("n");
    this.t = vocabulary.id("t");
  }

  private static int[] @Nullable [] table(int size, Map<Integer, int[]> entries) {
    int[] @Nullable [] table = new int[size][];
    entries.forEach((id, ids) -> table[id] = ids);
    return table;
  }

  /** The words of a message as this language understands them. */
  KnownWords read(Words words, Groups groups) {
    KnownWords known = new KnownWords(words);
    for (int i = 0; i < words.count(); i++) {
      int id = id(words, i);
      if (id == Vocabulary.UNKNOWN) {
        unknown(known, i, groups);
      } else if (language == Language.ENGLISH && id == t && words.has(i, Words.JOINED)) {
        negate(known, i, groups);
      } else {
        boolean joined = words.has(i, Words.JOINED);
        add(
            known,
            id,
            joined && joinedMeaning[id] != null ? joinedMeaning[id] : meaning[id],
            i,
            groups);
      }
    }
    known.bound(groups.openers(), groups.closers(), groups.binding());
    return known;
  }

  private static void add(
      KnownWords known, int id, int @Nullable [] stands, int source, Groups groups) {
    if (stands == null) {
      known.add(id, source, groups.of(id));
    } else {
      for (int one : stands) {
        known.add(one, source, groups.of(one));
      }
    }
  }

  /** Adds a word that nothing is known of, unless a space was forgotten: "okthanks". */
  private void unknown(KnownWords known, int source, Groups groups) {
    Words words = known.words();
    int from = words.from(source);
    int length = words.length(source);
    for (int cut = SHORTEST_GLUED; cut <= Math.min(LONGEST_GLUED, length - SHORTEST_REST); cut++) {
      int left = vocabulary.id(words.folded(), from, cut);
      if (left != Vocabulary.UNKNOWN && (groups.of(left) & groups.glued()) != 0) {
        int right = vocabulary.id(words.folded(), from + cut, length - cut);
        if (right != Vocabulary.UNKNOWN || cut >= SURE_GLUED) {
          add(known, left, meaning[left], source, groups);
          if (right == Vocabulary.UNKNOWN) {
            known.add(right, source, 0);
          } else {
            add(known, right, meaning[right], source, groups);
          }
          return;
        }
      }
    }
    if (!gluedBehind(known, source, groups)) {
      known.add(Vocabulary.UNKNOWN, source, 0);
    }
  }

  /** Adds two words that were typed as one because of the second: "nowthanks". */
  private boolean gluedBehind(KnownWords known, int source, Groups groups) {
    Words words = known.words();
    int from = words.from(source);
    int length = words.length(source);
    int least = Math.max(SHORTEST_GLUED, length - LONGEST_GLUED);
    for (int cut = length - SHORTEST_REST; cut >= least; cut--) {
      int right = vocabulary.id(words.folded(), from + cut, length - cut);
      if (right != Vocabulary.UNKNOWN && (groups.of(right) & groups.gluedBehind()) != 0) {
        int left = vocabulary.id(words.folded(), from, cut);
        if (left != Vocabulary.UNKNOWN) {
          add(known, left, meaning[left], source, groups);
          add(known, right, meaning[right], source, groups);
          return true;
        }
      }
    }
    return false;
  }

  /** Turns "don't", "do n't" and "can't" to "do not" and "can not". */
  private void negate(KnownWords known, int i, Groups groups) {
    int last = known.count() - 1;
    if (last >= 0 && known.id(last) == n) {
      known.removeLast();
    }
    known.add(not, i, groups.of(not));
  }

  private int id(Words words, int i) {
    int from = words.from(i);
    int length = words.length(i);
    int id = vocabulary.id(words.folded(), from, length);
    if (id != Vocabulary.UNKNOWN || words.has(i, Words.NUMBER)) {
      return id;
    }
    if (words.has(i, Words.STRETCHED) && length <= LONGEST_STRETCHED) {
      id = squeezed(words.folded(), from, length);
      if (id != Vocabulary.UNKNOWN) {
        return id;
      }
    }
    if (length > SHORTEST_REST
        && words.folded()[from + length - 1] == words.folded()[from + length - 2]) {
      id = vocabulary.id(words.folded(), from, length - 1);
      if (id != Vocabulary.UNKNOWN) {
        return id;
      }
    }
    return slips.meant(words.folded(), from, length);
  }

  private int squeezed(char[] letters, int from, int length) {
    char[] shorter = new char[length];
    for (int keep = 1; keep <= 2; keep++) {
      int kept = 0;
      int run = 0;
      for (int k = 0; k < length; k++) {
        char c = letters[from + k];
        run = k > 0 && letters[from + k - 1] == c ? run + 1 : 1;
        int whole = run;
        int ahead = k + 1;
        while (ahead < length && letters[from + ahead] == c) {
          whole++;
          ahead++;
        }
        if (whole < 3 || run <= keep) {
          shorter[kept++] = c;
        }
      }
      int id = vocabulary.id(shorter, 0, kept);
      if (id != Vocabulary.UNKNOWN) {
        return id;
      }
      id = slips.meant(shorter, 0, kept);
      if (id != Vocabulary.UNKNOWN) {
        return id;
      }
    }
    return Vocabulary.UNKNOWN;
  }
}
