package io.souffleur.wire;

import java.util.Optional;

/**
 * Something was refused and changed nothing; the connection goes on.
 *
 * @param id of what was refused, where it could be read
 * @param conversation of what was refused, where it could be read
 * @param reason a sentence for a person: what is wrong and what to do
 * @param field the path of the field that is wrong, such as {@code customer.name}
 */
public record Refused(
    Optional<EventKey> id,
    Optional<ConversationKey> conversation,
    RefusalCode code,
    String reason,
    Optional<String> field)
    implements ChannelReply, DeskReply {

  /** A refusal of an event that could be read. */
  public static Refused of(
      EventKey id, ConversationKey conversation, RefusalCode code, String reason) {
    return new Refused(Optional.of(id), Optional.of(conversation), code, reason, Optional.empty());
  }
}
