package io.souffleur.wire;

/**
 * The sender's key of an event, a message or an action: 1 to 128 characters, no control characters.
 * A repeated delivery repeats it; updates name the message they speak of by it.
 */
public record EventKey(String value) {

  public EventKey {
    Checks.key("id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
