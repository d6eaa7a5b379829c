package io.souffleur.server.lane;

import io.souffleur.server.core.commitment.Deadline;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.Journal;
import io.souffleur.wire.AgentRef;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.CustomerRef;
import io.souffleur.wire.DeskAction;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the {@link PromiseBook} again from a journal, after a restart: from what was noted when
 * promises left their conversations, and what was done with them since. No message is read.
 */
final class BookReader {

  private static final Logger LOG = LoggerFactory.getLogger(BookReader.class);

  /** Kinds of entries that say what became of a promise, and whose it is. */
  private static final Set<String> HEARD =
      Set.of(
          Entry.STARTED, Entry.ENDED, "agent.assigned", "commitment.kept", "commitment.reopened");

  private final Journal journal;

  private BookReader(Journal journal) {
    this.journal = journal;
  }

  static PromiseBook read(Journal journal, Instant now) {
    return new BookReader(journal).book(now);
  }

  private PromiseBook book(Instant now) {
    Map<PromiseBook.Key, Input.Noted> left = new LinkedHashMap<>();
    Instant since = now.minus(Deadline.LONGEST).minus(PromiseBook.REMEMBERED);
    for (Entry entry : journal.noted(since, note -> !forgotten(note, now))) {
      Input.Noted noted = noted(entry);
      if (noted != null) {
        PromiseBook.Key key = PromiseBook.Key.of(noted.promise());
        switch (noted.passage()) {
          case LEFT -> left.put(key, noted);
          case CARRIED -> left.remove(key);
        }
      }
    }
    left.values().removeIf(noted -> forgotten(noted.promise().deadline(), now));
    Map<ConversationKey, Conversation> known = conversations(left.values());
    PromiseBook book = new PromiseBook();
    left.values()
        .forEach(
            noted ->
                known
                    .getOrDefault(noted.conversation(), new Conversation())
                    .line(noted)
                    .ifPresent(book::put));
    return book;
  }

  private static boolean forgotten(Entry note, Instant now) {
    return Input.Noted.deadline(note).filter(deadline -> forgotten(deadline, now)).isPresent();
  }

  private static boolean forgotten(Instant deadline, Instant now) {
    return !deadline.plus(PromiseBook.REMEMBERED).isAfter(now);
  }

  /** Null when this version can't read it. */
  private static Input.@Nullable Noted noted(Entry entry) {
    return input(entry) instanceof Input.Noted noted ? noted : null;
  }

  private static @Nullable Input input(Entry entry) {
    try {
      return Input.of(entry);
    } catch (IllegalStateException e) {
      LOG.warn("a promise may be forgotten: {}", e.getMessage());
      return null;
    }
  }

  private Map<ConversationKey, Conversation> conversations(Collection<Input.Noted> left) {
    Set<ConversationId> asked =
        left.stream()
            .map(noted -> new ConversationId(noted.conversation().value()))
            .collect(Collectors.toSet());
    Map<ConversationKey, Conversation> known = new HashMap<>();
    for (Entry entry : journal.ofKinds(asked, HEARD)) {
      known
          .computeIfAbsent(
              new ConversationKey(entry.conversation().key()), key -> new Conversation())
          .hear(entry);
    }
    return known;
  }

  /** What a conversation that promises have left says of them. */
  private static final class Conversation {

    private CustomerRef customer = CustomerRef.UNKNOWN;
    private Optional<String> agent = Optional.empty();
    private boolean ended;
    private final Map<String, Boolean> kept = new HashMap<>();

    void hear(Entry entry) {
      Input input = input(entry);
      if (input instanceof Input.FromChannel(ChannelEvent event)) {
        if (event instanceof ChannelEvent.ConversationStarted started) {
          customer = started.customer();
          agent = started.agent().map(AgentRef::key);
        } else if (event instanceof ChannelEvent.AgentAssigned assigned) {
          agent = Optional.of(assigned.agent().key());
        } else if (event instanceof ChannelEvent.ConversationEnded) {
          ended = true;
        }
      } else if (input instanceof Input.FromDesk(DeskAction action)) {
        if (action instanceof DeskAction.CommitmentKept keeps) {
          kept.put(keeps.commitment(), true);
        } else if (action instanceof DeskAction.CommitmentReopened reopens) {
          kept.put(reopens.commitment(), false);
        }
      }
    }

    /** Empty while the conversation is live: then the promise is still its own. */
    Optional<PromiseBook.Line> line(Input.Noted noted) {
      return ended
          ? Optional.of(
              new PromiseBook.Line(
                  noted.promise(),
                  customer.key(),
                  customer.name().or(customer::firstName).or(customer::lastName),
                  agent,
                  kept.getOrDefault(noted.promise().commitment(), false)))
          : Optional.empty();
    }
  }
}
