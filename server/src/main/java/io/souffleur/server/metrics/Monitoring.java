package io.souffleur.server.metrics;

import io.souffleur.server.config.Running;
import io.souffleur.server.http.SocketFigures;
import io.souffleur.server.journal.Journal;
import io.souffleur.server.lane.Conversations;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Figures and the door they are asked for at, where the house wants them; nothing at all, and no
 * cost, where it does not.
 */
public final class Monitoring implements AutoCloseable {
  private final Optional<Running.Management> where;
  private final Optional<Figures> figures;
  private @Nullable ManagementDoor door;

  private Monitoring(Optional<Running.Management> where) {
    this.where = where;
    this.figures = where.map(address -> new Figures());
  }

  /** Nobody can ask yet. */
  public static Monitoring at(Optional<Running.Management> where) {
    return new Monitoring(where);
  }

  /** The conversations as the doors are to see them. */
  public Conversations of(Conversations conversations, Journal journal) {
    return figures.map(some -> some.measure(conversations, journal)).orElse(conversations);
  }

  /**
   * From now on it can be asked.
   *
   * @throws IOException when the address can't be used
   */
  public void open(SocketFigures sockets, Conversations conversations) throws IOException {
    if (where.isPresent() && figures.isPresent()) {
      figures.get().watch(sockets, conversations::ready);
      door = ManagementDoor.open(where.get(), figures.get(), conversations::ready);
    }
  }

  /** The port it can be asked at; empty: it can't. */
  public OptionalInt port() {
    return door == null ? OptionalInt.empty() : OptionalInt.of(door.port());
  }

  @Override
  public void close() {
    if (door != null) {
      door.close();
    }
    figures.ifPresent(Figures::close);
  }
}
