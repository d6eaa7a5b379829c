package io.souffleur.server.crash;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souffleur.server.checklist.ChecklistLibrary;
import io.souffleur.server.contract.Coaching;
import io.souffleur.server.core.Coach;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.Journal;
import io.souffleur.server.lines.Source;
import io.souffleur.server.nlp.CueReader;
import io.souffleur.server.replay.Replay;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.CommitmentState;
import io.souffleur.wire.Snapshot;
import io.souffleur.wire.json.RefusalException;
import io.souffleur.wire.json.UpdateCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Compares what channels were told, and what a desk was shown, with the journal: everything that
 * was acknowledged is in it, once, in order, where the acknowledgement says; and what was shown is
 * what follows from it. For one thread.
 */
final class Checker {
  private static final int MOST_FAULTS = 20;

  private final ObjectMapper json = new ObjectMapper();
  private final Journal journal;
  private final Ledger ledger;
  private final List<String> faults = new ArrayList<>();
  private long entries;
  private long updates;

  /** {@code journal}: that of the server, which has ended. */
  Checker(Journal journal, Ledger ledger) {
    this.journal = journal;
    this.ledger = ledger;
  }

  /** What must not be; empty when all is well. */
  List<String> check(Map<String, Shown> shown) throws IOException {
    ledger.faults().forEach(this::fault);
    Coaching coaching =
        new Coaching(
            new Coach(ChecklistLibrary.shipped(Language.FRENCH)),
            CueReader.shipped(),
            Optional.empty());
    for (String conversation : ledger.conversations()) {
      List<Entry> kept = journal.read(new ConversationId(conversation));
      entries += kept.size();
      compare(conversation, ledger.told(conversation), kept);
      Shown seen = shown.get(conversation);
      if (seen != null) {
        seen.faults().forEach(fault -> fault(conversation + ": " + fault));
        compare(conversation, seen, replayed(coaching, kept));
      }
    }
    return faults;
  }

  /** How many entries of the journal were compared. */
  long entries() {
    return entries;
  }

  /** How many updates that a desk was shown were compared. */
  long updates() {
    return updates;
  }

  private void fault(String what) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(what);
    }
  }

  private void compare(String conversation, List<Sent> told, List<Entry> kept) {
    if (told.size() != kept.size()) {
      fault("%s: %d events told, %d kept".formatted(conversation, told.size(), kept.size()));
    }
    for (int i = 0; i < Math.min(told.size(), kept.size()); i++) {
      Sent sent = told.get(i);
      Entry entry = kept.get(i);
      String where = conversation + ", position " + (i + 1) + ": ";
      if (entry.position() != i + 1L) {
        fault(where + "the journal goes on with " + entry.position());
      }
      if (!entry.body().equals(sent.json())) {
        fault(where + "told was " + sent.json() + ", kept is " + entry.body());
        return;
      }
      if (sent.position() != Sent.NOWHERE && sent.position() != entry.position()) {
        fault(where + "acknowledged at " + sent.position());
      }
    }
    for (int i = kept.size(); i < told.size(); i++) {
      if (told.get(i).position() != Sent.NOWHERE) {
        fault(conversation + ": lost, though acknowledged: " + told.get(i).json());
        return;
      }
    }
  }

  private void compare(String conversation, Shown shown, NavigableMap<Long, String> replayed) {
    long last = replayed.isEmpty() ? 0 : replayed.lastKey();
    shown
        .updates()
        .forEach(
            (seq, update) -> {
              updates++;
              String expected = replayed.get(seq);
              if (expected == null && update.startsWith("{\"type\":\"cues\"")) {
                fault(conversation + ": shown, and not in the journal: " + update);
              } else if (expected != null && !expected.equals(update)) {
                fault(conversation + ": shown " + update + ", to be shown " + expected);
              }
            });
    for (Snapshot snapshot : shown.snapshots()) {
      if (snapshot.seq() <= last) {
        View expected = new View();
        replayed.headMap(snapshot.seq(), true).values().forEach(expected::apply);
        View actual = new View();
        actual.apply(snapshot);
        if (!actual.equals(expected)) {
          fault(
              "%s: the snapshot of %d is %s, but what led to it says %s"
                  .formatted(conversation, snapshot.seq(), actual, expected));
        }
      }
    }
  }

  /** Everything that follows from the journal of one conversation, by number. */
  private NavigableMap<Long, String> replayed(Coaching coaching, List<Entry> kept)
      throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Entry entry : kept) {
      ObjectNode event = (ObjectNode) json.readTree(entry.body());
      event.put("at", entry.handled().toString());
      lines.append(event).append('\n');
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Replay.run(
        coaching,
        List.of(
            new Source(
                "journal",
                new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)))),
        Set.of(),
        out,
        new PrintWriter(err),
        false);
    if (!err.toString().isEmpty()) {
      fault("the journal can't be replayed: " + err);
    }
    NavigableMap<Long, String> updates = new TreeMap<>();
    for (String line : out.toString().lines().toList()) {
      updates.put(decoded(line).seq(), line);
    }
    return updates;
  }

  private static CoachingUpdate decoded(String line) {
    try {
      return UpdateCodec.decode(line);
    } catch (RefusalException e) {
      throw new IllegalStateException(line, e);
    }
  }

  /** What a desk would have on show. */
  private record View(Map<String, CoachingUpdate> parts) {
    View() {
      this(new TreeMap<>());
    }

    void apply(Snapshot snapshot) {
      snapshot.items().forEach(this::apply);
      snapshot.timers().forEach(this::apply);
      snapshot.commitments().forEach(this::apply);
      snapshot.hints().forEach(this::apply);
      snapshot.summary().ifPresent(this::apply);
    }

    void apply(String update) {
      apply(decoded(update));
    }

    private void apply(CoachingUpdate update) {
      switch (update) {
        case CoachingUpdate.Item item -> parts.put("item " + item.item(), item);
        case CoachingUpdate.Timer timer -> parts.put("timer " + timer.timer(), timer);
        case CoachingUpdate.Hint hint -> parts.put("hint " + hint.hint(), hint);
        case CoachingUpdate.HintWithdrawn gone -> parts.remove("hint " + gone.hint());
        case CoachingUpdate.Cues cues -> {}
        case CoachingUpdate.Commitment promise -> {
          String key = "promise " + promise.commitment();
          if (promise.state() == CommitmentState.WITHDRAWN) {
            parts.remove(key);
          } else {
            parts.put(key, promise);
          }
        }
        case CoachingUpdate.Summary summary -> parts.put("summary", summary);
      }
    }
  }
}
