package io.souffleur.server.nlp.cue;

import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Span;
import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.lexicon.Lexicon;
import io.souffleur.server.nlp.lexicon.WordSet;
import io.souffleur.server.nlp.text.Words;
import java.util.Optional;

/**
 * Sees how a French agent addresses the customer: <em>vous</em>, shown once a message, or
 * <em>tu</em>, shown wherever it stands. Pronouns and possessives decide first, then verb forms.
 * The words are looked at as typed, since {@code stp} and {@code svp} mean the same elsewhere.
 */
final class AddressFormDetector implements Detector {

  private static final double SURE = 0.97;
  private static final double BY_FORM = 0.85;

  private static final int SHORTEST_VERB = 4;

  private final WordSet tone;
  private final WordSet thirdPerson;
  private final WordSet tVerb;
  private final WordSet notVerb;
  private final WordSet order;
  private final WordSet notOrder;
  private final WordSet polite;

  AddressFormDetector(Lexicon lexicon) {
    this.tone = lexicon.words("tone-before");
    this.thirdPerson = lexicon.words("third-person");
    this.tVerb = lexicon.words("tu-verb");
    this.notVerb = lexicon.words("not-vous-verb");
    this.order = lexicon.words("tu-order");
    this.notOrder = lexicon.words("not-tu-order");
    this.polite = lexicon.words("vous-form");
  }

  @Override
  public void detect(Message message, CueSink cues) {
    if (!cues.canShow(CueName.FORMAL_ADDRESS)) {
      return;
    }
    KnownWords known = message.known();
    Words words = message.words();
    boolean formal = false;
    for (int at = 0; at < known.count(); at++) {
      int word = known.source(at);
      if ((at > 0 && known.source(at - 1) == word) || words.has(word, Words.QUOTED)) {
        continue;
      }
      if (!formal && isFormal(known, at, word)) {
        formal = true;
        cues.add(CueName.FORMAL_ADDRESS, words.span(word, word), SURE, Optional.empty());
      } else if (isInformal(known, at, word)) {
        cues.add(CueName.INFORMAL_ADDRESS, spanOf(words, word), SURE, Optional.empty());
      }
    }
    for (int at = 0; at < known.count() && !formal; at++) {
      int word = known.source(at);
      if (order.has(known, at) && !words.has(word, Words.QUOTED) && isOrder(known, at)) {
        cues.add(CueName.INFORMAL_ADDRESS, words.span(word, word), BY_FORM, Optional.empty());
      }
    }
  }

  /** "t’as", "t as" and "dis-moi" are shown whole. */
  private static Span spanOf(Words words, int word) {
    if (words.is(word, "moi")) {
      return words.span(word - 1, word);
    }
    boolean elided = words.length(word) == 1 && word + 1 < words.count();
    return words.span(word, elided ? word + 1 : word);
  }

  private boolean isFormal(KnownWords known, int at, int word) {
    Words words = known.words();
    int length = words.length(word);
    char first = words.folded()[words.from(word)];
    if (first == 'v' && length >= 3 && length <= 6) {
      if (words.is(word, "vous")) {
        return word == 0 || !words.is(word - 1, "rendez");
      }
      if (words.is(word, "votre") || words.is(word, "vos") || words.is(word, "votres")) {
        return true;
      }
    }
    return (length == 3 && words.is(word, "svp")) || isVousVerb(known, at, word, length);
  }

  /** Whether it ends like "patientez", or is "dites", where that is an order. */
  private boolean isVousVerb(KnownWords known, int at, int word, int length) {
    Words words = known.words();
    int end = words.from(word) + length;
    if (length >= SHORTEST_VERB
        && words.folded()[end - 1] == 'z'
        && words.folded()[end - 2] == 'e') {
      return !notVerb.has(known, at)
          && !isName(words, word)
          && !(word + 1 < words.count() && words.is(word, "rendez") && words.is(word + 1, "vous"))
          && !afterTu(words, word);
    }
    return polite.has(known, at)
        && (words.has(word, Words.CLAUSE_START) || isFollowedByMe(words, word));
  }

  /** A capital in the middle of a sentence: somebody called Lopez. */
  private static boolean isName(Words words, int word) {
    return words.has(word, Words.CAPITAL)
        && !words.has(word, Words.ALL_CAPITALS)
        && !words.has(word, Words.CLAUSE_START);
  }

  private static boolean afterTu(Words words, int word) {
    return (word >= 1 && words.is(word - 1, "tu")) || (word >= 2 && words.is(word - 2, "tu"));
  }

  private static boolean isFollowedByMe(Words words, int word) {
    return word + 1 < words.count()
        && words.has(word + 1, Words.JOINED)
        && (words.is(word + 1, "moi") || words.is(word + 1, "nous") || words.is(word + 1, "le"));
  }

  private boolean isInformal(KnownWords known, int at, int word) {
    Words words = known.words();
    int length = words.length(word);
    char first = words.folded()[words.from(word)];
    if (first == 'm') {
      return length == 3 && words.is(word, "moi") && isOrderToMe(known, at, word);
    }
    if (first == 's') {
      return length == 3 && words.is(word, "stp");
    }
    if (first != 't') {
      return false;
    }
    return switch (length) {
      case 1 -> isElided(known, at, word);
      case 2 ->
          (words.is(word, "tu") && !isSilent(words, word))
              || ((words.is(word, "te") || words.is(word, "ta")) && !isHyphened(words, word));
      case 3 ->
          words.is(word, "toi")
              || words.is(word, "tes")
              || words.is(word, "tkt")
              || (words.is(word, "ton") && !isTone(known, at, word));
      case 4 -> words.is(word, "tien");
      case 5 -> words.is(word, "tiens") && word > 0 && words.is(word - 1, "les");
      case 6 -> words.is(word, "tienne");
      default -> false;
    };
  }

  /** "s'est tu": fell silent. */
  private static boolean isSilent(Words words, int word) {
    return word >= 2
        && (words.is(word - 1, "est") || words.is(word - 1, "etait"))
        && words.is(word - 2, "s");
  }

  private static boolean isHyphened(Words words, int word) {
    int end = words.end(word);
    String text = words.text();
    int start = words.start(word);
    return (end < text.length() && text.charAt(end) == '-')
        || (start > 0 && text.charAt(start - 1) == '-');
  }

  /** "le ton", "d'un ton". */
  private boolean isTone(KnownWords known, int at, int word) {
    return isHyphened(known.words(), word)
        || (at > 0 && known.sentenceOf(at - 1) == known.sentenceOf(at) && tone.has(known, at - 1));
  }

  /** "t'as", "je t’envoie", "t as"; not "a-t-il", not "a t'elle". */
  private boolean isElided(KnownWords known, int at, int word) {
    Words words = known.words();
    String text = words.text();
    int start = words.start(word);
    int end = words.end(word);
    if (at + 1 >= known.count()
        || (start > 0 && text.charAt(start - 1) == '-')
        || thirdPerson.has(known, at + 1)) {
      return false;
    }
    if (end >= text.length()) {
      return false;
    }
    char behind = text.charAt(end);
    return "'’ʼ´`".indexOf(behind) >= 0 || (behind == ' ' && tVerb.has(known, at + 1));
  }

  /** "dis-moi", "envoie-moi"; not "dites-moi", not "chez-moi". */
  private boolean isOrderToMe(KnownWords known, int at, int word) {
    Words words = known.words();
    if (word == 0 || at == 0 || !words.has(word, Words.JOINED)) {
      return false;
    }
    char last = words.folded()[words.from(word) - 1];
    return (last == 'e' || last == 's' || last == 'a')
        && !notOrder.has(known, at - 1)
        && !polite.has(known, at - 1);
  }

  /** "clique sur", "n'oublie pas": at the beginning of a clause, without a subject. */
  private static boolean isOrder(KnownWords known, int at) {
    if (at > 0 && isNot(known, at - 1)) {
      boolean above = at > 1 && known.words().is(known.source(at - 2), "surtout");
      return above || known.opens(at - 1);
    }
    return known.opens(at);
  }

  private static boolean isNot(KnownWords known, int at) {
    int word = known.source(at);
    return known.words().is(word, "n") || known.words().is(word, "ne");
  }
}
