package io.souffleur.server.core.rule;

import io.souffleur.server.core.hint.Phrase;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.text.Language;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a rule shows, and how insistently.
 *
 * @param title at most 45 characters, an imperative or an invitation
 * @param text the reason in the customer's interest, at most 90 characters
 * @param phrases ready to insert, best first, by language
 * @param atRisk how insistent once the rule is at risk; empty: it only ticks
 * @param missed how insistent once it is missed or breached; empty: silent
 * @param coolDown how long the rule stays silent after a hint of it went away
 * @param expires how long a hint of it stays
 */
public record Prompting(
    Words title,
    Words text,
    Map<Language, List<Phrase>> phrases,
    Optional<Severity> atRisk,
    Optional<Severity> missed,
    Duration coolDown,
    Duration expires) {

  public Prompting {
    phrases = Map.copyOf(phrases);
  }
}
