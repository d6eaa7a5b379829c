package io.souffleur.server.cli;

import io.souffleur.server.nlp.train.Measured;
import io.souffleur.server.nlp.train.Trainer;
import io.souffleur.server.nlp.train.TrainingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the models that judge what word lists can't. */
@Command(
    name = "train",
    description = {
      "Trains the models that judge what phrases can't hold, from the sentences in the sources."
          + " Prints, for each cue, how precise it is on sentences it has not seen, and how many of"
          + " those that show it it finds. The same sentences give the same models."
    })
final class TrainCommand implements Callable<Integer> {
  private static final String SOURCES = "server/src/main/resources/nlp";

  private final Console console;

  @Option(
      names = "--sources",
      paramLabel = "DIR",
      description = "folder with word lists and sentences (default: " + SOURCES + ")")
  private Optional<Path> sources = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder to write the models to (default: beside the sentences)")
  private Optional<Path> out = Optional.empty();

  TrainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws UnusableException, IOException {
    Path from =
        sources
            .map(console.folder()::resolve)
            .orElseGet(() -> Path.of(System.getProperty("souffleur.home", "")).resolve(SOURCES));
    if (!Files.isDirectory(from)) {
      throw new UnusableException(
          from + " is not a folder; name the one with the sentences with --sources");
    }
    try {
      for (Trainer.Trained trained :
          Trainer.train(from, out.map(console.folder()::resolve).orElse(from))) {
        tell(trained);
      }
      return ExitCode.SUCCESS;
    } catch (TrainingException e) {
      throw UnusableException.saidInFull(String.valueOf(e.getMessage()));
    }
  }

  private void tell(Trainer.Trained trained) {
    console
        .messages()
        .printf(
            Locale.ROOT,
            "%s %s: %d sentences, %s%n",
            trained.language().tag(),
            trained.role(),
            trained.sentences(),
            trained.model());
    for (Measured cue : trained.measured()) {
      console
          .messages()
          .printf(
              Locale.ROOT,
              "  %-24s from %.2f: precision %.2f, recall %.2f of %d sentences%n",
              cue.name(),
              cue.threshold(),
              cue.precision(),
              cue.recall(),
              cue.sentences());
    }
  }
}
