package io.souffleur.server.nlp;

import io.souffleur.server.core.text.Acquaintance;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.MessageReader;
import io.souffleur.server.core.text.Reading;
import io.souffleur.server.core.text.ReadingContext;
import io.souffleur.server.nlp.category.Categoriser;
import io.souffleur.server.nlp.category.Thresholds;
import io.souffleur.server.nlp.category.Weights;
import io.souffleur.server.nlp.cue.CueDetectors;
import io.souffleur.server.nlp.cue.CueSink;
import io.souffleur.server.nlp.cue.Message;
import io.souffleur.server.nlp.language.LanguageFinder;
import io.souffleur.server.nlp.language.LetterDetector;
import io.souffleur.server.nlp.lexicon.LexiconLoader;
import io.souffleur.server.nlp.lexicon.Lexicons;
import io.souffleur.server.nlp.text.Fillers;
import io.souffleur.server.nlp.text.Scanner;
import io.souffleur.server.nlp.text.Words;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads messages with lexicons and a trained model. Costs some milliseconds to make and is shared
 * by all threads afterwards; reading costs some microseconds and keeps nothing.
 */
public final class CueReader implements MessageReader {

  private static final String UNDETERMINED = "und";

  private final Lexicons lexicons;
  private final LanguageFinder languages;
  private final Map<Language, CueDetectors> detectors = new EnumMap<>(Language.class);

  private CueReader(
      Lexicons lexicons, LanguageFinder languages, Function<String, Optional<byte[]>> files) {
    this.lexicons = lexicons;
    this.languages = languages;
    for (Language language : Language.values()) {
      detectors.put(
          language,
          new CueDetectors(
              lexicons.of(language),
              categoriser(files, language, "customer"),
              categoriser(files, language, "agent")));
    }
  }

  private Categoriser categoriser(
      Function<String, Optional<byte[]>> files, Language language, String role) {
    String model = language.tag() + "/" + role + ".bin";
    String thresholds = language.tag() + "/" + role + "-thresholds.txt";
    return new Categoriser(
        lexicons.of(language),
        Weights.read(trained(files, model)),
        Thresholds.read(
            thresholds, new String(trained(files, thresholds), StandardCharsets.UTF_8)));
  }

  private static byte[] trained(Function<String, Optional<byte[]>> files, String name) {
    return files
        .apply(name)
        .orElseThrow(() -> new IllegalArgumentException("nlp/" + name + " is missing: train it"));
  }

  /** A reader with the lexicons that come with the program. */
  public static CueReader shipped() {
    return of(ShippedFiles::read);
  }

  /**
   * A reader with the lexicons that come with the program and those of a house.
   *
   * @throws io.souffleur.server.nlp.lexicon.LexiconException with every error of every file
   */
  public static CueReader shippedWith(HouseLexicons house) {
    return of(ShippedFiles::read, house);
  }

  /**
   * A reader with other lexicons and models.
   *
   * @param files the content of a file such as {@code fr/thanks.txt} or {@code fr/customer.bin}, if
   *     there is one
   * @throws io.souffleur.server.nlp.lexicon.LexiconException with every error of every file
   */
  public static CueReader of(Function<String, Optional<byte[]>> files) {
    return of(files, HouseLexicons.none());
  }

  private static CueReader of(Function<String, Optional<byte[]>> files, HouseLexicons house) {
    Function<String, Optional<String>> texts =
        name -> files.apply(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    Lexicons lexicons = new LexiconLoader(texts, house.files()).load();
    LetterDetector letters =
        LetterDetector.trainedOn(
            TrainingLines.letters(texts, Language.FRENCH),
            TrainingLines.letters(texts, Language.ENGLISH));
    return new CueReader(lexicons, new LanguageFinder(lexicons, letters), files);
  }

  @Override
  public Reading read(String text, ReadingContext context) {
    Words written = Scanner.scan(text);
    LanguageFinder.Found found = languages.find(written, context.evidence());
    Words words = Fillers.without(written);
    CueSink cues = new CueSink(text, context.author());
    Acquaintance acquaintance = context.acquaintance();
    Optional<Language> readAs = found.shown().or(() -> found.evidence().settled());
    if (readAs.isPresent()) {
      acquaintance = detect(readAs.get(), words, context, cues);
    } else {
      for (Language language : Language.values()) {
        Acquaintance after = detect(language, words, context, cues);
        acquaintance = acquaintance.equals(context.acquaintance()) ? after : acquaintance;
      }
    }
    context.patterns().in(text, context.author()).forEach(cues::add);
    return new Reading(
        readAs.map(Language::tag).orElse(UNDETERMINED),
        found.evidence(),
        acquaintance,
        List.copyOf(cues.sorted()));
  }

  /** Detects the cues of a message read as one language; what customer and agent know after it. */
  private Acquaintance detect(
      Language language, Words words, ReadingContext context, CueSink cues) {
    CueDetectors of = detectors.get(language);
    if (of == null) {
      return context.acquaintance();
    }
    Message message = new Message(words, lexicons.of(language).read(words), context);
    of.detect(message, cues);
    return of.acquaintanceAfter(message);
  }
}
