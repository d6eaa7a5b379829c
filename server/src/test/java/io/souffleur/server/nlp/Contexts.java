package io.souffleur.server.nlp;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Customer;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.text.Acquaintance;
import io.souffleur.server.core.text.LanguageEvidence;
import io.souffleur.server.core.text.ReadingContext;
import io.souffleur.server.core.text.TextPatterns;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;

/** Contexts that tests read messages in. */
final class Contexts {

  private Contexts() {}

  /** A message of {@code author} in a chat of Camille Petit with Julie Martin. */
  static ReadingContext of(Author author) {
    return of(author, "Camille Petit", LanguageEvidence.none());
  }

  static ReadingContext of(Author author, String customer, LanguageEvidence evidence) {
    return of(author, customer, evidence, Acquaintance.none());
  }

  static ReadingContext of(
      Author author, String customer, LanguageEvidence evidence, Acquaintance acquaintance) {
    return over(Medium.CHAT, author, customer, evidence, acquaintance);
  }

  /** A message over another medium than a chat. */
  static ReadingContext over(
      Medium medium, Author author, String customer, LanguageEvidence evidence) {
    return over(medium, author, customer, evidence, Acquaintance.none());
  }

  private static ReadingContext over(
      Medium medium,
      Author author,
      String customer,
      LanguageEvidence evidence,
      Acquaintance acquaintance) {
    return new ReadingContext(
        author,
        new Customer(
            Optional.empty(),
            Optional.of(customer),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of()),
        Optional.of("Julie Martin"),
        medium,
        evidence,
        acquaintance,
        LocalDateTime.of(2026, 11, 22, 14, 0),
        TextPatterns.NONE);
  }
}
