package io.souffleur.server.core.conversation;

import java.util.Map;
import java.util.Optional;

/** The customer, as far as the channel knows. */
public record Customer(
    Optional<String> key,
    Optional<String> name,
    Optional<String> firstName,
    Optional<String> lastName,
    Optional<String> title,
    Map<String, String> attributes) {

  public Customer {
    attributes = Map.copyOf(attributes);
  }

  /** A customer of whom nothing is known. */
  public static Customer unknown() {
    return new Customer(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }
}
