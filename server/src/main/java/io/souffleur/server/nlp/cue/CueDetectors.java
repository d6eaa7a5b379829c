package io.souffleur.server.nlp.cue;

import io.souffleur.server.core.text.Acquaintance;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.nlp.category.Categoriser;
import io.souffleur.server.nlp.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.List;

/** Every detector of one language, in the order they look. Safe for use by any thread. */
public final class CueDetectors {

  private final List<Detector> detectors;
  private final Introductions introductions;

  public CueDetectors(Lexicon lexicon, Categoriser customer, Categoriser agent) {
    Surroundings surroundings = new Surroundings(lexicon);
    this.introductions = new Introductions(lexicon);
    List<Detector> all =
        new ArrayList<>(
            List.of(
                new PhraseDetector(lexicon, surroundings),
                new CustomerNameDetector(lexicon),
                new SelfIntroductionDetector(lexicon),
                new QuestionDetector(lexicon),
                new ShoutingDetector(),
                new EmojiDetector(),
                new PlaceholderDetector(),
                new ReadabilityDetector(lexicon.language()),
                new PriceDetector(lexicon),
                new ContactDetailsDetector(lexicon),
                new PersonalDataDetector(lexicon),
                new CategoryDetector(customer, agent, lexicon),
                new PromiseDetector(lexicon, surroundings)));
    if (lexicon.language() == Language.FRENCH) {
      all.add(new AddressFormDetector(lexicon));
    }
    this.detectors = List.copyOf(all);
  }

  /** Gives every cue of {@code message} to {@code cues}. */
  public void detect(Message message, CueSink cues) {
    for (Detector detector : detectors) {
      detector.detect(message, cues);
    }
  }

  /** What customer and agent know of each other after {@code message}. */
  public Acquaintance acquaintanceAfter(Message message) {
    return introductions.after(message);
  }
}
