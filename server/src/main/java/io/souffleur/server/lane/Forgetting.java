package io.souffleur.server.lane;

import io.souffleur.server.contract.Coaching;
import io.souffleur.server.contract.Elsewhere;
import io.souffleur.server.contract.Original;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.Wordless;
import io.souffleur.wire.ConversationKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the words out of conversations that are over, and leaves what was read in them. */
public final class Forgetting {

  /** What is left of an event that this version can't read. */
  private static final String NOTHING = "{}";

  private Forgetting() {}

  /**
   * The same entries without what anybody wrote or said, on the caller's thread. Texts are read as
   * they would be now. What has no words stays as it is.
   *
   * @param entries all there are of one conversation, in order
   */
  public static List<Entry> of(List<Entry> entries, Coaching coaching) {
    if (entries.isEmpty()) {
      return List.of();
    }
    Entry first = entries.getFirst();
    Resident resident =
        new Resident(new ConversationKey(first.conversation().key()), first.channel());
    Fold fold = new Fold(coaching, new Counters());
    List<Entry> forgotten = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      forgotten.add(entry.wordless().isPresent() ? entry : without(entry, resident, fold));
      fold.again(resident, entry);
    }
    return forgotten;
  }

  private static Entry without(Entry entry, Resident before, Fold fold) {
    Input input;
    try {
      input = Input.of(entry);
    } catch (IllegalStateException e) {
      return entry.with(NOTHING, List.of(), Optional.of(Wordless.NOTHING));
    }
    Input rest = Texts.without(input);
    if (Texts.said(input).isPresent()) {
      Elsewhere known = Fold.known(entry);
      Wordless kept =
          new Wordless(fold.gist(before, input, entry.handled(), known, Original.SHOWN), "");
      return entry.with(rest.body(), List.of(), Optional.of(kept));
    }
    return rest.equals(input)
        ? entry
        : entry.with(rest.body(), List.of(), Optional.of(Wordless.NOTHING));
  }
}
