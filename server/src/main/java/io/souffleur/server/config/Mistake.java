package io.souffleur.server.config;

import java.nio.file.Path;

/**
 * Something wrong in a file.
 *
 * @param line from 1
 * @param column from 1
 * @param reason what is wrong, and what to write in its place
 */
public record Mistake(Path file, int line, int column, String reason) {
  @Override
  public String toString() {
    return file + ":" + line + ":" + column + ": " + reason;
  }
}
