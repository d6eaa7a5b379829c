package io.souffleur.server.nlp.text;

/**
 * Cuts a message into {@link Words} in one pass, the way people type: spaces before punctuation or
 * none at all, straight or curly apostrophes, lines for sentences, text already tokenised.
 */
public final class Scanner {

  private static final int CLAUSE = Words.CLAUSE_START;

  private final String text;
  private final Words words;
  private boolean inWord;
  private boolean inNumber;
  private int pending = CLAUSE;
  private int letters;
  private int capitals;
  private int quoteFrom = -1;

  private Scanner(String text) {
    this.text = text;
    this.words = new Words(text);
  }

  /** The words of {@code text}; none when it has no letter and no digit. */
  public static Words scan(String text) {
    Scanner scanner = new Scanner(text);
    scanner.run();
    return scanner.words;
  }

  private void run() {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      char folded = Folding.first(c);
      if (folded != Folding.NONE) {
        letter(i, c, folded);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < length
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        pair(i, c, text.charAt(i + 1));
        i++;
      } else if (inWord && Folding.modifies(c)) {
        words.extend(i + 1);
      } else if (!Folding.invisible(c)) {
        separator(i, c);
      }
    }
    closeWord();
    if (words.count() > 0) {
      words.flag(words.count() - 1, Words.CLAUSE_END);
    }
  }

  private void letter(int at, char c, char folded) {
    boolean digit = folded >= '0' && folded <= '9';
    if (inWord && digit != inNumber) {
      closeWord();
      pending |= Words.JOINED;
    }
    if (!inWord) {
      open(at, digit);
    }
    letters++;
    if (Character.isUpperCase(c)) {
      if (letters == 1) {
        words.flag(words.count(), Words.CAPITAL);
      }
      capitals++;
    }
    words.letter(folded, at + 1);
    char second = Folding.second(c);
    if (second != Folding.NONE) {
      words.letter(second, at + 1);
    }
  }

  private void open(int at, boolean digit) {
    words.open(at, pending | (digit ? Words.NUMBER : 0));
    pending = 0;
    inWord = true;
    inNumber = digit;
    letters = 0;
    capitals = 0;
  }

  private void pair(int at, char high, char low) {
    int point = Character.toCodePoint(high, low);
    if (Character.isLetterOrDigit(point)) {
      if (!inWord) {
        open(at, false);
      }
      words.letter(high, at + 2);
      words.letter(low, at + 2);
    } else {
      breakClause();
    }
  }

  private void closeWord() {
    if (!inWord) {
      return;
    }
    inWord = false;
    if (letters >= 2 && capitals == letters) {
      words.flag(words.count(), Words.ALL_CAPITALS);
    }
    words.close();
  }

  private void separator(int at, char c) {
    boolean touching = inWord;
    closeWord();
    switch (c) {
      case ' ', '\t', '\u00a0', '\u202f', '\u2009', '_', '*', '~' -> {}
      case '\n', '\r', '\u0085', '\u2028', '\u2029' -> endSentence('\n', at);
      case '\'', '’', 'ʼ', '‘', '´', '`', '′' -> pending |= Words.JOINED;
      case '-', '‐', '‑' -> hyphen(at, touching);
      case '.' -> dot(at);
      case '…' -> ellipsis(at);
      case '!', '？', '！', '?', '؟', '¿' -> endSentence(c == '!' || c == '！' ? '!' : '?', at + 1);
      case ',', ':', '،', '、' -> {
        if (!betweenDigits(at)) {
          breakClause();
          pending |= c == ':' ? 0 : Words.AFTER_COMMA;
        }
      }
      case '«', '“', '„' -> {
        breakClause();
        quoteFrom = words.count();
      }
      case '»', '”' -> closeQuote();
      case '"' -> {
        if (quoteFrom < 0) {
          breakClause();
          quoteFrom = words.count();
        } else {
          closeQuote();
        }
      }
      case '@' -> address(at, touching);
      case '/', '&', '%', '€', '$', '£', '+', '=', '#', '°' -> {}
      default -> {
        if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
          breakClause();
        }
      }
    }
  }

  /** A sign that makes what it touches an address: {@code me@here.org}, {@code @somebody}. */
  private void address(int at, boolean touching) {
    if (touching) {
      words.flag(words.count() - 1, Words.ADDRESS);
    }
    if (at + 1 < text.length() && isWordAt(at + 1)) {
      pending |= Words.ADDRESS;
    }
  }

  private void hyphen(int at, boolean touching) {
    boolean joined = touching && at + 1 < text.length() && isWordAt(at + 1);
    if (joined) {
      pending |= Words.JOINED;
    } else {
      breakClause();
    }
  }

  private void dot(int at) {
    int next = at + 1;
    if (next < text.length() && text.charAt(next) == '.') {
      ellipsis(at);
    } else if (next >= text.length()) {
      endSentence('.', next);
    } else if (!endsAbbreviation(at)) {
      char c = text.charAt(next);
      if (!isWordAt(next)) {
        endSentence('.', next);
      } else if (Character.isUpperCase(c) && at > 0 && Character.isLowerCase(text.charAt(at - 1))) {
        endSentence('.', next);
      } else if (!betweenDigits(at)) {
        pending |= Words.JOINED;
      }
    }
  }

  private void ellipsis(int at) {
    int next = at;
    while (next < text.length() && (text.charAt(next) == '.' || text.charAt(next) == '…')) {
      next++;
    }
    int letter = next;
    while (letter < text.length() && Character.isWhitespace(text.charAt(letter))) {
      letter++;
    }
    if (letter >= text.length() || !Character.isLowerCase(text.charAt(letter))) {
      endSentence('.', next);
    } else {
      breakClause();
    }
  }

  /** Whether the dot at {@code at} ends a title or an initial rather than a sentence. */
  private boolean endsAbbreviation(int at) {
    int last = words.count() - 1;
    if (last < 0 || words.end(last) != at || words.has(last, Words.NUMBER)) {
      return false;
    }
    if (words.length(last) == 1) {
      return (!words.is(last, "y") && !words.is(last, "a")) || isWordAt(at + 1);
    }
    return switch (words.length(last)) {
      case 2 ->
          words.is(last, "mr")
              || words.is(last, "ms")
              || words.is(last, "dr")
              || words.is(last, "st")
              || words.is(last, "pr");
      case 3 -> words.is(last, "mme") || words.is(last, "mrs") || words.is(last, "mgr");
      case 4 -> words.is(last, "mlle") || words.is(last, "prof");
      default -> false;
    };
  }

  private boolean isWordAt(int at) {
    return Folding.first(text.charAt(at)) != Folding.NONE;
  }

  private boolean betweenDigits(int at) {
    return at > 0
        && at + 1 < text.length()
        && Character.isDigit(text.charAt(at - 1))
        && Character.isDigit(text.charAt(at + 1));
  }

  private void breakClause() {
    pending |= CLAUSE;
    if (words.count() > 0) {
      words.flag(words.count() - 1, Words.CLAUSE_END);
    }
  }

  private void endSentence(char mark, int endsAt) {
    breakClause();
    words.endSentence(mark, endsAt);
  }

  private void closeQuote() {
    if (quoteFrom >= 0 && words.count() > quoteFrom) {
      boolean whole = quoteFrom == 0 && !hasLetterAfter();
      if (!whole) {
        for (int i = quoteFrom; i < words.count(); i++) {
          words.flag(i, Words.QUOTED);
        }
      }
    }
    quoteFrom = -1;
    breakClause();
  }

  private boolean hasLetterAfter() {
    int at = words.end(words.count() - 1);
    for (int i = at; i < text.length(); i++) {
      if (isWordAt(i)) {
        return true;
      }
    }
    return false;
  }
}
