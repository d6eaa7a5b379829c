package io.souffleur.server.sealing;

import java.time.Instant;
import java.util.List;

/**
 * That conversations were erased: all that is left of them.
 *
 * @param id names the erasure; the receipt of who asked for it
 * @param by who did it
 * @param conversations the channels' keys of them
 */
public record Erasure(String id, Instant at, String by, List<String> conversations) {
  public Erasure {
    conversations = List.copyOf(conversations);
  }
}
