package io.souffleur.server.nlp.cue;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Span;
import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.lexicon.Lexicon;
import io.souffleur.server.nlp.lexicon.Phrase;
import io.souffleur.server.nlp.lexicon.Phrase.By;
import io.souffleur.server.nlp.text.Words;
import java.util.Arrays;
import java.util.Optional;

/**
 * The cues that phrases of the lexicon show. Of phrases that overlap, the longest counts; between
 * two of the same length silence does.
 */
final class PhraseDetector implements Detector {

  private final Lexicon lexicon;
  private final Surroundings surroundings;
  private final DurationReader durations;
  private final WaitReader waits;

  PhraseDetector(Lexicon lexicon, Surroundings surroundings) {
    this.lexicon = lexicon;
    this.surroundings = surroundings;
    this.durations = new DurationReader(lexicon);
    this.waits = new WaitReader(lexicon);
  }

  @Override
  public void detect(Message message, CueSink cues) {
    KnownWords known = message.known();
    Hits hits = new Hits(known, message.context().author());
    lexicon.find(known, hits);
    if (hits.count == 0) {
      return;
    }
    Arrays.sort(hits.packed, 0, hits.count);
    int[] taken = new int[known.count()];
    for (int i = 0; i < hits.count; i++) {
      long hit = hits.packed[i];
      Phrase phrase = lexicon.phrase(Hits.phrase(hit));
      int first = Hits.first(hit);
      int last = first + Hits.length(hit) - 1;
      if (free(taken, first, last, phrase.family())) {
        Arrays.fill(taken, first, last + 1, phrase.family());
        if (!phrase.silent()) {
          add(message, phrase, first, last, cues);
        }
      }
    }
  }

  private void add(Message message, Phrase phrase, int first, int last, CueSink cues) {
    KnownWords known = message.known();
    Span span = message.words().span(known.source(first), known.source(last));
    Optional<String> value = phrase.value();
    if (phrase.cue() == CueName.WAIT_NOTICE || phrase.cue() == CueName.COMMITMENT) {
      Span sentence = message.words().spanOf(known.sentenceOf(first));
      if (cues.has(phrase.cue(), sentence)) {
        return;
      }
      value = value.or(() -> durations.inSentenceOf(known, first));
    }
    if (phrase.cue() == CueName.WAIT_NOTICE && waits.isOver(known, last, value)) {
      return;
    }
    cues.add(phrase.cue(), span, phrase.confidence(), value);
  }

  private static boolean free(int[] taken, int first, int last, int family) {
    for (int i = first; i <= last; i++) {
      if (taken[i] == family) {
        return false;
      }
    }
    return true;
  }

  /**
   * The phrases found, packed so that sorting them puts those of one cue together, longest first,
   * silent ones before others, then by place.
   */
  private final class Hits implements Lexicon.Found {

    private static final int LONGEST = 63;

    private final KnownWords known;
    private final Author author;
    private long[] packed = new long[16];
    private int count;

    Hits(KnownWords known, Author author) {
      this.known = known;
      this.author = author;
    }

    @Override
    public void phrase(int number, int first, int last) {
      Phrase phrase = lexicon.phrase(number);
      if (!phrase.cue().canBeShownBy(author)
          || !saidBy(phrase.by(), author)
          || (phrase.opens() && !known.opens(first))
          || (phrase.closes() && !known.closes(last))
          || known.words().has(known.source(first), Words.QUOTED)
          || surroundings.any(phrase.unless(), known, first, last)) {
        return;
      }
      if (count == packed.length) {
        packed = Arrays.copyOf(packed, count * 2);
      }
      int length = Math.min(LONGEST, last - first + 1);
      packed[count++] =
          ((long) phrase.family() << 54)
              | ((long) (LONGEST - length) << 48)
              | ((phrase.silent() ? 0L : 1L) << 47)
              | ((long) first << 24)
              | number;
    }

    static int phrase(long hit) {
      return (int) (hit & 0xFFFFFF);
    }

    static int first(long hit) {
      return (int) (hit >>> 24) & 0x7FFFFF;
    }

    static int length(long hit) {
      return LONGEST - ((int) (hit >>> 48) & 0x3F);
    }

    private static boolean saidBy(By by, Author author) {
      return switch (by) {
        case ANYONE -> true;
        case AGENT -> author == Author.AGENT || author == Author.BOT;
        case CUSTOMER -> author == Author.CUSTOMER;
      };
    }
  }
}
