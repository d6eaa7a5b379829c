package io.souffleur.server.nlp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The lexicons and sentences that come with the program. */
final class ShippedFiles {

  private ShippedFiles() {}

  /** The content of a file such as {@code fr/thanks.txt}, if there is one. */
  static Optional<byte[]> read(String name) {
    try (InputStream in = ShippedFiles.class.getResourceAsStream("/nlp/" + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read nlp/" + name, unreadable);
    }
  }
}
