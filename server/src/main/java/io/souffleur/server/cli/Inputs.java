package io.souffleur.server.cli;

import io.souffleur.server.lines.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files a command reads, opened; {@code -} is standard input, which stays open. */
final class Inputs implements AutoCloseable {

  private final List<Source> sources = new ArrayList<>();
  private final List<InputStream> opened = new ArrayList<>();

  private Inputs() {}

  /**
   * Opens all files.
   *
   * @throws UnusableException when one of them can't be read, naming it
   */
  static Inputs open(Console console, List<String> files) throws UnusableException, IOException {
    Inputs inputs = new Inputs();
    try {
      for (String file : files) {
        inputs.sources.add(new Source(file, inputs.open(console, file)));
      }
      return inputs;
    } catch (UnusableException e) {
      inputs.close();
      throw e;
    }
  }

  private InputStream open(Console console, String file) throws UnusableException {
    if (file.equals("-")) {
      return console.in();
    }
    Path path = console.folder().resolve(file);
    try {
      if (Files.isDirectory(path)) {
        throw UnusableException.saidInFull(file + ":1: this is a folder, not a file");
      }
      InputStream in = Files.newInputStream(path);
      opened.add(in);
      return in;
    } catch (IOException e) {
      throw UnusableException.saidInFull(file + ":1: the file can't be read");
    }
  }

  List<Source> sources() {
    return List.copyOf(sources);
  }

  @Override
  public void close() throws IOException {
    for (InputStream in : opened) {
      in.close();
    }
  }
}
