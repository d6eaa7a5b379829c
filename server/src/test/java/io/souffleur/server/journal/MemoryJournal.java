package io.souffleur.server.journal;

import io.souffleur.server.core.conversation.ConversationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A journal in memory, whose commits happen at once or, when held, as the test decides. Stays what
 * it is when closed and opened.
 */
public final class MemoryJournal implements Journal {

  private final Map<ConversationId, List<Entry>> durable = new LinkedHashMap<>();
  private final List<Entry> notes = new ArrayList<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private final Map<ConversationId, Long> interrupted = new HashMap<>();
  private final Set<Entry> rewritten = new HashSet<>();
  private boolean held;
  private boolean broken;

  private record Waiting(Entry entry, Consumer<Outcome> told) {}

  /** From now on nothing is committed until {@link #settle} says how it went. */
  public synchronized void hold() {
    held = true;
  }

  /** From now on everything is committed at once. */
  public synchronized void letGo() {
    held = false;
    settle(Outcome.DURABLE);
  }

  /** How many entries wait to be settled. */
  public synchronized int waiting() {
    return waiting.size();
  }

  /** Decides about everything that waits. */
  public synchronized void settle(Outcome outcome) {
    List<Waiting> all = List.copyOf(waiting);
    waiting.clear();
    all.forEach(one -> one.told().accept(settled(one.entry(), outcome)));
  }

  private Outcome settled(Entry entry, Outcome outcome) {
    if (broken) {
      return Outcome.BROKEN;
    }
    Long from = interrupted.get(entry.conversation());
    if (from != null && from != entry.position()) {
      return Outcome.NO_ROOM;
    }
    Outcome real = outcome == Outcome.DURABLE && clashes(entry) ? Outcome.CLASH : outcome;
    switch (real) {
      case DURABLE -> {
        interrupted.remove(entry.conversation());
        durable.computeIfAbsent(entry.conversation(), id -> new ArrayList<>()).add(entry);
        if (entry.origin() == Origin.SERVER) {
          notes.add(entry);
        }
      }
      case NO_ROOM, CLASH -> interrupted.put(entry.conversation(), entry.position());
      case BROKEN -> broken = true;
    }
    return real;
  }

  private boolean clashes(Entry entry) {
    return read(entry.conversation()).stream()
        .anyMatch(
            one ->
                one.position() == entry.position()
                    || (one.origin() == entry.origin()
                        && one.key().equals(entry.key())
                        && one.revision() == entry.revision())
                    || (one.kind().equals(entry.kind())
                        && (one.kind().equals(Entry.STARTED) || one.kind().equals(Entry.ENDED))));
  }

  @Override
  public synchronized void append(Entry entry, Consumer<Outcome> told) {
    waiting.add(new Waiting(entry, told));
    if (!held) {
      settle(Outcome.DURABLE);
    }
  }

  @Override
  public synchronized List<Entry> read(ConversationId conversation) {
    return List.copyOf(durable.getOrDefault(conversation, List.of()));
  }

  @Override
  public synchronized List<Entry> find(ConversationId conversation, Origin origin, String key) {
    return read(conversation).stream()
        .filter(entry -> entry.origin() == origin && entry.key().equals(key))
        .sorted((one, other) -> Integer.compare(one.revision(), other.revision()))
        .toList();
  }

  @Override
  public synchronized List<ConversationId> endedBefore(Instant instant, int most) {
    return durable.values().stream()
        .flatMap(List::stream)
        .filter(entry -> entry.kind().equals(Entry.ENDED) && entry.handled().isBefore(instant))
        .sorted((one, other) -> one.handled().compareTo(other.handled()))
        .limit(most)
        .map(Entry::conversation)
        .toList();
  }

  @Override
  public synchronized List<ConversationId> wordedBefore(Instant instant, int most) {
    return endedBefore(instant, Integer.MAX_VALUE).stream()
        .filter(one -> !rewritten.containsAll(read(one)))
        .limit(most)
        .toList();
  }

  @Override
  public synchronized void rewrite(List<Entry> entries) {
    for (Entry entry : entries) {
      durable
          .getOrDefault(entry.conversation(), List.of())
          .replaceAll(one -> one.position() == entry.position() ? entry : one);
    }
    rewritten.addAll(entries);
  }

  @Override
  public void scrub() {}

  @Override
  public synchronized void erase(Collection<ConversationId> conversations) {
    conversations.forEach(durable::remove);
    notes.removeIf(note -> conversations.contains(note.conversation()));
  }

  @Override
  public synchronized List<Entry> noted(Instant since, Predicate<Entry> wanted) {
    return notes.stream().filter(entry -> !entry.handled().isBefore(since)).filter(wanted).toList();
  }

  @Override
  public synchronized List<ConversationId> live() {
    Set<ConversationId> live = new HashSet<>();
    durable.forEach(
        (id, entries) -> {
          if (entries.getFirst().kind().equals(Entry.STARTED)
              && entries.stream().noneMatch(entry -> entry.kind().equals(Entry.ENDED))) {
            live.add(id);
          }
        });
    return List.copyOf(live);
  }

  @Override
  public synchronized boolean ready() {
    return !broken;
  }

  @Override
  public void close() {}
}
