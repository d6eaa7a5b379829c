package io.souffleur.server.privacy;

import io.souffleur.server.audit.Audit;
import io.souffleur.server.audit.Deed;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.sealing.Hold;
import io.souffleur.server.sealing.KeyFile;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What must be kept whatever its time, and whoever wants it erased: for a court, for instance. Safe
 * for use by any thread.
 */
public final class Holds {

  private final KeyFile keys;
  private final Audit audit;
  private final InstantSource clock;

  public Holds(KeyFile keys, Audit audit, InstantSource clock) {
    this.keys = keys;
    this.audit = audit;
    this.clock = clock;
  }

  /** Places one; durable, with the note of it, when it returns. */
  public Hold place(Subject subject, String by) {
    Hold.Held held =
        switch (subject) {
          case Subject.Customer customer -> new Hold.Held.Customer(customer.key());
          case Subject.Conversation conversation ->
              new Hold.Held.Conversation(conversation.key().value());
        };
    Hold hold = new Hold(Ids.next(), clock.instant(), by, held);
    keys.hold(hold);
    note(by, "hold.placed", hold.id());
    return hold;
  }

  /** Lifts one; whether there was one of this name. */
  public boolean lift(String id, String by) {
    boolean lifted = keys.lift(id);
    if (lifted) {
      note(by, "hold.lifted", id);
    }
    return lifted;
  }

  private void note(String by, String what, String id) {
    audit.note(new Deed(clock.instant(), by, what, id, "done"));
    audit.settle();
  }

  /** All there are, oldest first. */
  public List<Hold> all() {
    return keys.holds();
  }

  /** All conversations that are held. */
  Set<ConversationId> held() {
    return keys.held();
  }

  /** What keeps a subject, or one of its conversations, from being erased. */
  Optional<Hold> on(Subject subject, Collection<ConversationId> conversations) {
    Set<ConversationId> held = keys.held();
    boolean any = conversations.stream().anyMatch(held::contains);
    return all().stream()
        .filter(
            hold ->
                switch (hold.held()) {
                  case Hold.Held.Customer customer ->
                      subject.equals(new Subject.Customer(customer.key()))
                          || (any && conversations.stream().anyMatch(of(customer)::contains));
                  case Hold.Held.Conversation conversation ->
                      conversations.contains(new ConversationId(conversation.key()));
                })
        .findFirst();
  }

  private List<ConversationId> of(Hold.Held.Customer customer) {
    return keys.ofCustomer(customer.key());
  }
}
