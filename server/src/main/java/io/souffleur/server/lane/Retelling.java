package io.souffleur.server.lane;

import io.souffleur.server.contract.Coaching;
import io.souffleur.server.contract.Telling;
import io.souffleur.server.contract.Told;
import io.souffleur.server.journal.Entry;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.ConversationKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells again what followed from the entries of a conversation, on the caller's thread. */
public final class Retelling {

  private Retelling() {}

  /**
   * Reads entries as lanes do.
   *
   * @throws IllegalStateException when this version can't read one of them
   */
  public static void check(List<Entry> entries) {
    for (Entry entry : entries) {
      Input input = Input.of(entry);
      if (!input.conversation().value().equals(entry.conversation().key())) {
        throw new IllegalStateException(
            "entry " + entry.position() + " is of another conversation");
      }
    }
  }

  /**
   * The updates in their order.
   *
   * @param entries all there are of one conversation, in order
   * @throws IllegalStateException when this version can't read them
   */
  public static List<CoachingUpdate> of(List<Entry> entries, Coaching coaching) {
    if (entries.isEmpty()) {
      return List.of();
    }
    Entry first = entries.getFirst();
    ConversationKey key = new ConversationKey(first.conversation().key());
    Resident resident = new Resident(key, first.channel());
    Fold fold = new Fold(coaching, new Counters());
    List<CoachingUpdate> updates = new ArrayList<>();
    for (Entry entry : entries) {
      resident.position = entry.position();
      for (Told told : fold.handle(resident, Input.of(entry), entry.handled(), Fold.known(entry))) {
        updates.add(Telling.update(key, told, Optional.empty()));
      }
    }
    return updates;
  }
}
