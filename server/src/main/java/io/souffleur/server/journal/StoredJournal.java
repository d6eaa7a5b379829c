package io.souffleur.server.journal;

import io.souffleur.server.core.conversation.ConversationId;
import java.io.Closeable;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A journal in a store that is open: one writer, readers that never wait for it. */
final class StoredJournal implements Journal {

  private final Store store;
  private final GroupCommit writer;
  private final Questions questions;
  private final Closeable lock;

  /**
   * Takes over what it is given, and begins to write.
   *
   * @param lock keeps others away; let go of last
   */
  StoredJournal(Store store, Questions questions, Closeable lock, FatalHandler fatal) {
    this.store = store;
    this.writer = new GroupCommit(store, fatal);
    this.questions = questions;
    this.lock = lock;
  }

  @Override
  public void append(Entry entry, Consumer<Outcome> told) {
    writer.append(entry, told);
  }

  @Override
  public List<Entry> read(ConversationId conversation) {
    return questions.read(conversation);
  }

  @Override
  public List<Entry> from(Map<ConversationId, Long> positions) {
    return questions.from(positions);
  }

  @Override
  public List<Entry> ofKinds(Collection<ConversationId> conversations, Set<String> kinds) {
    return questions.ofKinds(conversations, kinds);
  }

  @Override
  public List<Entry> find(ConversationId conversation, Origin origin, String key) {
    return questions.find(conversation, origin, key);
  }

  @Override
  public List<Entry> noted(Instant since, Predicate<Entry> wanted) {
    return questions.noted(since).stream().filter(wanted).toList();
  }

  @Override
  public List<ConversationId> live() {
    return questions.live();
  }

  @Override
  public List<ConversationId> endedBefore(Instant instant, int most) {
    return questions.endedBefore(instant, most);
  }

  @Override
  public List<ConversationId> wordedBefore(Instant instant, int most) {
    return questions.wordedBefore(instant, most);
  }

  @Override
  public void rewrite(List<Entry> entries) {
    writer.rewrite(entries);
  }

  @Override
  public void scrub() {
    writer.scrub();
  }

  @Override
  public void erase(Collection<ConversationId> conversations) {
    writer.erase(conversations);
  }

  @Override
  public boolean ready() {
    return writer.ready();
  }

  @Override
  public void listen(CommitListener listener) {
    writer.listen(listener);
  }

  @Override
  public void close() {
    writer.close();
    try {
      questions.close();
      store.close();
      lock.close();
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("the journal could not be closed", e);
    }
  }
}
