package io.souffleur.server.lane;

import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.Journal;

/** Tells a repeated delivery from something new. */
final class Repeats {

  private final Journal journal;
  private final Masking masking;
  private final Texts texts;

  /**
   * Asks a journal.
   *
   * @param masking what a kept event would go through if it came again, which may be more than it
   *     went through when it came
   * @param texts knows what was said again where its words are not kept
   */
  Repeats(Journal journal, Masking masking, Texts texts) {
    this.journal = journal;
    this.masking = masking;
    this.texts = texts;
  }

  /** What something that came in is, compared with what came before. */
  sealed interface Judgement {

    /** Never seen. */
    record Fresh() implements Judgement {}

    /** The same as the durable entry at {@code position}. */
    record Durable(long position) implements Judgement {}

    /** The same as the entry at {@code position}, which is not durable yet. */
    record InFlight(long position) implements Judgement {}

    /** The key is taken by something else. */
    record Conflict() implements Judgement {}

    /** A newer revision is known, and this one never was. */
    record Stale() implements Judgement {}
  }

  Judgement judge(Resident resident, Input input) {
    if (!resident.keys.maybe(input.origin(), input.id().value())) {
      return new Judgement.Fresh();
    }
    int newest = -1;
    for (Held held : resident.held()) {
      Input earlier = held.input();
      if (earlier != null && sameKey(earlier, input)) {
        if (earlier.revision() == input.revision()) {
          return earlier.equals(input)
              ? new Judgement.InFlight(held.after())
              : new Judgement.Conflict();
        }
        newest = Math.max(newest, earlier.revision());
      }
    }
    for (Entry entry : journal.find(resident.id, input.origin(), input.id().value())) {
      if (entry.revision() == input.revision()) {
        return isSame(entry, input)
            ? new Judgement.Durable(entry.position())
            : new Judgement.Conflict();
      }
      newest = Math.max(newest, entry.revision());
    }
    return input.revision() < newest ? new Judgement.Stale() : new Judgement.Fresh();
  }

  private boolean isSame(Entry entry, Input input) {
    Input known = masking.masked(Input.of(entry)).input();
    return entry
        .wordless()
        .map(kept -> texts.areSame(kept, known, input))
        .orElseGet(() -> known.equals(input));
  }

  private static boolean sameKey(Input one, Input other) {
    return one.origin() == other.origin() && one.id().equals(other.id());
  }
}
