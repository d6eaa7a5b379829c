package io.souffleur.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that is there while a command runs. For one thread. */
record PassingFolder(Path path) implements AutoCloseable {

  /** Creates one where the system keeps what passes, readable for this user alone. */
  static PassingFolder create(String name) throws IOException {
    return new PassingFolder(Files.createTempDirectory(name));
  }

  /** Deletes it with all that is in it. */
  @Override
  public void close() throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(path)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.deleteIfExists(file);
    }
  }
}
