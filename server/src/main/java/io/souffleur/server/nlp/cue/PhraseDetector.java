package io.souffleur.server.nlp.cue;

import io.souffleur.server.core.conversation.Author;
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
 * two of the same length silence does, and then no model hears the cue there either.
 */
final class PhraseDetector implements Detector {

  private final Lexicon lexicon;
  private final Surroundings surroundings;
  private final DurationReader durations;
  private final WaitReader waits;
  private final DeadlineReader deadlines;

  PhraseDetector(Lexicon lexicon, Surroundings surroundings) {
    this.lexicon = lexicon;
    this.surroundings = surroundings;
    this.durations = new DurationReader(lexicon);
    this.waits = new WaitReader(lexicon, durations);
    this.deadlines = new DeadlineReader(lexicon, surroundings);
  }

  @Override
  public void detect(Message message, CueSink cues) {
    KnownWords known = message.known();
    Hits hits = new Hits(message);
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
        if (phrase.silent()) {
          cues.silence(phrase.cue(), span(message, first, last));
        } else {
          add(message, phrase, first, last, cues);
        }
      }
    }
  }

  private void add(Message message, Phrase phrase, int first, int last, CueSink cues) {
    switch (phrase.cue()) {
      case WAIT_NOTICE -> addWait(message, phrase, first, last, cues);
      case COMMITMENT -> addPromise(message, phrase, first, last, cues);
      case PRODUCT_NAME -> addProduct(message, phrase, first, last, cues);
      default -> add(message, phrase, first, last, phrase.value(), cues);
    }
  }

  private static void add(
      Message message, Phrase phrase, int first, int last, Optional<String> value, CueSink cues) {
    cues.add(phrase.cue(), span(message, first, last), phrase.confidence(), value);
  }

  private static Span span(Message message, int first, int last) {
    KnownWords known = message.known();
    return message.words().span(known.source(first), known.source(last));
  }

  /** A product that is written right has no value; its right forms are parted by bars. */
  private static void addProduct(
      Message message, Phrase phrase, int first, int last, CueSink cues) {
    String written = span(message, first, last).of(message.words().text());
    Optional<String> right =
        phrase.value().filter(forms -> !Products.isRight(written, forms)).map(Products::first);
    add(message, phrase, first, last, right, cues);
  }

  private void addWait(Message message, Phrase phrase, int first, int last, CueSink cues) {
    KnownWords known = message.known();
    if (!cues.has(phrase.cue(), message.words().spanOf(known.sentenceOf(first)))) {
      Optional<String> value =
          phrase
              .value()
              .or(() -> durations.inSentenceOf(known, first))
              .or(() -> waits.lengthAfter(known, last));
      Optional<String> length =
          waits.isOver(known, last, value) ? Optional.of(WaitReader.NO_TIME) : value;
      add(message, phrase, first, last, length, cues);
    }
  }

  /** A promise reaches to the end of its deadline, when that follows. */
  private void addPromise(Message message, Phrase phrase, int first, int last, CueSink cues) {
    KnownWords known = message.known();
    if (cues.has(phrase.cue(), message.words().spanOf(known.sentenceOf(first)))) {
      return;
    }
    Optional<DeadlineReader.Found> deadline = deadlines.near(known, first);
    int end = deadline.map(DeadlineReader.Found::last).orElse(last);
    add(
        message,
        phrase,
        first,
        Math.max(last, end),
        phrase.value().or(() -> deadline.map(DeadlineReader.Found::value)),
        cues);
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

    private final Message message;
    private final KnownWords known;
    private final Author author;
    private long[] packed = new long[16];
    private int count;

    Hits(Message message) {
      this.message = message;
      this.known = message.known();
      this.author = message.context().author();
    }

    @Override
    public void phrase(int number, int first, int last) {
      Phrase phrase = lexicon.phrase(number);
      if (!phrase.cue().canBeShownBy(author)
          || !saidBy(phrase.by(), author)
          || (phrase.opens() && !known.opens(first))
          || (phrase.closes() && !known.closes(last))
          || known.words().has(known.source(first), Words.QUOTED)
          || surroundings.any(phrase.unless(), message, first, last)) {
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
