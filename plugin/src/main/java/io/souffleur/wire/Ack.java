package io.souffleur.wire;

/**
 * An event is durable; a repeated one gets the same answer again.
 *
 * @param seq the event's position in the journal of its conversation, from 1
 */
public record Ack(EventKey id, ConversationKey conversation, long seq)
    implements ChannelReply, DeskReply {

  public Ack {
    Checks.positive("seq", seq);
  }
}
