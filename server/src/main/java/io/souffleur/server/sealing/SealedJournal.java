package io.souffleur.server.sealing;

import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.journal.CommitListener;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.FatalHandler;
import io.souffleur.server.journal.Journal;
import io.souffleur.server.journal.Origin;
import io.souffleur.server.journal.Outcome;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.json.ChannelCodec;
import io.souffleur.wire.json.RefusalException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A journal whose entries are sealed, each conversation's with a key of its own. What was kept
 * before there were keys is read as it is. Safe for use by any thread, as a journal is.
 */
public final class SealedJournal implements Journal {

  /** Keys kept in memory; then they are read again, which takes microseconds. */
  private static final int MOST_KEYS = 32_768;

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private final Journal journal;
  private final KeyFile file;
  private final NewKeys fresh;
  private final Map<ConversationId, DataKey> known = new ConcurrentHashMap<>();

  /** The keys of what is being written anew, until they are known. */
  private final Map<ConversationId, DataKey> next = new ConcurrentHashMap<>();

  private SealedJournal(Journal journal, KeyFile file, FatalHandler fatal) {
    this.journal = journal;
    this.file = file;
    this.fresh = new NewKeys(file, journal, known::remove, fatal);
  }

  /**
   * Seals what is appended to {@code journal} from now on, and deletes from it what was erased
   * before: it may be an older copy.
   *
   * @param journal closed with this one
   * @param file closed with this one
   * @throws IOException when the keys are not those of the journal
   */
  public static SealedJournal over(Journal journal, KeyFile file, FatalHandler fatal)
      throws IOException {
    if (file.isEmpty()) {
      List<ConversationId> some = new ArrayList<>(journal.live().stream().limit(1).toList());
      some.addAll(journal.endedBefore(LAST, 1));
      for (ConversationId conversation : some) {
        if (journal.read(conversation).stream().anyMatch(DataKey::isSealed)) {
          throw new IOException(
              "the journal is sealed and its keys are missing: give back "
                  + KeyFile.FILE
                  + " and the master key, or begin with an empty data folder");
        }
      }
    }
    List<ConversationId> erased =
        file.erasures().stream()
            .flatMap(erasure -> erasure.conversations().stream())
            .distinct()
            .map(ConversationId::new)
            .filter(conversation -> !journal.read(conversation).isEmpty())
            .toList();
    if (!erased.isEmpty()) {
      journal.erase(erased);
    }
    goOn(journal, file, file.prepared());
    return new SealedJournal(journal, file, fatal);
  }

  /** Ends what a program that was killed, or a store that failed, left half done. */
  private static void goOn(Journal journal, KeyFile file, Map<ConversationId, DataKey> prepared) {
    List<ConversationId> renewed = new ArrayList<>();
    List<ConversationId> abandoned = new ArrayList<>();
    prepared.forEach(
        (conversation, key) -> {
          Entry first = journal.read(conversation).stream().findFirst().orElse(null);
          boolean anew = first != null && DataKey.isSealed(first) && key.opens(first);
          (anew ? renewed : abandoned).add(conversation);
        });
    file.renew(renewed);
    file.abandon(abandoned);
  }

  @Override
  public void append(Entry entry, Consumer<Outcome> told) {
    DataKey key = key(entry.conversation());
    if (key != null) {
      Entry sealed = key.seal(entry);
      if (!fresh.holds(sealed, told)) {
        journal.append(sealed, told);
      }
      return;
    }
    Optional<Entry> first =
        entry.position() == 1
            ? Optional.of(entry)
            : journal.read(entry.conversation()).stream().findFirst();
    if (first.isEmpty() || DataKey.isSealed(first.get())) {
      // What came before was not kept, or was erased meanwhile.
      told.accept(Outcome.NO_ROOM);
      return;
    }
    DataKey made = DataKey.random();
    known.put(entry.conversation(), made);
    fresh.add(
        new KeyFile.Fresh(entry.conversation(), made, customer(first.get())),
        made.seal(entry),
        told);
  }

  private byte @Nullable [] customer(Entry first) {
    try {
      return ChannelCodec.decode(first.body()) instanceof ChannelEvent.ConversationStarted started
          ? started.customer().key().map(file::hidden).orElse(null)
          : null;
    } catch (RefusalException e) {
      return null;
    }
  }

  /**
   * The key of a conversation; null when it has none. Looked up within the map's lock, so that none
   * is remembered that was destroyed meanwhile.
   */
  private @Nullable DataKey key(ConversationId conversation) {
    DataKey key = known.get(conversation);
    if (key != null) {
      return key;
    }
    if (known.size() >= MOST_KEYS) {
      known.keySet().removeIf(one -> !fresh.isNew(one));
    }
    return known.computeIfAbsent(conversation, one -> file.find(one).orElse(null));
  }

  private Entry opened(Entry entry) {
    if (!DataKey.isSealed(entry)) {
      return entry;
    }
    DataKey key = key(entry.conversation());
    DataKey other = next.get(entry.conversation());
    if (other != null && (key == null || !key.opens(entry))) {
      return other.open(entry);
    }
    if (key == null) {
      throw new IllegalStateException(
          "the key of conversation " + entry.conversation().key() + " is missing");
    }
    return key.open(entry);
  }

  /** Once more when it fails: the rows may have been written anew since they were read. */
  private List<Entry> opened(Supplier<List<Entry>> rows) {
    try {
      return rows.get().stream().map(this::opened).toList();
    } catch (IllegalStateException e) {
      return rows.get().stream().map(this::opened).toList();
    }
  }

  /** The keys of these conversations, of those that have one. */
  Map<ConversationId, DataKey> keys(Collection<ConversationId> conversations) {
    Map<ConversationId, DataKey> keys = new HashMap<>();
    List<ConversationId> unknown = new ArrayList<>();
    for (ConversationId conversation : conversations) {
      DataKey key = known.get(conversation);
      if (key == null) {
        unknown.add(conversation);
      } else {
        keys.put(conversation, key);
      }
    }
    keys.putAll(file.find(unknown));
    return keys;
  }

  /** Remembers the keys of these conversations: before anything can be erased. */
  void rememberKeys(Collection<ConversationId> conversations) {
    Map<ConversationId, DataKey> keys = keys(conversations);
    if (known.size() + keys.size() < MOST_KEYS) {
      known.putAll(keys);
    }
  }

  /** Entries of many conversations, whose keys are asked for together. */
  private List<Entry> opened(List<Entry> entries) {
    Set<ConversationId> conversations =
        entries.stream()
            .filter(DataKey::isSealed)
            .map(Entry::conversation)
            .collect(Collectors.toSet());
    Map<ConversationId, DataKey> keys = keys(conversations);
    List<Entry> opened = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      DataKey key = keys.get(entry.conversation());
      opened.add(
          key != null && DataKey.isSealed(entry) && next.isEmpty()
              ? key.open(entry)
              : opened(entry));
    }
    return opened;
  }

  @Override
  public List<Entry> read(ConversationId conversation) {
    return opened(() -> journal.read(conversation));
  }

  @Override
  public List<Entry> from(Map<ConversationId, Long> positions) {
    return opened(journal.from(positions));
  }

  @Override
  public List<Entry> ofKinds(Collection<ConversationId> conversations, Set<String> kinds) {
    return opened(journal.ofKinds(conversations, kinds));
  }

  @Override
  public Map<ConversationId, Supplier<List<Entry>>> openedLater(
      Map<ConversationId, Long> positions) {
    Map<ConversationId, Supplier<List<Entry>>> later = new HashMap<>();
    Journal.byConversation(journal.from(positions))
        .forEach((conversation, closed) -> later.put(conversation, () -> opened(closed)));
    return later;
  }

  /** Whether there are entries of a conversation, readable or not. */
  public boolean keeps(ConversationId conversation) {
    return !journal.read(conversation).isEmpty();
  }

  @Override
  public List<Entry> find(ConversationId conversation, Origin origin, String key) {
    return opened(() -> journal.find(conversation, origin, key));
  }

  @Override
  public List<Entry> noted(Instant since, Predicate<Entry> wanted) {
    return opened(journal.noted(since, wanted));
  }

  @Override
  public List<ConversationId> live() {
    return journal.live();
  }

  /** Only together with its keys, and a note of it: {@link #erase(Erasure)}. */
  @Override
  public void erase(Collection<ConversationId> conversations) {
    throw new UnsupportedOperationException("an erasure is noted");
  }

  /**
   * Destroys the keys of conversations, then deletes their entries; durable when it returns. Must
   * come after what was appended of them.
   */
  public void erase(Erasure erasure) {
    fresh.flush();
    List<ConversationId> conversations =
        erasure.conversations().stream().map(ConversationId::new).toList();
    file.destroy(erasure);
    conversations.forEach(known::remove);
    journal.erase(conversations);
  }

  /**
   * The same for ended conversations whose time is over; of them no note is kept, and of their keys
   * there may be remains until {@link #scrub}.
   */
  public void expire(List<ConversationId> conversations) {
    file.forget(conversations);
    conversations.forEach(known::remove);
    journal.erase(conversations);
  }

  /** Makes durable what was appended so far. */
  public void settle() {
    fresh.flush();
    journal.erase(List.of());
  }

  /**
   * Writes all entries of conversations anew, sealed with new keys; durable when it returns, and of
   * the keys before there may be remains until {@link #scrub}. Whatever happens, they are all as
   * they were, or all anew. Nothing may be appended to them meanwhile.
   */
  @Override
  public void rewrite(List<Entry> entries) {
    Map<ConversationId, KeyFile.Fresh> keys = new LinkedHashMap<>();
    List<Entry> sealed = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      // The first of its conversation says whose it is.
      KeyFile.Fresh key =
          keys.computeIfAbsent(
              entry.conversation(),
              conversation -> new KeyFile.Fresh(conversation, DataKey.random(), customer(entry)));
      sealed.add(key.key().seal(entry));
    }
    file.prepare(List.copyOf(keys.values()));
    keys.forEach((conversation, key) -> next.put(conversation, key.key()));
    try {
      journal.rewrite(sealed);
      file.renew(keys.keySet());
    } catch (IllegalStateException e) {
      goOn(journal, file, file.prepared());
      settled(keys.keySet());
      throw e;
    }
    settled(keys.keySet());
  }

  /** Which key is the right one stands in the file. */
  private void settled(Set<ConversationId> conversations) {
    conversations.forEach(known::remove);
    next.keySet().removeAll(conversations);
  }

  /** Leaves nothing of the keys of what has expired, or was written anew. */
  @Override
  public void scrub() {
    file.scrub();
    journal.scrub();
  }

  @Override
  public List<ConversationId> wordedBefore(Instant instant, int most) {
    return journal.wordedBefore(instant, most);
  }

  @Override
  public List<ConversationId> endedBefore(Instant instant, int most) {
    return journal.endedBefore(instant, most);
  }

  @Override
  public void listen(CommitListener listener) {
    journal.listen(listener);
  }

  @Override
  public boolean ready() {
    return journal.ready() && fresh.ready();
  }

  @Override
  public void close() {
    fresh.close();
    journal.close();
    file.close();
  }
}
