package io.souffleur.wire;

import java.util.Optional;
import java.util.OptionalLong;

/** What a desk sends. */
public sealed interface DeskRequest
    permits DeskRequest.Hello,
        DeskRequest.Watch,
        DeskRequest.Unwatch,
        DeskRequest.MessageAsked,
        DeskRequest.Draft,
        DeskAction,
        Pong {

  /**
   * The first frame, due within 5 s of the connection.
   *
   * @param ticket for one use
   * @param language in which the desk is read, a BCP 47 tag
   */
  record Hello(String ticket, Optional<String> language) implements DeskRequest {
    public Hello {
      Checks.label("ticket", ticket);
      Checks.language("language", language);
    }
  }

  /**
   * The desk wants to see a conversation, from where it stopped when it says so.
   *
   * @param epoch of the state it knows
   * @param seq of the last update it knows
   */
  record Watch(ConversationKey conversation, Optional<String> epoch, OptionalLong seq)
      implements DeskRequest {
    public Watch {
      epoch.ifPresent(value -> Checks.key("epoch", value));
      if (seq.isPresent()) {
        Checks.notNegative("seq", seq.getAsLong());
      }
    }
  }

  /** The desk has seen enough of a conversation. */
  record Unwatch(ConversationKey conversation) implements DeskRequest {}

  /**
   * The desk asks for the text of a message that an update names.
   *
   * @param from the earlier conversation that it belongs to, when a promise names it
   */
  record MessageAsked(
      ConversationKey conversation, EventKey message, Optional<ConversationKey> from)
      implements DeskRequest {}

  /**
   * What the agent has typed and not sent; never kept.
   *
   * @param revision counts up, so that an answer finds its text
   */
  record Draft(ConversationKey conversation, String text, long revision) implements DeskRequest {
    public Draft {
      Checks.text("text", text);
      Checks.notNegative("revision", revision);
    }
  }
}
