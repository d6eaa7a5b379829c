package io.souffleur.server.nlp.cue;

import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Span;
import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.lexicon.Lexicon;
import io.souffleur.server.nlp.lexicon.WordSet;
import io.souffleur.server.nlp.text.Words;
import java.util.Optional;

/**
 * Sees the agent say how to be reached: by a number, a mail address, an extension. Whose number it
 * is, the words before it tell: "nous joindre au", "my direct line is", not "vous joindre au".
 */
final class ContactDetailsDetector implements Detector {

  private static final double SURE = 0.9;

  /** How far before a number its owner may be named, in words. */
  private static final int REACH = 12;

  /** How many characters may stand between "ext." and its digits. */
  private static final int APART = 3;

  private static final int SHORTEST_EXTENSION = 3;
  private static final int LONGEST_EXTENSION = 6;
  private static final int SHORTEST_NUMBER = 7;
  private static final int LONGEST_NUMBER = 15;

  private final WordSet ours;
  private final WordSet theirs;
  private final WordSet reach;
  private final WordSet extension;
  private final WordSet reference;

  ContactDetailsDetector(Lexicon lexicon) {
    this.ours = lexicon.words("ours");
    this.theirs = lexicon.words("theirs");
    this.reach = lexicon.words("reach");
    this.extension = lexicon.words("extension");
    this.reference = lexicon.words("reference");
  }

  @Override
  public void detect(Message message, CueSink cues) {
    if (!cues.canShow(CueName.CONTACT_DETAILS)) {
      return;
    }
    KnownWords known = message.known();
    Words words = message.words();
    int done = 0;
    for (int at = 0; at < known.count(); at++) {
      int source = known.source(at);
      if (words.has(source, Words.NUMBER) && words.start(source) >= done) {
        done = number(known, at, cues);
      } else if (words.has(source, Words.ADDRESS) && words.start(source) >= done) {
        done = address(known, at, cues);
      }
    }
  }

  private int number(KnownWords known, int at, CueSink cues) {
    Words words = known.words();
    int source = known.source(at);
    int length = words.length(source);
    if (at > 0 && length <= LONGEST_EXTENSION && isExtension(known, at)) {
      Span span = words.span(known.source(at - 1), source);
      cues.add(CueName.CONTACT_DETAILS, span, SURE, Optional.empty());
      return span.end();
    }
    DigitRun run = new DigitRun(words.text(), words.start(source));
    if (isNumberToCall(run) && isOurs(known, at)) {
      int start = run.start(0);
      while (start > 0 && "+(".indexOf(words.text().charAt(start - 1)) >= 0) {
        start--;
      }
      Span span = new Span(start, run.end(run.groupCount()));
      cues.add(CueName.CONTACT_DETAILS, span, SURE, Optional.empty());
    }
    return run.end(run.groupCount());
  }

  private boolean isExtension(KnownWords known, int at) {
    Words words = known.words();
    int between = words.start(known.source(at)) - words.end(known.source(at - 1));
    return between <= APART
        && extension.has(known, at - 1)
        && words.length(known.source(at)) >= SHORTEST_EXTENSION;
  }

  /** Whether it is as long as such numbers are, or one of the French short ones: 3639. */
  private static boolean isNumberToCall(DigitRun run) {
    int digits = run.length(0, run.groupCount());
    boolean shortOne = run.isGrouped(0, 1, 4) && run.text().charAt(run.start(0)) == '3';
    return (digits >= SHORTEST_NUMBER && digits <= LONGEST_NUMBER)
        || (shortOne && run.groupCount() == 1);
  }

  private int address(KnownWords known, int at, CueSink cues) {
    String text = known.words().text();
    int start = known.words().start(known.source(at));
    int sign = text.indexOf('@', start);
    if (sign < 0) {
      return start + 1;
    }
    Optional<Span> address = Codes.mailAddress(text, sign);
    if (address.isPresent() && isOurs(known, at)) {
      cues.add(CueName.CONTACT_DETAILS, address.get(), SURE, Optional.empty());
    }
    return address.map(Span::end).orElse(sign + 1);
  }

  /** Whether the words before say "reach", and "us" or "me" nearer than "you". */
  private boolean isOurs(KnownWords known, int at) {
    int sentence = known.sentenceOf(at);
    boolean toReach = false;
    boolean owned = false;
    for (int i = at - 1; i >= Math.max(0, at - REACH); i--) {
      if (known.sentenceOf(i) != sentence) {
        break;
      }
      if (!owned && theirs.has(known, i)) {
        return false;
      }
      if (!toReach && reference.has(known, i)) {
        return false;
      }
      owned |= ours.has(known, i);
      toReach |= reach.has(known, i);
      if (owned && toReach) {
        return true;
      }
    }
    return false;
  }
}
