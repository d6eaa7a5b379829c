package io.souffleur.server.journal;

import io.souffleur.server.core.conversation.ConversationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * An append-only record of events, numbered within each conversation. Safe for use by any thread;
 * the entries of one conversation are appended by one thread at a time, in the order of their
 * positions.
 */
public interface Journal extends AutoCloseable {

  /**
   * Hands an entry over to be made durable. Blocks while too many wait already.
   *
   * <p>Outcomes are told on a thread of the journal's own, those of one conversation in the order
   * in which its entries were handed over; {@code told} must be quick and must not throw. Once an
   * entry of a conversation was not kept, neither are the entries after it, until the position that
   * was not kept is handed over again.
   */
  void append(Entry entry, Consumer<Outcome> told);

  /** The durable entries of a conversation, in order; empty when it is not known. */
  List<Entry> read(ConversationId conversation);

  /**
   * The durable entries of these conversations, each from the position given on, in order within
   * each. A few statements for thousands of conversations.
   */
  default List<Entry> from(Map<ConversationId, Long> positions) {
    List<Entry> rest = new ArrayList<>();
    positions.forEach(
        (conversation, position) ->
            read(conversation).stream()
                .filter(entry -> entry.position() >= position)
                .forEach(rest::add));
    return rest;
  }

  /**
   * The same by conversation, read now and made readable when they are asked for.
   *
   * @return for each conversation that has such entries; what it supplies throws an {@link
   *     IllegalStateException} where they can't be read
   */
  default Map<ConversationId, Supplier<List<Entry>>> openedLater(
      Map<ConversationId, Long> positions) {
    Map<ConversationId, Supplier<List<Entry>>> later = new HashMap<>();
    byConversation(from(positions))
        .forEach((conversation, entries) -> later.put(conversation, () -> entries));
    return later;
  }

  /** The entries of these kinds, of many conversations, each one's in the order they are in. */
  default List<Entry> ofKinds(Collection<ConversationId> conversations, Set<String> kinds) {
    return conversations.stream()
        .flatMap(conversation -> read(conversation).stream())
        .filter(entry -> kinds.contains(entry.kind()))
        .toList();
  }

  /** Entries of many conversations, each conversation's in the order they are in. */
  static Map<ConversationId, List<Entry>> byConversation(List<Entry> entries) {
    return entries.stream().collect(Collectors.groupingBy(Entry::conversation));
  }

  /** The durable entries of a conversation that carry this key, lowest revision first. */
  List<Entry> find(ConversationId conversation, Origin origin, String key);

  /**
   * What the server itself has noted since {@code since}, in all conversations, in the order in
   * which it was kept.
   *
   * @param wanted says by anything but its body whether an entry is wanted; the body of one that
   *     isn't need not be readable
   */
  List<Entry> noted(Instant since, Predicate<Entry> wanted);

  /** The conversations that have started and not ended, in no order. */
  List<ConversationId> live();

  /** Conversations that ended before {@code instant}, at most {@code most}, the oldest first. */
  List<ConversationId> endedBefore(Instant instant, int most);

  /**
   * Conversations that ended before {@code instant} and of which something that old may still have
   * words, because it was not written anew; at most {@code most}, the oldest first.
   */
  List<ConversationId> wordedBefore(Instant instant, int most);

  /**
   * Writes entries anew, each in the place of the one with its conversation and position, all or
   * none; nothing else of them may differ but what is in them. Returns once that is durable.
   *
   * @throws IllegalStateException when it could not be done
   */
  void rewrite(List<Entry> entries);

  /**
   * Leaves nothing that can be read of what was written anew without having been sealed before.
   *
   * @throws IllegalStateException when it could not be done
   */
  void scrub();

  /**
   * Deletes all entries of conversations, those handed over before included, and what the store has
   * of them beside its tables. Returns once that is durable.
   *
   * @throws IllegalStateException when it could not be done
   */
  void erase(Collection<ConversationId> conversations);

  /** Whether entries are still accepted; false for ever after {@link Outcome#BROKEN}. */
  boolean ready();

  /** Tells {@code listener} of every commit from now on, in place of the one before. */
  default void listen(CommitListener listener) {}

  /** Makes durable what was handed over, then lets go of the store. */
  @Override
  void close();
}
