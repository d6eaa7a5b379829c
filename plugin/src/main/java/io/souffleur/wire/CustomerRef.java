package io.souffleur.wire;

import java.util.Map;
import java.util.Optional;

/**
 * The customer, as far as the channel knows.
 *
 * @param attributes whatever else the channel tells, at most 64, in the order of their names;
 *     {@code timeZone} names the zone the conversation takes place in
 */
public record CustomerRef(
    Optional<String> key,
    Optional<String> name,
    Optional<String> firstName,
    Optional<String> lastName,
    Optional<String> title,
    Map<String, String> attributes) {

  /** A customer of whom nothing is known. */
  public static final CustomerRef UNKNOWN =
      new CustomerRef(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of());

  public CustomerRef {
    key.ifPresent(value -> Checks.key("key", value));
    Checks.label("name", name);
    Checks.label("firstName", firstName);
    Checks.label("lastName", lastName);
    Checks.label("title", title);
    if (attributes.size() > Limits.ATTRIBUTES) {
      throw new InvalidFieldException(
          "attributes", "has at most " + Limits.ATTRIBUTES + " entries, not " + attributes.size());
    }
    attributes.forEach(
        (attribute, value) -> {
          Checks.key("attributes", attribute);
          Checks.label("attributes." + attribute, value);
        });
    attributes = Checks.sorted(attributes);
  }

  /** A customer of whom only the name is known. */
  public static CustomerRef named(String name) {
    return new CustomerRef(
        Optional.empty(),
        Optional.of(name),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }
}
