package io.souffleur.server.cli;

import io.souffleur.server.nlp.train.Trainer;
import io.souffleur.server.nlp.train.TrainingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the models that judge what word lists can't. */
@Command(
    name = "train",
    description = {
      "Trains the models that judge what phrases can't hold, from the sentences in the sources."
          + " The same sentences give the same models."
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
      for (Trainer.Trained model :
          Trainer.train(from, out.map(console.folder()::resolve).orElse(from))) {
        console
            .messages()
            .println(
                model.language().tag()
                    + " "
                    + model.role()
                    + ": "
                    + model.sentences()
                    + " sentences, "
                    + model.file());
      }
      return ExitCode.SUCCESS;
    } catch (TrainingException e) {
      throw UnusableException.saidInFull(String.valueOf(e.getMessage()));
    }
  }
}
