package io.souffleur.server.nlp.cue;

import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.lexicon.Lexicon;
import io.souffleur.server.nlp.lexicon.Vocabulary;
import io.souffleur.server.nlp.text.Words;

/**
 * Finds where somebody is called by name. A name that is talked <em>about</em> is not one that is
 * called, so what stands around it decides: "for Camille", "Camille has called". Names that are
 * also words ("Petit", "May") need more: a capital, or a place where only a name stands.
 */
final class CalledNames {

  private final Lexicon lexicon;
  private final long title;
  private final long before;
  private final long hail;
  private final long beforeAtEnd;
  private final long blocker;
  private final long helping;
  private final long after;
  private final long third;
  private final long asked;
  private final long connective;
  private final long namesake;
  private final long verb;

  CalledNames(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.title = lexicon.group("title");
    this.before = lexicon.group("name-before");
    this.hail = lexicon.group("name-hail");
    this.beforeAtEnd = lexicon.group("name-before-at-end");
    this.blocker = lexicon.group("name-blocker");
    this.helping = lexicon.group("name-helping");
    this.after = lexicon.group("name-after");
    this.third = lexicon.group("name-third");
    this.asked = lexicon.group("name-asked");
    this.connective = lexicon.group("connective");
    this.namesake = lexicon.group("namesake");
    this.verb = lexicon.group("namesake-verb");
  }

  /** Gives every place where somebody of these names is called. */
  void find(Message message, Names names, Found found) {
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
      Place place = new Place(known, at, next, match);
      if (isCalled(place)) {
        found.called(match, known.source(place.first()), known.source(at), end - 1);
      }
      at = next;
    }
  }

  /** Receives the places where somebody is called. */
  interface Found {

    /**
     * @param first word: the title before the name, if there is one
     * @param name first word of the name
     * @param last word of the name
     */
    void called(Names.Match match, int first, int name, int last);
  }

  private boolean isCalled(Place place) {
    if (place.has(Words.QUOTED)
        || place.has(Words.ADDRESS)
        || place.mayBeAnother()
        || place.isAbout()
        || place.actsItself()) {
      return false;
    }
    if (place.titled()) {
      return true;
    }
    boolean sure = !place.alsoWord() || place.has(Words.CAPITAL);
    if (place.greeted()) {
      return sure || place.closes() || (place.goesOn() && !place.reads());
    }
    if (place.opens()) {
      return place.closes() ? sure && !place.listed() : !place.alsoWord() && place.goesOn();
    }
    if (place.reads()) {
      return sure && place.closes();
    }
    boolean usual = place.follows(beforeAtEnd);
    if (place.closes()) {
      return usual ? sure : !place.alsoWord() && place.exact();
    }
    return (usual || !place.alsoWord()) && place.exact() && (place.goesOn() || place.goesOnAnew());
  }

  /** A name in a message, and what stands around it. */
  private final class Place {

    private final KnownWords known;
    private final int name;
    private final int next;
    private final Names.Match match;
    private final int first;

    /**
     * @param name the position of its first word
     * @param next the position behind its last word
     */
    Place(KnownWords known, int name, int next, Names.Match match) {
      this.known = known;
      this.name = name;
      this.next = next;
      this.match = match;
      this.first = isTitle(name - 1) ? name - 1 : name;
    }

    private boolean isTitle(int at) {
      return at >= 0
          && known.sentenceOf(at) == known.sentenceOf(name)
          && !known.words().has(known.source(at), Words.CLAUSE_END)
          && Lexicon.in(known, at, title);
    }

    /** Where it begins; a title before it belongs to it. */
    int first() {
      return first;
    }

    boolean titled() {
      return first != name;
    }

    boolean exact() {
      return match.exact();
    }

    boolean has(int flag) {
      return known.words().has(known.source(name), flag);
    }

    /** Whether it is a word of the language, too, or only nearly the name. */
    boolean alsoWord() {
      if (match.words() > 1 || titled()) {
        return false;
      }
      int id = known.id(name);
      boolean onlyName = id == Vocabulary.UNKNOWN || lexicon.isFirstName(id);
      return !onlyName || !exact() || Lexicon.in(known, name, namesake);
    }

    /** Whether it reads as a verb: "will you", "thank you, will do", "let me mark this". */
    boolean reads() {
      return !titled()
          && match.words() == 1
          && Lexicon.in(known, name, verb)
          && !follows(hail)
          && (!greeted() || follows(asked) || (sameSentence() && Lexicon.in(known, next, asked)));
    }

    boolean closes() {
      return known.words().has(known.source(next - 1), Words.CLAUSE_END)
          || (known.closes(next - 1) && !sameSentence());
    }

    boolean opens() {
      return known.words().has(known.source(first), Words.CLAUSE_START) || known.opens(first);
    }

    boolean follows(long bits) {
      return first > 0
          && known.sentenceOf(first - 1) == known.sentenceOf(first)
          && Lexicon.in(known, first - 1, bits);
    }

    boolean greeted() {
      return follows(before);
    }

    /** Whether the words before speak about the person: "for", "with", "named". */
    boolean isAbout() {
      if (!follows(blocker) || known.words().has(known.source(first - 1), Words.CLAUSE_END)) {
        return false;
      }
      boolean stranded = closes() && follows(helping) && !alsoWord();
      return !(stranded && first > 1 && Lexicon.in(known, first - 2, beforeAtEnd));
    }

    /** Whether the words behind tell what the person does or has: "is", "said", "’s". */
    boolean actsItself() {
      boolean runsOn =
          sameSentence() && !known.words().has(known.source(next - 1), Words.CLAUSE_END);
      if (!runsOn || !Lexicon.in(known, next, third)) {
        return false;
      }
      boolean asks =
          next + 1 < known.count()
              && known.sentenceOf(next + 1) == known.sentenceOf(name)
              && Lexicon.in(known, next + 1, asked)
              && !known.words().has(known.source(next), Words.JOINED);
      return !asks;
    }

    /** Whether a word behind begins what is said to the person called. */
    boolean goesOn() {
      return sameSentence() && Lexicon.in(known, next, after);
    }

    boolean goesOnAnew() {
      return sameSentence() && Lexicon.in(known, next, connective);
    }

    /** Whether a comma behind goes on to a third person: "Petit, a colleague, ...". */
    boolean listed() {
      return sameSentence() && Lexicon.in(known, next, blocker);
    }

    /** Whether another capital, unknown word makes this the name of somebody else. */
    boolean mayBeAnother() {
      if (!sameSentence() || known.words().has(known.source(next - 1), Words.CLAUSE_END)) {
        return false;
      }
      int id = known.id(next);
      boolean couldBeName =
          id == Vocabulary.UNKNOWN || lexicon.isFirstName(id) || Lexicon.in(known, next, namesake);
      Words words = known.words();
      int source = known.source(next);
      return couldBeName && words.has(source, Words.CAPITAL) && !words.has(source, Words.NUMBER);
    }

    private boolean sameSentence() {
      return next < known.count() && known.sentenceOf(next) == known.sentenceOf(name);
    }
  }
}
