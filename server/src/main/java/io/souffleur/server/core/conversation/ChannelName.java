package io.souffleur.server.core.conversation;

/**
 * The name of the channel that tells a conversation, as the house gave it with the channel's key.
 */
public record ChannelName(String value) {

  /**
   * Of conversations that were kept before the names of their channels were: nobody's in
   * particular.
   */
  public static final ChannelName UNKNOWN = new ChannelName("");

  /** Whether this channel may tell of a conversation that {@code starter} started. */
  public boolean mayGoOnAfter(ChannelName starter) {
    return starter.equals(UNKNOWN) || starter.equals(this);
  }
}
