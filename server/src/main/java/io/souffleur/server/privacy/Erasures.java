package io.souffleur.server.privacy;

import io.souffleur.server.audit.Audit;
import io.souffleur.server.audit.Deed;
import io.souffleur.server.audit.Who;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.sealing.Erasure;
import io.souffleur.server.sealing.Hold;
import io.souffleur.server.sealing.KeyFile;
import io.souffleur.server.sealing.SealedJournal;
import io.souffleur.wire.ConversationKey;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Erases conversations: from memory, from the sight of whoever watches them, their keys, their
 * entries. Safe for use by any thread; one erasure at a time.
 */
public final class Erasures {

  private final SealedJournal journal;
  private final KeyFile keys;
  private final Audit audit;
  private final Holds holds;
  private final InstantSource clock;
  private final Set<String> erased = ConcurrentHashMap.newKeySet();
  private final Set<String> closed = ConcurrentHashMap.newKeySet();
  private volatile Consumer<ConversationKey> memory = conversation -> {};
  private volatile Runnable settling = () -> {};

  public Erasures(SealedJournal journal, KeyFile keys, Audit audit, InstantSource clock) {
    this.journal = journal;
    this.keys = keys;
    this.audit = audit;
    this.holds = new Holds(keys, audit, clock);
    this.clock = clock;
    keys.erasures().forEach(erasure -> erased.addAll(erasure.conversations()));
  }

  /** Whether a conversation was erased, or is being erased. */
  public boolean erased(ConversationKey conversation) {
    return erased.contains(conversation.value());
  }

  /** Whether nothing can be taken of a conversation, because it is being written anew. */
  public boolean closed(ConversationKey conversation) {
    return closed.contains(conversation.value());
  }

  /**
   * Who has conversations in memory, from now on.
   *
   * @param forgets lets go of one; returns once it has
   * @param settles returns once what was taken before has been handed to the journal
   */
  public void inMemory(Consumer<ConversationKey> forgets, Runnable settles) {
    memory = forgets;
    settling = settles;
  }

  /**
   * Erases what is kept of somebody; durable, with the note of it, when it returns.
   *
   * @param by who does it
   * @return the receipt; of no conversations when nothing was kept
   * @throws HeldException when there is a hold on any of it: then nothing is erased
   */
  public synchronized Erasure erase(Subject subject, String by) throws HeldException {
    List<ConversationId> kept = conversations(subject);
    Optional<Hold> hold = holds.on(subject, kept);
    if (hold.isPresent()) {
      audit.note(new Deed(clock.instant(), by, "conversation.erased", hold.get().id(), "held"));
      audit.settle();
      throw new HeldException(hold.get());
    }
    List<String> conversations = kept.stream().map(ConversationId::key).toList();
    Erasure erasure = new Erasure(Ids.next(), clock.instant(), by, conversations);
    if (!conversations.isEmpty()) {
      // From here on nothing of them is taken in any more.
      erased.addAll(conversations);
      conversations.forEach(conversation -> memory.accept(new ConversationKey(conversation)));
      journal.erase(erasure);
    }
    for (String conversation : conversations) {
      audit.note(
          new Deed(erasure.at(), by, "conversation.erased", conversation, "done " + erasure.id()));
    }
    if (conversations.isEmpty()) {
      audit.note(new Deed(erasure.at(), by, "conversation.erased", "", "nothing kept"));
    }
    audit.settle();
    return erasure;
  }

  /** Erases ended conversations whose time is over, with one note of how many. */
  synchronized void expire(List<ConversationId> conversations) {
    List<String> keysOfThem = conversations.stream().map(ConversationId::key).toList();
    erased.addAll(keysOfThem);
    keysOfThem.forEach(conversation -> memory.accept(new ConversationKey(conversation)));
    journal.expire(conversations);
    keysOfThem.forEach(erased::remove);
    audit.note(
        new Deed(
            clock.instant(),
            Who.SERVER,
            "retention",
            "",
            "conversations: " + conversations.size()));
  }

  /**
   * Writes conversations that are over anew, each all or nothing, with one note of how many.
   *
   * @param anew what is to be in the place of the entries of one
   * @return those of which nothing could be done: they can't be read
   */
  synchronized List<ConversationId> rewrite(
      List<ConversationId> conversations, UnaryOperator<List<Entry>> anew) {
    List<String> keysOfThem = conversations.stream().map(ConversationId::key).toList();
    List<ConversationId> unreadable = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    closed.addAll(keysOfThem);
    try {
      settling.run();
      journal.settle();
      for (ConversationId conversation : conversations) {
        try {
          entries.addAll(anew.apply(journal.read(conversation)));
        } catch (IllegalStateException e) {
          unreadable.add(conversation);
        }
      }
      if (!entries.isEmpty()) {
        journal.rewrite(entries);
      }
    } finally {
      closed.removeAll(Set.copyOf(keysOfThem));
    }
    int done = conversations.size() - unreadable.size();
    if (done > 0) {
      audit.note(new Deed(clock.instant(), Who.SERVER, "retention", "", "texts: " + done));
    }
    return unreadable;
  }

  /** What must not be erased. */
  public Holds holds() {
    return holds;
  }

  /** Leaves nothing of the keys of what has expired or was written anew. */
  synchronized void scrub() {
    journal.scrub();
  }

  /** The conversations that are kept of a subject. */
  List<ConversationId> conversations(Subject subject) {
    return switch (subject) {
      case Subject.Customer customer -> keys.ofCustomer(customer.key());
      case Subject.Conversation conversation -> {
        ConversationId id = new ConversationId(conversation.key().value());
        yield journal.keeps(id) ? List.of(id) : List.of();
      }
    };
  }
}
