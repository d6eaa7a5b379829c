package io.souffleur.server.lane;

import io.souffleur.server.contract.Revisions;
import io.souffleur.server.core.conversation.ChannelName;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.core.cue.Sighting;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.Origin;
import io.souffleur.server.journal.Wordless;
import io.souffleur.wire.Author;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskAction;
import io.souffleur.wire.DeskRequest;
import io.souffleur.wire.EventKey;
import io.souffleur.wire.json.ChannelCodec;
import io.souffleur.wire.json.DeskCodec;
import io.souffleur.wire.json.RefusalException;
import io.souffleur.wire.json.UpdateCodec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
      case Noted noted -> false;
    };
  }

  /**
   * Noted by the server itself, when a promise goes from one conversation to another.
   *
   * @param conversation in which it is noted
   * @param promise as the conversation that it leaves has told it last
   * @param position of the note in the journal of its conversation
   */
  record Noted(
      ConversationKey conversation,
      Passage passage,
      CoachingUpdate.Commitment promise,
      long position)
      implements Input {

    /** Tells the second of the deadline, so that a start need not read notes of long ago. */
    @Override
    public EventKey id() {
      return new EventKey(
          passage.kind() + "-" + position + "-" + promise.deadline().getEpochSecond());
    }

    /** The deadline of the promise that a note is about; empty when its key doesn't tell. */
    static Optional<Instant> deadline(Entry note) {
      Matcher told = DEADLINE.matcher(note.key());
      return told.find()
          ? Optional.of(Instant.ofEpochSecond(Long.parseLong(told.group(1))))
          : Optional.empty();
    }

    private static final Pattern DEADLINE = Pattern.compile("-[0-9]{1,12}-([0-9]{1,12})$");

    @Override
    public Origin origin() {
      return Origin.SERVER;
    }

    @Override
    public int revision() {
      return 0;
    }
  }

  /** Where a promise is on its way. */
  enum Passage {
    /** The conversation is about to end, and the promise is not kept. */
    LEFT("commitment.left"),
    /** The conversation takes it over. */
    CARRIED("commitment.carried");

    private final String kind;

    Passage(String kind) {
      this.kind = kind;
    }

    String kind() {
      return kind;
    }

    private static Passage of(Entry entry) {
      for (Passage passage : values()) {
        if (passage.kind.equals(entry.kind())) {
          return passage;
        }
      }
      throw unreadable(entry, "not a note of this version");
    }
  }

  /**
   * What the journal keeps of it.
   *
   * @param channel which tells its conversation
   * @param seen in it when it came, and not to be seen in it again
   * @param wordless what is kept in place of its words, which are gone from it
   */
  default Entry entry(
      long position,
      ChannelName channel,
      Instant handled,
      List<Sighting> seen,
      Optional<Wordless> wordless) {
    return new Entry(
        new ConversationId(conversation().value()),
        position,
        origin(),
        origin() == Origin.CHANNEL ? channel : ChannelName.UNKNOWN,
        id().value(),
        revision(),
        kind(),
        handled,
        body(),
        seen,
        wordless);
  }

  /** As the journal writes it. */
  default String body() {
    return switch (this) {
      case FromChannel(ChannelEvent event) -> ChannelCodec.encode(event);
      case FromDesk(DeskAction action) -> DeskCodec.encode((DeskRequest) action);
      case Noted noted -> UpdateCodec.encode(noted.promise());
    };
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
        case SERVER -> {
          if (UpdateCodec.decode(entry.body()) instanceof CoachingUpdate.Commitment promise) {
            yield new Noted(
                new ConversationKey(entry.conversation().key()),
                Passage.of(entry),
                promise,
                entry.position());
          }
          throw unreadable(entry, "not a promise");
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
      case Noted noted -> noted.passage().kind();
    };
  }
}
