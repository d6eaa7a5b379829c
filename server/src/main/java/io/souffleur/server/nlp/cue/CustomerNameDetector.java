package io.souffleur.server.nlp.cue;

import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.lexicon.Lexicon;
import io.souffleur.server.nlp.lexicon.Vocabulary;
import io.souffleur.server.nlp.text.Words;
import java.util.Optional;

/**
 * Sees when the customer is called by name. A name that is talked <em>about</em> is not one that is
 * called, so the place in the clause decides: after a greeting, between commas, before "you". Names
 * that are also words ("Petit", "May") need more: a capital, and a place where only a name stands.
 */
final class CustomerNameDetector implements Detector {

  private static final double SURE = 0.95;
  private static final double WITH_SLIP = 0.8;

  private final long title;
  private final long before;
  private final long beforeAtEnd;
  private final long blocker;
  private final long after;
  private final long namesake;

  CustomerNameDetector(Lexicon lexicon) {
    this.title = lexicon.group("title");
    this.before = lexicon.group("name-before");
    this.beforeAtEnd = lexicon.group("name-before-at-end");
    this.blocker = lexicon.group("name-blocker");
    this.after = lexicon.group("name-after");
    this.namesake = lexicon.group("namesake");
  }

  @Override
  public void detect(Message message, CueSink cues) {
    if (!cues.canShow(CueName.CUSTOMER_NAME)) {
      return;
    }
    Names names = Names.of(message.context().customer());
    if (names.isEmpty()) {
      return;
    }
    KnownWords known = message.known();
    int at = 0;
    while (at < known.count()) {
      Names.Match match = names.at(known.words(), known.source(at));
      boolean starts = at == 0 || known.source(at - 1) != known.source(at);
      if (match.words() == 0 || !starts) {
        at++;
        continue;
      }
      int next = at;
      int end = known.source(at) + match.words();
      while (next < known.count() && known.source(next) < end) {
        next++;
      }
      if (isCalled(known, at, next, match)) {
        cues.add(
            CueName.CUSTOMER_NAME,
            message.words().span(known.source(first(known, at)), end - 1),
            match.exact() ? SURE : WITH_SLIP,
            Optional.of(names.said(match)));
      }
      at = next;
    }
  }

  /** The title before a name belongs to it. */
  private int first(KnownWords known, int name) {
    return isTitle(known, name - 1, name) ? name - 1 : name;
  }

  private boolean isTitle(KnownWords known, int at, int name) {
    return at >= 0
        && known.sentenceOf(at) == known.sentenceOf(name)
        && !known.words().has(known.source(at), Words.CLAUSE_END)
        && Lexicon.in(known, at, title);
  }

  private boolean isCalled(KnownWords known, int name, int next, Names.Match match) {
    Words words = known.words();
    int source = known.source(name);
    int last = known.source(next - 1);
    if (words.has(source, Words.QUOTED) || words.has(source, Words.ADDRESS)) {
      return false;
    }
    int first = first(known, name);
    boolean titled = first != name;
    boolean capital = words.has(source, Words.CAPITAL);
    boolean alsoWord = match.words() == 1 && !titled && known.id(name) != Vocabulary.UNKNOWN;
    if ((alsoWord || !match.exact()) && !capital && !greeted(known, first)) {
      return false;
    }
    boolean sameSentence = next < known.count() && known.sentenceOf(next) == known.sentenceOf(name);
    boolean closes = words.has(last, Words.CLAUSE_END);
    if (!closes && sameSentence && isSomebodyElse(known, next)) {
      return false;
    }
    boolean opens = words.has(known.source(first), Words.CLAUSE_START);
    if (greeted(known, first)) {
      return !alsoWord || closes || capital;
    }
    if (opens || known.opens(first)) {
      return closes
          ? !listed(known, next, sameSentence)
          : !alsoWord && sameSentence && Lexicon.in(known, next, after);
    }
    boolean atEnd = closes && (!sameSentence || known.closes(next - 1));
    return atEnd && first > 0 && calledAtEnd(known, first, alsoWord);
  }

  private boolean calledAtEnd(KnownWords known, int first, boolean alsoWord) {
    int previous = first - 1;
    if (Lexicon.in(known, previous, blocker)) {
      return false;
    }
    return Lexicon.in(known, previous, beforeAtEnd)
        || (!alsoWord
            && known.words().markOf(known.sentenceOf(first)) == '?'
            && known.id(previous) != Vocabulary.UNKNOWN);
  }

  private boolean greeted(KnownWords known, int first) {
    return first > 0
        && known.sentenceOf(first - 1) == known.sentenceOf(first)
        && Lexicon.in(known, first - 1, before);
  }

  /** Whether another capital, unknown word makes this the name of somebody else. */
  private boolean isSomebodyElse(KnownWords known, int next) {
    Words words = known.words();
    int source = known.source(next);
    boolean couldBeName = known.id(next) == Vocabulary.UNKNOWN || Lexicon.in(known, next, namesake);
    return couldBeName && words.has(source, Words.CAPITAL) && !words.has(source, Words.NUMBER);
  }

  /** Whether the comma after a name goes on to a third person: "Petit, a colleague, ...". */
  private boolean listed(KnownWords known, int next, boolean sameSentence) {
    return sameSentence && Lexicon.in(known, next, blocker);
  }
}
