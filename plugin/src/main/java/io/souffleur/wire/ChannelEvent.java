package io.souffleur.wire;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What a channel tells Souffleur about one conversation. */
public sealed interface ChannelEvent extends ChannelRequest {

  /** The channel's own key of this event; a repeated delivery repeats it. */
  EventKey id();

  /** The conversation it belongs to. */
  ConversationKey conversation();

  /** When it happened, by the channel's clock. */
  OffsetDateTime at();

  /** Whether the journal keeps it, and so whether it is acknowledged. */
  default boolean kept() {
    return switch (this) {
      case Typing typing -> false;
      case Draft draft -> false;
      case Utterance utterance -> utterance.isFinal();
      case ConversationStarted started -> true;
      case AgentAssigned assigned -> true;
      case Message message -> true;
      case CallRinging ringing -> true;
      case CallAnswered answered -> true;
      case CallHeld held -> true;
      case CallResumed resumed -> true;
      case ConversationEnded ended -> true;
      case SurveyAnswered survey -> true;
    };
  }

  /**
   * A conversation begins.
   *
   * @param language a BCP 47 tag, where the channel knows
   * @param reason why the customer got in touch, in the channel's words
   */
  record ConversationStarted(
      EventKey id,
      ConversationKey conversation,
      OffsetDateTime at,
      Medium medium,
      Optional<String> queue,
      Optional<String> language,
      Optional<String> reason,
      CustomerRef customer,
      Optional<AgentRef> agent)
      implements ChannelEvent {
    public ConversationStarted {
      Checks.time("at", at);
      Checks.label("queue", queue);
      Checks.language("language", language);
      Checks.label("reason", reason);
    }
  }

  /**
   * An agent takes the conversation over.
   *
   * @param previous the key of the agent who had it: then it is a transfer
   */
  record AgentAssigned(
      EventKey id,
      ConversationKey conversation,
      OffsetDateTime at,
      AgentRef agent,
      Optional<String> previous)
      implements ChannelEvent {
    public AgentAssigned {
      Checks.time("at", at);
      previous.ifPresent(key -> Checks.key("previous", key));
    }
  }

  /**
   * A message was sent.
   *
   * @param text at most {@link Limits#TEXT_UNITS} UTF-16 code units; may be empty
   * @param revision 0 at first; an edit repeats the id with a higher one
   * @param internal a note among colleagues ({@code private} on the wire): never checked
   */
  record Message(
      EventKey id,
      ConversationKey conversation,
      OffsetDateTime at,
      Author author,
      String text,
      int revision,
      boolean internal)
      implements ChannelEvent {
    public Message {
      Checks.time("at", at);
      Checks.text("text", text);
      Checks.notNegative("revision", revision);
    }

    /** The same with other words. */
    public Message withText(String other) {
      return new Message(id, conversation, at, author, other, revision, internal);
    }
  }

  /**
   * A stretch of speech was recognised.
   *
   * @param text at most {@link Limits#TEXT_UNITS} UTF-16 code units; may be empty
   * @param revision 0 at first; a correction repeats the id with a higher one
   * @param internal spoken among colleagues ({@code private} on the wire): never checked
   * @param isFinal whether the recogniser is done with it; only then it is kept
   * @param start ms from the start of the call
   * @param end ms from the start of the call, at least {@code start}
   * @param confidence of the recogniser, 0 to 1
   */
  record Utterance(
      EventKey id,
      ConversationKey conversation,
      OffsetDateTime at,
      Author author,
      String text,
      int revision,
      boolean internal,
      boolean isFinal,
      long start,
      long end,
      OptionalDouble confidence)
      implements ChannelEvent {
    public Utterance {
      Checks.time("at", at);
      Checks.text("text", text);
      Checks.notNegative("revision", revision);
      Checks.span(start, end);
      confidence.ifPresent(share -> Checks.share("confidence", share));
    }

    /** The same with other words. */
    public Utterance withText(String other) {
      return new Utterance(
          id, conversation, at, author, other, revision, internal, isFinal, start, end, confidence);
    }
  }

  /** Somebody starts or stops typing; not kept. */
  record Typing(
      EventKey id, ConversationKey conversation, OffsetDateTime at, Author author, boolean active)
      implements ChannelEvent {
    public Typing {
      Checks.time("at", at);
    }
  }

  /**
   * What an agent has typed and not sent; never kept.
   *
   * @param agent the agent's key
   */
  record Draft(
      EventKey id, ConversationKey conversation, OffsetDateTime at, String agent, String text)
      implements ChannelEvent {
    public Draft {
      Checks.time("at", at);
      Checks.key("agent", agent);
      Checks.text("text", text);
    }
  }

  /**
   * The phone rings.
   *
   * @param ring 1, 2, 3 ..., where the channel counts
   */
  record CallRinging(EventKey id, ConversationKey conversation, OffsetDateTime at, OptionalInt ring)
      implements ChannelEvent {
    public CallRinging {
      Checks.time("at", at);
      Checks.positive("ring", ring);
    }
  }

  /**
   * The agent picks up.
   *
   * @param ring at which ring, where the channel counts
   */
  record CallAnswered(
      EventKey id, ConversationKey conversation, OffsetDateTime at, OptionalInt ring)
      implements ChannelEvent {
    public CallAnswered {
      Checks.time("at", at);
      Checks.positive("ring", ring);
    }
  }

  /** The customer is put on hold. */
  record CallHeld(EventKey id, ConversationKey conversation, OffsetDateTime at)
      implements ChannelEvent {
    public CallHeld {
      Checks.time("at", at);
    }
  }

  /** The agent is back on the line. */
  record CallResumed(EventKey id, ConversationKey conversation, OffsetDateTime at)
      implements ChannelEvent {
    public CallResumed {
      Checks.time("at", at);
    }
  }

  /** A conversation is over. */
  record ConversationEnded(
      EventKey id, ConversationKey conversation, OffsetDateTime at, Optional<Resolution> resolution)
      implements ChannelEvent {
    public ConversationEnded {
      Checks.time("at", at);
    }
  }

  /**
   * The customer answered a survey; may follow the end.
   *
   * @param score from 0 to {@code scale}, where that is told
   * @param scale the best possible score, at least 1
   */
  record SurveyAnswered(
      EventKey id,
      ConversationKey conversation,
      OffsetDateTime at,
      SurveyKind kind,
      double score,
      OptionalInt scale,
      Optional<String> comment)
      implements ChannelEvent {
    public SurveyAnswered {
      Checks.time("at", at);
      Checks.positive("scale", scale);
      double best = scale.isPresent() ? scale.getAsInt() : Integer.MAX_VALUE;
      if (!(score >= 0 && score <= best)) {
        throw new InvalidFieldException("score", "is at least 0 and at most scale, not " + score);
      }
      Checks.text("comment", comment);
    }

    /** The same with another comment, or none. */
    public SurveyAnswered withComment(Optional<String> other) {
      return new SurveyAnswered(id, conversation, at, kind, score, scale, other);
    }
  }
}
