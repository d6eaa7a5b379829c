package io.souffleur.server.core.text;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Customer;
import io.souffleur.server.core.conversation.Medium;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What a reader needs to know of a conversation to understand its next message.
 *
 * @param author who wrote the message
 * @param customer the customer, whose name may be used
 * @param agentName the name of the agent, if one is assigned
 * @param medium how the two talk
 * @param evidence the language of the conversation so far
 * @param acquaintance what the two have said of themselves so far
 * @param localTime date and time where the conversation takes place, for "before 3 pm"
 * @param patterns what the house of this conversation looks for besides
 * @param otherCustomers whom the agent talks to in other conversations meanwhile
 */
public record ReadingContext(
    Author author,
    Customer customer,
    Optional<String> agentName,
    Medium medium,
    LanguageEvidence evidence,
    Acquaintance acquaintance,
    LocalDateTime localTime,
    TextPatterns patterns,
    List<Customer> otherCustomers) {

  public ReadingContext {
    otherCustomers = List.copyOf(otherCustomers);
  }

  /** A context in which nothing is known of the agent's other conversations. */
  public ReadingContext(
      Author author,
      Customer customer,
      Optional<String> agentName,
      Medium medium,
      LanguageEvidence evidence,
      Acquaintance acquaintance,
      LocalDateTime localTime,
      TextPatterns patterns) {
    this(
        author,
        customer,
        agentName,
        medium,
        evidence,
        acquaintance,
        localTime,
        patterns,
        List.of());
  }
}
