package io.souffleur.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the server sends a desk. */
public sealed interface DeskReply
    permits DeskReply.Ready,
        DeskReply.Resumed,
        Snapshot,
        DeskReply.DraftChecked,
        DeskReply.MessageShown,
        DeskReply.Attention,
        CoachingUpdate,
        Ack,
        Refused,
        Ping {

  /**
   * The ticket was good.
   *
   * @param epoch changes when the numbering of updates can't be continued
   * @param agent whose desk it is, when the ticket says so
   */
  record Ready(String epoch, Instant now, Optional<AgentRef> agent) implements DeskReply {
    public Ready {
      Checks.key("epoch", epoch);
    }
  }

  /** All updates after {@code seq} follow. */
  record Resumed(ConversationKey conversation, String epoch, long seq) implements DeskReply {
    public Resumed {
      Checks.key("epoch", epoch);
      Checks.notNegative("seq", seq);
    }
  }

  /**
   * What sending the draft would do.
   *
   * @param revision of the draft
   * @param would items that sending it would tick
   */
  record DraftChecked(
      ConversationKey conversation, long revision, List<String> would, List<Finding> findings)
      implements DeskReply {
    public DraftChecked {
      Checks.notNegative("revision", revision);
      would = List.copyOf(would);
      findings = List.copyOf(findings);
    }
  }

  /**
   * Something to reconsider in a draft.
   *
   * @param start in UTF-16 code units of the draft
   * @param end exclusive
   * @param text why, in the language of the desk
   * @param replacements for the characters from start to end, best first; an empty one: they may go
   * @param item the rule it comes from, if it comes from one
   * @param missing whether it is about something left out: then the characters are those by which
   *     its time comes; none of them when it comes by the number of messages
   * @param blocks whether the house wants the draft not to be sent like that
   */
  record Finding(
      String cue,
      int start,
      int end,
      Severity severity,
      String text,
      List<String> replacements,
      Optional<String> item,
      boolean missing,
      boolean blocks) {
    public Finding {
      Checks.span(start, end);
      replacements = List.copyOf(replacements);
    }
  }

  /**
   * The text of a message, as the desk asked.
   *
   * @param text empty where it is not kept
   * @param from the earlier conversation that it belongs to, where the desk named one
   * @param forgotten whether its text is not kept, or no longer
   */
  record MessageShown(
      ConversationKey conversation,
      EventKey message,
      Author author,
      Instant at,
      String text,
      Optional<ConversationKey> from,
      boolean forgotten)
      implements DeskReply {
    public MessageShown {
      if (forgotten && !text.isEmpty()) {
        throw new InvalidFieldException("forgotten", "is for a message without its text");
      }
    }

    /** A message whose text is kept. */
    public MessageShown(
        ConversationKey conversation,
        EventKey message,
        Author author,
        Instant at,
        String text,
        Optional<ConversationKey> from) {
      this(conversation, message, author, at, text, from, false);
    }
  }

  /**
   * The agent's other live conversations, and what they owe elsewhere; replaces what was told
   * before.
   *
   * @param promises of conversations that have ended, as they fall due
   */
  record Attention(List<Row> rows, List<Owed> promises) implements DeskReply {
    public Attention {
      rows = List.copyOf(rows);
      promises = List.copyOf(promises);
    }
  }

  /**
   * A promise of a conversation that has ended.
   *
   * @param commitment its id in the conversation
   * @param customer how the customer is called, where that is known
   * @param day the day to whose end it was promised; empty: to a time of the clock
   */
  record Owed(
      ConversationKey conversation,
      String commitment,
      Optional<String> customer,
      AttentionState state,
      Instant deadline,
      Optional<LocalDate> day) {
    public Owed {
      Checks.key("commitment", commitment);
    }
  }

  /**
   * A conversation and its nearest clock.
   *
   * @param customer how the customer is called, where that is known
   * @param waitingSince since when the customer waits, where one does
   */
  record Row(
      ConversationKey conversation,
      Optional<String> customer,
      AttentionState state,
      Instant deadline,
      Optional<Instant> waitingSince) {}
}
