package io.souffleur.server.checklist;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects what is wrong with one file. For one thread. */
final class Problems {

  /** Enough to mend in one go; a file that is not a checklist at all would have thousands. */
  private static final int MOST = 200;

  private static final int LONGEST_QUOTE = 60;

  private final String file;
  private final SortedSet<Problem> found = new TreeSet<>();

  Problems(String file) {
    this.file = file;
  }

  void add(Place at, String reason) {
    if (found.size() == MOST && at.compareTo(found.last().at()) > 0) {
      return;
    }
    found.add(new Problem(file, at, reason));
    if (found.size() > MOST) {
      found.removeLast();
    }
  }

  boolean none() {
    return found.isEmpty();
  }

  List<Problem> sorted() {
    return List.copyOf(found);
  }

  /** The author's words, in quotation marks, on one line, shortened when long. */
  static String quoted(String words) {
    StringBuilder shown = new StringBuilder("“");
    words
        .codePoints()
        .limit(LONGEST_QUOTE)
        .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(shown::appendCodePoint);
    if (words.codePointCount(0, words.length()) > LONGEST_QUOTE) {
      shown.append('…');
    }
    return shown.append('”').toString();
  }
}
