package io.souffleur.server.contract;

import io.souffleur.server.core.conversation.Customer;
import io.souffleur.server.core.cue.Sighting;
import io.souffleur.server.core.text.Gist;
import java.util.List;
import java.util.Optional;

/** What a message has to do with the other conversations of the agent who wrote it. */
public sealed interface Elsewhere {

  /** Nothing. */
  Elsewhere NOTHING = new Customers(List.of());

  /** Whom the agent talks to there: their names are looked for. */
  record Customers(List<Customer> customers) implements Elsewhere {
    public Customers {
      customers = List.copyOf(customers);
    }
  }

  /** What was seen when the message came. Nothing is looked for again. */
  record Seen(List<Sighting> sightings) implements Elsewhere {
    public Seen {
      sightings = List.copyOf(sightings);
    }
  }

  /**
   * All that was read in the message when it came. Its text is not looked at.
   *
   * @param gist empty: it could not be read, and nothing can follow from it
   */
  record Read(Optional<Gist> gist) implements Elsewhere {}
}
