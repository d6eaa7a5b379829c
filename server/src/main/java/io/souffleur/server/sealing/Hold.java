package io.souffleur.server.sealing;

import java.time.Instant;

/**
 * Keeps what there is of somebody from being erased, until it is lifted.
 *
 * @param id names it
 * @param by who placed it
 */
public record Hold(String id, Instant at, String by, Held held) {

  /** What is held. */
  public sealed interface Held {
    /** All conversations of a customer, those to come, too, by the channel's key of theirs. */
    record Customer(String key) implements Held {}

    /** One conversation, by the channel's key of it. */
    record Conversation(String key) implements Held {}
  }
}
