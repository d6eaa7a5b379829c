package io.souffleur.server.nlp.cue;

import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Span;
import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.lexicon.Lexicon;
import io.souffleur.server.nlp.text.Words;
import java.util.Optional;

/**
 * Sees data that would harm somebody in the wrong hands. Value: {@code card}, {@code iban}, {@code
 * phone}, {@code ssn}, {@code email} or {@code password}. Numbers count by their own check digits
 * and plans, so that order and tracking numbers stay what they are; how an agent can be reached is
 * no such data.
 */
final class PersonalDataDetector implements Detector {

  private static final double CHECKED = 0.97;
  private static final double PLANNED = 0.9;

  private static final Optional<String> EMAIL = Optional.of("email");
  private static final Optional<String> PASSWORD = Optional.of("password");
  private static final Optional<String> IBAN = Optional.of("iban");
  private static final Optional<String> SOCIAL = Optional.of("ssn");

  private final NumberKinds numbers;
  private final SecretReader secrets;

  PersonalDataDetector(Lexicon lexicon) {
    this.numbers = new NumberKinds(lexicon);
    this.secrets = new SecretReader(lexicon);
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
      if (words.has(source, Words.NUMBER)) {
        done = number(known, at, cues);
      } else {
        Optional<Span> secret = secrets.after(known, at);
        if (secret.isPresent()) {
          cues.add(CueName.PERSONAL_DATA, secret.get(), PLANNED, PASSWORD);
          done = secret.get().end();
        }
      }
    }
    String text = words.text();
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      Codes.mailAddress(text, at).ifPresent(address -> add(cues, address, PLANNED, EMAIL));
    }
  }

  /** Sees what the digits at a position are, and gives how far it has looked. */
  private int number(KnownWords known, int at, CueSink cues) {
    String text = known.words().text();
    int start = known.words().start(known.source(at));
    Optional<Span> iban = Codes.iban(text, start);
    if (iban.isPresent()) {
      add(cues, iban.get(), CHECKED, IBAN);
      return iban.get().end();
    }
    Optional<Span> social = Codes.frenchSocial(text, start);
    if (social.isPresent()) {
      add(cues, social.get(), CHECKED, SOCIAL);
      return social.get().end();
    }
    DigitRun run = new DigitRun(text, start);
    for (int from = 0; from < run.groupCount(); from++) {
      for (int until = numbers.longest(run, from); until > from; until--) {
        Optional<String> kind = numbers.kind(known, at, run, from, until);
        if (kind.isPresent()) {
          Span span = new Span(numbers.start(run, from, kind.get()), run.end(until));
          add(cues, span, kind.get().equals("card") ? CHECKED : PLANNED, kind);
          return span.end();
        }
      }
    }
    return run.end(run.groupCount());
  }

  private static void add(CueSink cues, Span span, double confidence, Optional<String> kind) {
    if (!cues.has(CueName.CONTACT_DETAILS, span)) {
      cues.add(CueName.PERSONAL_DATA, span, confidence, kind);
    }
  }
}
