package io.souffleur.server.cli;

import io.souffleur.server.nlp.CueReader;
import io.souffleur.server.nlp.HouseLexicons;
import io.souffleur.server.nlp.lexicon.LexiconException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that names a house's own lexicons. */
final class LexiconsOption {

  @Option(
      names = "--lexicons",
      paramLabel = "DIR",
      description = "folder of the house's own lexicons, which add to the shipped ones")
  private Optional<Path> folder = Optional.empty();

  /**
   * A reader with these lexicons.
   *
   * @param base what the folder is relative to
   * @throws UnusableException with every mistake in them, as {@code file:line: reason}
   */
  CueReader reader(Path base) throws UnusableException {
    return reader(folder.map(base::resolve));
  }

  /**
   * A reader with the lexicons of this folder, where there is one.
   *
   * @throws UnusableException with every mistake in them, as {@code file:line: reason}
   */
  static CueReader reader(Optional<Path> lexicons) throws UnusableException {
    if (lexicons.isEmpty()) {
      return CueReader.shipped();
    }
    try {
      return CueReader.shippedWith(HouseLexicons.in(lexicons.get()));
    } catch (LexiconException e) {
      throw UnusableException.saidInFull(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw UnusableException.saidInFull(lexicons.get() + ":1: the folder can't be read");
    }
  }
}
