package io.souffleur.server.nlp.cue;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.text.Acquaintance;
import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.lexicon.Lexicon;
import io.souffleur.server.nlp.lexicon.Vocabulary;
import io.souffleur.server.nlp.text.Words;
import java.util.Optional;

/**
 * Follows how customer and agent get to know each other: that the agent asks for a name, and the
 * name that the customer then gives, or gives unasked ("this is Bob Smith calling"). Immutable;
 * safe for use by any thread.
 */
public final class Introductions {

  private static final int MOST_WORDS = 4;

  /** How far into an answer the name may stand, small words before it looked through. */
  private static final int REACH = 8;

  private final Lexicon lexicon;
  private final long nameWord;
  private final long nameRequest;
  private final long nameOwner;
  private final long nameMine;
  private final long nameOf;
  private final long speaking;
  private final long who;
  private final long lead;
  private final long is;
  private final long self;
  private final long pointing;
  private final long called;
  private final long behind;
  private final long namesake;
  private final long opener;

  public Introductions(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.nameWord = lexicon.group("name-word");
    this.nameRequest = lexicon.group("name-request");
    this.nameOwner = lexicon.group("name-owner");
    this.nameMine = lexicon.group("name-mine");
    this.nameOf = lexicon.group("name-of");
    this.speaking = lexicon.group("speaking");
    this.who = lexicon.group("open-question");
    this.lead = lexicon.group("name-lead");
    this.is = lexicon.group("name-is");
    this.self = lexicon.group("name-self");
    this.pointing = lexicon.group("name-pointing");
    this.called = lexicon.group("name-called");
    this.behind = lexicon.group("name-behind");
    this.namesake = lexicon.group("namesake");
    this.opener = lexicon.group("opener");
  }

  /** What the two know of each other after a message. */
  public Acquaintance after(Message message) {
    Acquaintance before = message.context().acquaintance();
    Author author = message.context().author();
    return switch (author) {
      case AGENT, BOT -> before.agentSaid(asksName(message.known()));
      case CUSTOMER ->
          told(message.known(), before.nameAsked(), before.name().isPresent())
              .map(before::named)
              .orElse(before);
      case SYSTEM -> before;
    };
  }

  private boolean asksName(KnownWords known) {
    int sentence = -1;
    boolean asks = false;
    boolean name = false;
    boolean whom = false;
    boolean speaks = false;
    for (int i = 0; i < known.count(); i++) {
      if (known.sentenceOf(i) != sentence) {
        sentence = known.sentenceOf(i);
        asks = known.words().markOf(sentence) == '?';
        name = false;
        whom = false;
        speaks = false;
      }
      asks |= Lexicon.in(known, i, nameRequest);
      name |= isNamed(known, i, nameOwner);
      whom |= Lexicon.in(known, i, who);
      speaks |= Lexicon.in(known, i, speaking);
      if ((asks && name) || (whom && speaks)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether this is the word "name", of a person who speaks or is spoken to: not "the name of the
   * doctor".
   *
   * @param owner words that say whose name it is
   */
  private boolean isNamed(KnownWords known, int at, long owner) {
    if (!Lexicon.in(known, at, nameWord)) {
      return false;
    }
    boolean last = at + 1 == known.count() || known.sentenceOf(at + 1) != known.sentenceOf(at);
    return in(known, at - 1, owner)
        ? last || !Lexicon.in(known, at + 1, nameOf)
        : known.opens(at) || last;
  }

  /**
   * The name that a customer gives.
   *
   * @param before whether a name was given before: then only one given in so many words counts
   */
  private Optional<String> told(KnownWords known, boolean asked, boolean before) {
    for (int i = 0; i < known.count(); i++) {
      if (before ? namesItself(known, i) : introduces(known, i, asked)) {
        return Optional.of(name(known, i));
      }
    }
    if (asked && !before) {
      int at = 0;
      while (at < Math.min(known.count(), REACH) && Lexicon.in(known, at, lead | opener)) {
        at++;
      }
      if (at < known.count() && couldBeName(known, at, true)) {
        return Optional.of(name(known, at));
      }
    }
    return Optional.empty();
  }

  /** Whether the words before, or the one behind, make this the customer's name. */
  private boolean introduces(KnownWords known, int at, boolean asked) {
    if (at == 0 || known.sentenceOf(at - 1) != known.sentenceOf(at)) {
      return stands(known, at) && couldBeName(known, at, asked) && isBehind(known, at);
    }
    if (namesItself(known, at)) {
      return true;
    }
    if (known.words().has(known.source(at - 1), Words.CLAUSE_END)) {
      return false;
    }
    boolean me = in(known, at - 2, self) && Lexicon.in(known, at - 1, is);
    boolean here = in(known, at - 2, pointing) && Lexicon.in(known, at - 1, is);
    return (me || here) && couldBeName(known, at, asked) && (asked || likely(known, at));
  }

  /** Whether the words before say that this is a name: "my name is", "name:", "je m’appelle". */
  private boolean namesItself(KnownWords known, int at) {
    if (at == 0 || known.sentenceOf(at - 1) != known.sentenceOf(at)) {
      return false;
    }
    boolean said =
        Lexicon.in(known, at - 1, called)
            || isNamed(known, at - 1, nameMine)
            || (Lexicon.in(known, at - 1, is) && at > 1 && isNamed(known, at - 2, nameMine));
    return said && couldBeName(known, at, true);
  }

  private static boolean in(KnownWords known, int at, long bits) {
    return at >= 0 && Lexicon.in(known, at, bits);
  }

  /** Whether a name that nobody asked for looks like one. */
  private boolean likely(KnownWords known, int at) {
    return lexicon.isFirstName(known.id(at)) || known.words().has(known.source(at), Words.CAPITAL);
  }

  private boolean stands(KnownWords known, int at) {
    return known.opens(at) && lexicon.isFirstName(known.id(at));
  }

  private boolean isBehind(KnownWords known, int at) {
    int end = until(known, at);
    return end < known.count()
        && known.sentenceOf(end) == known.sentenceOf(at)
        && Lexicon.in(known, end, behind);
  }

  private boolean couldBeName(KnownWords known, int at, boolean expected) {
    Words words = known.words();
    int source = known.source(at);
    if (words.has(source, Words.NUMBER)
        || words.has(source, Words.ADDRESS)
        || words.length(source) < 2) {
      return false;
    }
    boolean capitalised =
        words.has(source, Words.CAPITAL)
            && words.firstOf(words.sentenceOf(source)) != source
            && !words.has(source, Words.ALL_CAPITALS);
    return known.id(at) == Vocabulary.UNKNOWN
        || lexicon.isFirstName(known.id(at))
        || (expected && (capitalised || Lexicon.in(known, at, namesake)));
  }

  /** One past the last word of the name that begins at {@code at}. */
  private int until(KnownWords known, int at) {
    int end = at + 1;
    while (end < known.count()
        && end < at + MOST_WORDS
        && known.sentenceOf(end) == known.sentenceOf(at)
        && !known.words().has(known.source(end - 1), Words.CLAUSE_END)
        && couldBeName(known, end, true)) {
      end++;
    }
    return end;
  }

  /** The name that begins at a word; a last name given behind it, as such, belongs to it. */
  private String name(KnownWords known, int at) {
    Words words = known.words();
    int end = until(known, at);
    StringBuilder name = new StringBuilder();
    append(words, known.source(at), known.source(end - 1), name);
    for (int i = end; i + 1 < known.count() && i < end + 4; i++) {
      int next = Lexicon.in(known, i + 1, is) ? i + 2 : i + 1;
      if (Lexicon.in(known, i, nameWord)
          && next < known.count()
          && known.sentenceOf(next) == known.sentenceOf(at)
          && couldBeName(known, next, true)) {
        append(words, known.source(next), known.source(until(known, next) - 1), name);
        break;
      }
    }
    return name.substring(0, Math.min(name.length(), Acquaintance.LONGEST_NAME));
  }

  private static void append(Words words, int first, int last, StringBuilder name) {
    if (!name.isEmpty()) {
      name.append(' ');
    }
    name.append(words.text(), words.start(first), words.end(last));
  }
}
