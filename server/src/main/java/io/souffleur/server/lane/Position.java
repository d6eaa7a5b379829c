package io.souffleur.server.lane;

/**
 * How far somebody has seen a conversation.
 *
 * @param epoch of the server that told it
 * @param seq of the last update seen; 0 for none
 */
public record Position(String epoch, long seq) {

  public Position {
    if (seq < 0) {
      throw new IllegalArgumentException("seq is at least 0: " + seq);
    }
  }
}
