package io.souffleur.server.demo;

import io.souffleur.wire.CustomerRef;
import java.util.Map;
import java.util.Optional;

/**
 * A customer of the demo chat.
 *
 * @param key empty: not known to the house
 * @param last the last name, where it is known
 */
record Person(Optional<String> key, String first, Optional<String> last) {

  String name() {
    return last.map(name -> first + " " + name).orElse(first);
  }

  CustomerRef onTheWire() {
    return new CustomerRef(
        key, Optional.of(name()), Optional.of(first), last, Optional.empty(), Map.of());
  }
}
