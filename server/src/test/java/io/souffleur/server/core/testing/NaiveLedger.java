package io.souffleur.server.core.testing;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.CommitmentState;
import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.conversation.Promised;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Says how the promises of a whole conversation stand by reading it all again: what was promised is
 * written down, and how it stands is asked of the clock each time. For promises of a length of
 * time.
 */
public final class NaiveLedger {

  private static final class Entry {
    final boolean carried;
    final boolean ofDay;
    final Instant made;
    Instant atRisk;
    Instant deadline;
    boolean kept;
    @Nullable Promised from;
    final Set<String> messages = new HashSet<>();

    Entry(boolean carried, boolean ofDay, Instant made, Instant atRisk, Instant deadline) {
      this.carried = carried;
      this.ofDay = ofDay;
      this.made = made;
      this.atRisk = atRisk;
      this.deadline = deadline;
    }

    void until(Duration length) {
      long seconds = Math.min(Math.max(length.toSeconds() * 1000 / 4, 20_000), 3_600_000);
      deadline = made.plus(length);
      atRisk = deadline.minusMillis(Math.min(seconds, length.toMillis()));
    }

    CommitmentState state(Instant now) {
      if (kept) {
        return CommitmentState.KEPT;
      }
      if (!carried && messages.isEmpty()) {
        return CommitmentState.WITHDRAWN;
      }
      return !now.isBefore(deadline)
          ? CommitmentState.MISSED
          : now.isBefore(atRisk) ? CommitmentState.OPEN : CommitmentState.AT_RISK;
    }

    boolean pending(Instant now) {
      CommitmentState state = state(now);
      return state == CommitmentState.OPEN || state == CommitmentState.AT_RISK;
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private NaiveLedger() {}

  /** How each promise stands at {@code now}, after all of {@code events}, by its number. */
  public static Map<Integer, CommitmentState> states(List<Event> events, Instant now) {
    NaiveLedger ledger = new NaiveLedger();
    events.forEach(ledger::take);
    Map<Integer, CommitmentState> states = new TreeMap<>();
    for (int i = 0; i < ledger.entries.size(); i++) {
      CommitmentState state = ledger.entries.get(i).state(now);
      if (state != CommitmentState.WITHDRAWN) {
        states.put(i + 1, state);
      }
    }
    return states;
  }

  private void take(Event event) {
    Instant now = event.at();
    if (event instanceof Event.CommitmentKept kept) {
      find(kept.commitment().key())
          .filter(entry -> entry.state(now) != CommitmentState.WITHDRAWN)
          .ifPresent(entry -> entry.kept = true);
    } else if (event instanceof Event.CommitmentReopened reopened) {
      find(reopened.commitment().key()).ifPresent(entry -> entry.kept = false);
    } else if (event instanceof Event.CommitmentCarried carried) {
      carry(carried.promised());
    } else if (event instanceof Event.Said said && !said.note()) {
      boolean edit = said.revision() > 0 && seen.contains(said.message().key());
      seen.add(said.message().key());
      if (said.author() == Author.CUSTOMER && !edit && shows(said, CueName.RESOLVED)) {
        entries.stream()
            .filter(entry -> !entry.ofDay && entry.pending(now))
            .forEach(entry -> entry.kept = true);
      } else if (said.author() == Author.AGENT && edit) {
        edit(said);
      } else if (said.author() == Author.AGENT) {
        entries.stream()
            .filter(entry -> entry.carried && !entry.ofDay && entry.pending(now))
            .filter(entry -> !entry.made.isAfter(ConversationDriver.START))
            .forEach(entry -> entry.kept = true);
        lengths(said).forEach(length -> promise(said, now, length));
      }
    }
  }

  private void carry(Promised promised) {
    for (Entry entry : entries) {
      if (entry.from != null && entry.from.deadline().equals(promised.deadline())) {
        return;
      }
    }
    Entry entry =
        new Entry(
            true,
            promised.day().isPresent(),
            promised.made(),
            promised.atRisk(),
            promised.deadline());
    entry.from = promised;
    entries.add(entry);
  }

  private void promise(Event.Said said, Instant made, Duration length) {
    Instant deadline = made.plus(length);
    for (Entry entry : entries) {
      boolean same =
          entry.deadline.equals(deadline)
              || Duration.between(entry.made, entry.deadline).equals(length);
      if (!entry.carried && same && entry.pending(said.at())) {
        entry.messages.add(said.message().key());
        return;
      }
    }
    Entry entry = new Entry(false, false, made, made, deadline);
    entry.until(length);
    entry.messages.add(said.message().key());
    entries.add(entry);
  }

  private void edit(Event.Said said) {
    String key = said.message().key();
    List<Entry> before = entries.stream().filter(entry -> entry.messages.contains(key)).toList();
    Instant made = before.isEmpty() ? said.at() : before.getFirst().made;
    List<Duration> now = new ArrayList<>(lengths(said));
    List<Entry> lost = new ArrayList<>();
    for (Entry entry : before) {
      if (!now.remove(Duration.between(made, entry.deadline))) {
        entry.messages.remove(key);
        if (entry.messages.isEmpty() && !entry.kept) {
          lost.add(entry);
        }
      }
    }
    for (Duration length : now) {
      if (lost.isEmpty()) {
        promise(said, made, length);
      } else {
        Entry moved = lost.removeFirst();
        moved.messages.add(key);
        moved.until(Duration.between(moved.made, made.plus(length)));
      }
    }
  }

  private Optional<Entry> find(String id) {
    int place = Integer.parseInt(id.substring(1)) - 1;
    return place < entries.size() ? Optional.of(entries.get(place)) : Optional.empty();
  }

  private static boolean shows(Event.Said said, CueName name) {
    return said.reading().cues().stream().anyMatch(cue -> cue.name() == name);
  }

  private static List<Duration> lengths(Event.Said said) {
    return said.reading().cues().stream()
        .filter(cue -> cue.name() == CueName.COMMITMENT)
        .map(Cue::value)
        .flatMap(Optional::stream)
        .map(NaiveLedger::length)
        .filter(Duration::isPositive)
        .distinct()
        .toList();
  }

  private static Duration length(String value) {
    try {
      return Duration.parse(value);
    } catch (DateTimeParseException e) {
      return Duration.ZERO;
    }
  }
}
