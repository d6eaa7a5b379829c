package io.souffleur.server.core;

import io.souffleur.server.core.conversation.Customer;
import java.util.Optional;

/** How to call a customer by name. */
public final class Address {

  /** A longer "name" is something else that ended up in the field. */
  private static final int LONGEST = 60;

  private Address() {}

  /**
   * Title and last name where both are known, else the first name, else the name as a whole; empty
   * when none is known or none is fit to be said.
   */
  public static Optional<String> of(Customer customer) {
    Optional<String> title = fit(customer.title());
    Optional<String> last = fit(customer.lastName());
    if (title.isPresent() && last.isPresent()) {
      return Optional.of(title.get() + "\u00A0" + last.get());
    }
    return fit(customer.firstName()).or(() -> fit(customer.name()));
  }

  private static Optional<String> fit(Optional<String> name) {
    return name.map(String::strip)
        .filter(
            words ->
                !words.isEmpty()
                    && words.length() <= LONGEST
                    && words.codePoints().noneMatch(Character::isISOControl));
  }
}
