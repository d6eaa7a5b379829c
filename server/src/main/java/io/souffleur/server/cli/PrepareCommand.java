package io.souffleur.server.cli;

import io.souffleur.server.Extras;
import io.souffleur.server.Souffleur;
import io.souffleur.server.config.Settings;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.demo.Rehearsal;
import io.souffleur.server.http.Pages;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Starts a server for nobody, twice, so that the Java machine sees everything that a start and the
 * first conversations need: the launcher has it keep what it learns, and gives it to later starts.
 */
@Command(
    name = "prepare",
    description = {
      "Makes later starts faster: rehearses one in a folder of its own and keeps what the Java"
          + " machine has learnt.",
      "Once for each installation and version of Java."
    })
final class PrepareCommand implements Callable<Integer> {
  private static final int CONVERSATIONS = 40;

  /** Often enough that what a busy server does is known to be called often. */
  private static final int ROUNDS = 10;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Console console;

  PrepareCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (PassingFolder folder = PassingFolder.create("souffleur-prepare")) {
      String channelKey = RandomKey.next();
      String hostKey = RandomKey.next();
      Settings settings = settings(folder.path(), channelKey, hostKey);
      boolean played;
      try (Souffleur server = Serving.start(settings, pages(), console)) {
        Rehearsal rehearsal = rehearsal(server, channelKey, hostKey);
        played = rehearsal.play() && rehearsal.goOn(ROUNDS);
      }
      // What was said is there already when it starts again, as it is for most starts.
      try (Souffleur server = Serving.start(settings, pages(), console)) {
        played = played && rehearsal(server, channelKey, hostKey).goOn(ROUNDS);
      }
      if (!played) {
        console.complaints().println("souffleur: the rehearsal was cut short");
      }
    }
    return ExitCode.SUCCESS;
  }

  private static Rehearsal rehearsal(Souffleur server, String channelKey, String hostKey) {
    return new Rehearsal(
        "localhost:" + server.port(), channelKey, hostKey, CONVERSATIONS, PATIENCE);
  }

  private static Extras pages() {
    return Extras.pages(new Pages(Optional.empty()));
  }

  private static Settings settings(Path folder, String channelKey, String hostKey) {
    return new Settings(
            "localhost",
            0,
            folder,
            List.of(new Settings.Key("rehearsal", channelKey)),
            List.of(new Settings.Key("rehearsal", hostKey)),
            Set.of(),
            Language.FRENCH,
            Optional.of(ZoneId.systemDefault()),
            Optional.empty())
        .withStorage(Settings.Sqlite.WITHOUT_RESERVE);
  }
}
