package io.souffleur.server.nlp.cue;

import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Span;
import io.souffleur.server.nlp.lexicon.Currencies;
import io.souffleur.server.nlp.lexicon.Currencies.Kind;
import io.souffleur.server.nlp.lexicon.Currencies.Money;
import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.lexicon.Lexicon;
import io.souffleur.server.nlp.lexicon.Numbers;
import io.souffleur.server.nlp.lexicon.WordSet;
import io.souffleur.server.nlp.text.Words;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sees prices: an amount beside its currency, in digits or words. Value: the amount with two
 * decimals and the currency's ISO 4217 code, as in {@code 149.90 EUR}.
 */
final class PriceDetector implements Detector {

  private static final double SURE = 0.95;

  private final Numbers numbers;
  private final Currencies currencies;
  private final WordSet vague;
  private final WordSet and;
  private final WordSet weight;

  PriceDetector(Lexicon lexicon) {
    this.numbers = lexicon.numbers();
    this.currencies = lexicon.currencies();
    this.vague = lexicon.words("vague-number");
    this.and = lexicon.words("and");
    this.weight = lexicon.words("weight");
  }

  @Override
  public void detect(Message message, CueSink cues) {
    KnownWords known = message.known();
    Words words = message.words();
    int done = 0;
    for (int at = 0; at < known.count(); at++) {
      int source = known.source(at);
      if (words.start(source) < done) {
        continue;
      }
      Price price =
          words.has(source, Words.NUMBER)
              ? inDigits(known, at, done)
              : currencies.ofWord(known.id(at)).isPresent() ? inWords(known, at) : null;
      if (price != null) {
        Span span = new Span(price.start, price.end);
        cues.add(CueName.PRICE, span, SURE, Optional.of(price.value()));
        done = span.end();
      }
    }
  }

  /**
   * @param done where the price before ends; its sign is not this one's
   */
  private @Nullable Price inDigits(KnownWords known, int at, int done) {
    Words words = known.words();
    String text = words.text();
    int start = words.start(known.source(at));
    Amount amount = Amount.read(text, start);
    if (amount == null || isInside(text, start)) {
      return null;
    }
    Price before = signBefore(text, start, done, amount);
    before = before == null ? codeBefore(known, at, amount) : before;
    Price after = behind(known, at, start, amount);
    if (before == null || after == null) {
      return before == null ? after : which(known, at, before);
    }
    return new Price(before.start, after.end, after.hundredths, after.code);
  }

  /** Whether it goes on from something else: a code, a date, a decimal. */
  private static boolean isInside(String text, int start) {
    if (start == 0) {
      return false;
    }
    char c = text.charAt(start - 1);
    boolean goesOn = (c == '.' || c == ',') && start > 1 && Codes.isDigit(text.charAt(start - 2));
    return goesOn || c == '#' || c == '/' || Character.isLetterOrDigit(c);
  }

  /** "$5", "€ 20", "US$ 5". */
  private @Nullable Price signBefore(String text, int start, int done, Amount amount) {
    int at = isSpace(text, start - 1) ? start - 2 : start - 1;
    Optional<Money> money = at < done ? Optional.empty() : currencies.ofSign(text.charAt(at));
    if (money.isEmpty() || (at > 0 && Codes.isDigit(text.charAt(at - 1)))) {
      return null;
    }
    String code = money.get().code();
    int begin = at;
    if (text.charAt(at) == '$') {
      if (isWord(text, at, "CA") || isWord(text, at, "US")) {
        begin = at - 2;
        code = text.charAt(begin) == 'C' ? "CAD" : "USD";
      } else if (isWord(text, at, "C")) {
        begin = at - 1;
        code = "CAD";
      }
    }
    return new Price(begin, amount.end(), amount.hundredths(), code);
  }

  private static boolean isWord(String text, int end, String word) {
    int start = end - word.length();
    return start >= 0
        && text.startsWith(word, start)
        && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)));
  }

  /** "EUR 20". */
  private @Nullable Price codeBefore(KnownWords known, int at, Amount amount) {
    if (at == 0) {
      return null;
    }
    int source = known.source(at - 1);
    Words words = known.words();
    Optional<Money> money = currencies.ofWord(known.id(at - 1));
    boolean isCode =
        money.isPresent()
            && words.has(source, Words.ALL_CAPITALS)
            && words.length(source) == 3
            && words.start(known.source(at)) - words.end(source) <= 1;
    return isCode
        ? new Price(words.start(source), amount.end(), amount.hundredths(), money.get().code())
        : null;
  }

  /** "5 €", "12€50", "20 bucks", "20 dollars canadiens". */
  private @Nullable Price behind(KnownWords known, int at, int start, Amount amount) {
    String text = known.words().text();
    int end = amount.end();
    int sign = isSpace(text, end) ? end + 1 : end;
    Optional<Money> money =
        sign < text.length() ? currencies.ofSign(text.charAt(sign)) : Optional.empty();
    if (money.isPresent()) {
      long hundredths = amount.hundredths();
      int after = sign + 1;
      int cents = sign == end ? centsAt(text, after) : -1;
      if (cents >= 0 && hundredths % 100 == 0) {
        return new Price(start, after + 2, hundredths + cents, money.get().code());
      }
      boolean starts = after < text.length() && Codes.isDigit(text.charAt(after));
      boolean spaced = sign > end;
      return starts && spaced
          ? null
          : which(known, at, new Price(start, after, hundredths, money.get().code()));
    }
    int next = next(known, at, end);
    return next < 0 ? null : inCurrency(known, next, start, amount.hundredths());
  }

  /** The position of the word right behind an offset, or -1. */
  private static int next(KnownWords known, int at, int end) {
    Words words = known.words();
    int next = at;
    while (next < known.count() && words.start(known.source(next)) < end) {
      next++;
    }
    boolean beside =
        next < known.count()
            && known.sentenceOf(next) == known.sentenceOf(at)
            && words.start(known.source(next)) - end <= 1;
    return beside ? next : -1;
  }

  /** Two digits right behind a sign, or -1. */
  private static int centsAt(String text, int at) {
    boolean two =
        at + 1 < text.length()
            && Codes.isDigit(text.charAt(at))
            && Codes.isDigit(text.charAt(at + 1))
            && (at + 2 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 2)));
    return two ? 10 * (text.charAt(at) - '0') + text.charAt(at + 1) - '0' : -1;
  }

  private @Nullable Price inWords(KnownWords known, int at) {
    if (at == 0 || numbers.isAt(known, at)) {
      return null;
    }
    int last = at - 1;
    boolean which = isWhich(known, last);
    last = which ? last - 1 : last;
    if (last < 0 || known.sentenceOf(last) != known.sentenceOf(at)) {
      return null;
    }
    int begin = numbers.beginOf(known, last);
    if (begin > last || (begin == last && vague.has(known, last))) {
      return null;
    }
    int start = known.words().start(known.source(begin));
    long hundredths = 100L * numbers.read(known, begin, last + 1);
    return inCurrency(known, last + 1, start, hundredths);
  }

  private boolean isWhich(KnownWords known, int at) {
    return currencies.ofWord(known.id(at)).filter(money -> money.kind() == Kind.WHICH).isPresent();
  }

  /** An amount in the currency named at a position, the cents behind it included. */
  private @Nullable Price inCurrency(KnownWords known, int at, int start, long hundredths) {
    Words words = known.words();
    int name = at;
    String code = "";
    if (isWhich(known, at) && at + 1 < known.count()) {
      code = currencies.ofWord(known.id(at)).orElseThrow().code();
      name = at + 1;
    }
    Optional<Money> money = currencies.ofWord(known.id(name));
    if (money.isEmpty() || money.get().kind() == Kind.WHICH || isWeight(known, name)) {
      return null;
    }
    String of = code.isEmpty() ? money.get().code() : code;
    int until = words.end(known.source(name));
    if (money.get().kind() == Kind.HUNDREDTH) {
      return hundredths % 100 == 0 ? new Price(start, until, hundredths / 100, of) : null;
    }
    return withCents(known, name, which(known, name, new Price(start, until, hundredths, of)));
  }

  /** Whether "pounds" weigh: "20 pounds of flour". */
  private boolean isWeight(KnownWords known, int at) {
    int sentence = known.sentenceOf(at);
    for (int i = Math.max(0, at - 6); i < Math.min(known.count(), at + 3); i++) {
      if (known.sentenceOf(i) == sentence && weight.has(known, i)) {
        return true;
      }
    }
    return false;
  }

  /** "$20 CAD", "20 dollars canadiens". */
  private Price which(KnownWords known, int at, Price price) {
    int next = next(known, at, price.end);
    if (next < 0) {
      return price;
    }
    Words words = known.words();
    int source = known.source(next);
    Optional<Money> money = currencies.ofWord(known.id(next));
    boolean isCode = words.has(source, Words.ALL_CAPITALS);
    boolean says =
        money.isPresent()
            && money.get().kind() != Kind.HUNDREDTH
            && (isCode || (money.get().kind() == Kind.WHICH && words.length(source) > 2));
    return says
        ? new Price(price.start, words.end(source), price.hundredths, money.get().code())
        : price;
  }

  /** "douze euros et cinquante centimes", "12 euros 50". */
  private Price withCents(KnownWords known, int at, Price price) {
    int sentence = known.sentenceOf(at);
    Words words = known.words();
    int from = at + 1;
    while (from < known.count() && words.end(known.source(from)) <= price.end) {
      from++;
    }
    if (from < known.count() && and.has(known, from)) {
      from++;
    }
    if (from >= known.count() || known.sentenceOf(from) != sentence) {
      return price;
    }
    int until = numbers.endOf(known, from);
    int cents = until > from ? numbers.read(known, from, until) : 0;
    if (cents <= 0 || cents > 99 || price.hundredths % 100 != 0) {
      return price;
    }
    int last = known.source(until - 1);
    boolean named =
        until < known.count()
            && known.sentenceOf(until) == sentence
            && currencies
                .ofWord(known.id(until))
                .filter(money -> money.kind() == Kind.HUNDREDTH)
                .isPresent();
    boolean bare = from == at + 1 && cents >= 10 && words.has(last, Words.CLAUSE_END);
    int end = named ? words.end(known.source(until)) : words.end(last);
    return named || bare
        ? new Price(price.start, end, price.hundredths + cents, price.code)
        : price;
  }

  private static boolean isSpace(String text, int at) {
    return at >= 0
        && at < text.length()
        && (text.charAt(at) == ' ' || text.charAt(at) == '\u00a0' || text.charAt(at) == '\u202f');
  }

  /**
   * @param start first character
   * @param end one past the last
   * @param code ISO 4217
   */
  private record Price(int start, int end, long hundredths, String code) {

    String value() {
      long cents = hundredths % 100;
      return hundredths / 100 + (cents < 10 ? ".0" : ".") + cents + " " + code;
    }
  }
}
