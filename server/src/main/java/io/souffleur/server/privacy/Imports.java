package io.souffleur.server.privacy;

import io.souffleur.server.audit.Audit;
import io.souffleur.server.audit.Deed;
import io.souffleur.server.audit.Who;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.Outcome;
import io.souffleur.server.lane.Retelling;
import io.souffleur.server.sealing.SealedJournal;
import io.souffleur.wire.ConversationKey;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * Keeps what {@link Exports} has written, while no lanes run: all of it, or nothing when something
 * in it can't be kept.
 */
public final class Imports {

  private final SealedJournal journal;
  private final Erasures erasures;
  private final Audit audit;
  private final InstantSource clock;
  private final UnaryOperator<Entry> adopted;

  /**
   * Imports into a journal.
   *
   * @param adopted what this house keeps of an entry; an {@link IllegalStateException} says why it
   *     keeps nothing of it
   */
  public Imports(
      SealedJournal journal,
      Erasures erasures,
      Audit audit,
      InstantSource clock,
      UnaryOperator<Entry> adopted) {
    this.journal = journal;
    this.erasures = erasures;
    this.adopted = adopted;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Keeps the conversations of an export, durable when it returns; how many.
   *
   * @throws IOException when it is no export, or one of them is here already or was erased, with
   *     the reason for a person
   */
  public int read(byte[] export) throws IOException {
    List<List<Entry>> conversations = new ArrayList<>();
    Set<ConversationId> seen = new HashSet<>();
    for (List<Entry> entries : ExportReader.read(export)) {
      conversations.add(checked(entries, seen));
    }
    for (List<Entry> entries : conversations) {
      keep(entries);
      String key = entries.getFirst().conversation().key();
      audit.note(new Deed(clock.instant(), Who.COMMAND, "conversation.imported", key, "done"));
    }
    audit.settle();
    return conversations.size();
  }

  private List<Entry> checked(List<Entry> entries, Set<ConversationId> seen) throws IOException {
    ConversationId conversation = entries.getFirst().conversation();
    String about = "conversation " + conversation.key();
    if (!seen.add(conversation) || journal.keeps(conversation)) {
      throw new IOException(about + " is here already: import into an empty data folder");
    }
    if (erasures.erased(new ConversationKey(conversation.key()))) {
      throw new IOException(about + " was erased, and is not taken back");
    }
    try {
      Retelling.check(entries);
      return entries.stream().map(adopted).toList();
    } catch (IllegalStateException e) {
      throw new IOException(about + ": " + e.getMessage(), e);
    }
  }

  private void keep(List<Entry> entries) throws IOException {
    List<CompletableFuture<Outcome>> outcomes = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      CompletableFuture<Outcome> outcome = new CompletableFuture<>();
      journal.append(entry, outcome::complete);
      outcomes.add(outcome);
    }
    for (CompletableFuture<Outcome> outcome : outcomes) {
      if (outcome.join() != Outcome.DURABLE) {
        throw new IOException(
            "conversation "
                + entries.getFirst().conversation().key()
                + " could not be kept: "
                + outcome.join());
      }
    }
  }
}
