package io.souffleur.server.lane;

import io.souffleur.server.contract.Revisions;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.core.cue.Sighting;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.Origin;
import io.souffleur.wire.Author;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskAction;
import io.souffleur.wire.DeskRequest;
import io.souffleur.wire.EventKey;
import io.souffleur.wire.json.ChannelCodec;
import io.souffleur.wire.json.DeskCodec;
import io.souffleur.wire.json.RefusalException;
import java.time.Instant;
import java.util.List;

/** Something that is kept, on its way into the journal or out of it. */
sealed interface Input {

  ConversationKey conversation();

  EventKey id();

  Origin origin();

  int revision();

  /** Told by a channel. */
  record FromChannel(ChannelEvent event) implements Input {

    @Override
    public ConversationKey conversation() {
      return event.conversation();
    }

    @Override
    public EventKey id() {
      return event.id();
    }

    @Override
    public Origin origin() {
      return Origin.CHANNEL;
    }

    @Override
    public int revision() {
      return Revisions.of(event);
    }

    boolean mayFollowTheEnd() {
      return event instanceof ChannelEvent.SurveyAnswered;
    }
  }

  /** Done by an agent. */
  record FromDesk(DeskAction action) implements Input {

    @Override
    public ConversationKey conversation() {
      return action.conversation();
    }

    @Override
    public EventKey id() {
      return action.id();
    }

    @Override
    public Origin origin() {
      return Origin.DESK;
    }

    @Override
    public int revision() {
      return 0;
    }
  }

  /** Whether it is something said by {@code author}, notes included. */
  default boolean saidBy(Author author) {
    return switch (this) {
      case FromChannel(ChannelEvent.Message said) -> said.author() == author;
      case FromChannel(ChannelEvent.Utterance said) -> said.author() == author;
      case FromChannel other -> false;
      case FromDesk done -> false;
    };
  }

  /**
   * What the journal keeps of it.
   *
   * @param seen in it when it came, and not to be seen in it again
   */
  default Entry entry(long position, Instant handled, List<Sighting> seen) {
    return new Entry(
        new ConversationId(conversation().value()),
        position,
        origin(),
        id().value(),
        revision(),
        kind(),
        handled,
        switch (this) {
          case FromChannel(ChannelEvent event) -> ChannelCodec.encode(event);
          case FromDesk(DeskAction action) -> DeskCodec.encode((DeskRequest) action);
        },
        seen);
  }

  /**
   * What was kept.
   *
   * @throws IllegalStateException when this version can't read it
   */
  static Input of(Entry entry) {
    try {
      return switch (entry.origin()) {
        case CHANNEL -> new FromChannel(ChannelCodec.decode(entry.body()));
        case DESK -> {
          if (DeskCodec.decode(entry.body()) instanceof DeskAction action) {
            yield new FromDesk(action);
          }
          throw unreadable(entry, "not an action");
        }
      };
    } catch (RefusalException e) {
      throw unreadable(entry, e.refused().code().toString());
    }
  }

  private static IllegalStateException unreadable(Entry entry, String why) {
    return new IllegalStateException(
        "entry " + entry.position() + " of the journal can't be read: " + why);
  }

  private String kind() {
    return switch (this) {
      case FromChannel(ChannelEvent event) ->
          switch (event) {
            case ChannelEvent.ConversationStarted started -> Entry.STARTED;
            case ChannelEvent.AgentAssigned assigned -> "agent.assigned";
            case ChannelEvent.Message message -> "message";
            case ChannelEvent.Utterance utterance -> "utterance";
            case ChannelEvent.Typing typing -> "typing";
            case ChannelEvent.Draft draft -> "draft";
            case ChannelEvent.CallRinging ringing -> "call.ringing";
            case ChannelEvent.CallAnswered answered -> "call.answered";
            case ChannelEvent.CallHeld held -> "call.held";
            case ChannelEvent.CallResumed resumed -> "call.resumed";
            case ChannelEvent.ConversationEnded ended -> Entry.ENDED;
            case ChannelEvent.SurveyAnswered survey -> "survey.answered";
          };
      case FromDesk(DeskAction action) ->
          switch (action) {
            case DeskAction.HintUsed used -> "hint.used";
            case DeskAction.HintDismissed dismissed -> "hint.dismissed";
            case DeskAction.HintWrong wrong -> "hint.wrong";
            case DeskAction.ItemContested contested -> "item.contested";
            case DeskAction.CommitmentKept kept -> "commitment.kept";
            case DeskAction.CommitmentReopened reopened -> "commitment.reopened";
          };
    };
  }
}
