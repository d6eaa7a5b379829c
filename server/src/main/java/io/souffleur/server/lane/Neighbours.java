package io.souffleur.server.lane;

import io.souffleur.server.contract.Caseloads;
import io.souffleur.server.contract.Elsewhere;
import io.souffleur.server.core.State;
import io.souffleur.wire.Author;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation has to do with the others of its agent, whose lanes need not be the same. For
 * the thread of the conversation's lane.
 */
final class Neighbours {

  private final Caseloads caseloads;

  Neighbours(Caseloads caseloads) {
    this.caseloads = caseloads;
  }

  /** What has to be known of other conversations to read {@code input}. */
  Elsewhere of(Resident resident, Input input) {
    State state = resident.state;
    return state != null && input.saidBy(Author.AGENT)
        ? new Elsewhere.Customers(caseloads.others(resident.key, state))
        : Elsewhere.NOTHING;
  }

  /** Keeps in mind who holds a conversation, which was {@code before}. */
  void count(Resident resident, @Nullable State before) {
    State after = resident.state;
    if (after == null || resident.ended) {
      caseloads.left(resident.key, before);
    } else {
      caseloads.changed(resident.key, before, after);
    }
  }

  /** What was known of a conversation does not count. */
  void forget(Resident resident) {
    caseloads.left(resident.key, resident.state);
  }
}
