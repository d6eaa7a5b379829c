package io.souffleur.server.core.conversation;

import io.souffleur.server.core.text.Acquaintance;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.LanguageEvidence;
import io.souffleur.server.core.text.ReadingContext;
import io.souffleur.server.core.text.TextPatterns;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Who talks with whom, how, where and in which language. */
public record Facts(
    Medium medium,
    Optional<String> queue,
    Optional<String> reason,
    Customer customer,
    Optional<Agent> agent,
    ZoneId zone,
    Instant started,
    Optional<Instant> ended,
    LanguageEvidence evidence,
    Acquaintance acquaintance) {

  /** The language of the conversation, once known. */
  public Optional<Language> language() {
    return evidence.settled();
  }

  /**
   * What a reader needs to understand a message of {@code author} at {@code at}.
   *
   * @param others whom the agent talks to in other conversations
   */
  public ReadingContext contextFor(
      Author author, Instant at, TextPatterns patterns, List<Customer> others) {
    return new ReadingContext(
        author,
        customer,
        agent.map(Agent::name),
        medium,
        evidence,
        acquaintance,
        at.atZone(zone).toLocalDateTime(),
        patterns,
        others);
  }

  /** The same, held by {@code holder}. */
  public Facts heldBy(Agent holder) {
    return new Facts(
        medium,
        queue,
        reason,
        customer,
        Optional.of(holder),
        zone,
        started,
        ended,
        evidence,
        acquaintance);
  }

  /** The same, ended. */
  public Facts endedAt(Instant at) {
    return new Facts(
        medium,
        queue,
        reason,
        customer,
        agent,
        zone,
        started,
        Optional.of(at),
        evidence,
        acquaintance);
  }

  /** The same, with what is known of its language and of each other now. */
  public Facts knowing(LanguageEvidence language, Acquaintance known) {
    return language.equals(evidence) && known.equals(acquaintance)
        ? this
        : new Facts(medium, queue, reason, customer, agent, zone, started, ended, language, known);
  }
}
