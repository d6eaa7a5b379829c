package io.souffleur.wire;

import java.util.Optional;

/**
 * What an agent did with a hint, an item or a promise: kept, and acknowledged like a channel's
 * event.
 */
public sealed interface DeskAction extends DeskRequest {

  /** The conversation it belongs to. */
  ConversationKey conversation();

  /** The desk's own key of this action; a repeated delivery repeats it. */
  EventKey id();

  /** A phrase of a hint was inserted. */
  record HintUsed(ConversationKey conversation, String hint, EventKey id) implements DeskAction {
    public HintUsed {
      Checks.key("hint", hint);
    }
  }

  /** A hint was put away. */
  record HintDismissed(ConversationKey conversation, String hint, EventKey id)
      implements DeskAction {
    public HintDismissed {
      Checks.key("hint", hint);
    }
  }

  /**
   * The agent says that a hint is not right.
   *
   * @param comment why, in the agent's words
   */
  record HintWrong(ConversationKey conversation, String hint, Optional<String> comment, EventKey id)
      implements DeskAction {
    public HintWrong {
      Checks.key("hint", hint);
      Checks.text("comment", comment);
    }

    /** The same with another comment, or none. */
    public HintWrong withComment(Optional<String> other) {
      return new HintWrong(conversation, hint, other, id);
    }
  }

  /** The agent contests the state of an item. */
  record ItemContested(
      ConversationKey conversation, String item, Optional<String> comment, EventKey id)
      implements DeskAction {
    public ItemContested {
      Checks.key("item", item);
      Checks.text("comment", comment);
    }

    /** The same with another comment, or none. */
    public ItemContested withComment(Optional<String> other) {
      return new ItemContested(conversation, item, other, id);
    }
  }

  /** A promise is kept, in this conversation or outside of it. */
  record CommitmentKept(ConversationKey conversation, String commitment, EventKey id)
      implements DeskAction {
    public CommitmentKept {
      Checks.key("commitment", commitment);
    }
  }

  /** A promise is not kept after all. */
  record CommitmentReopened(ConversationKey conversation, String commitment, EventKey id)
      implements DeskAction {
    public CommitmentReopened {
      Checks.key("commitment", commitment);
    }
  }
}
