package io.souffleur.server.evaluate;

/** Where a conversation stands: a file and a line of it, from 1. */
public record Place(String file, long line) {

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
