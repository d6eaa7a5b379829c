package io.souffleur.wire;

/** The channel's key of a conversation: 1 to 128 characters, no control characters. */
public record ConversationKey(String value) {

  public ConversationKey {
    Checks.key("conversation", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
