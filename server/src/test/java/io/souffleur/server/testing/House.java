package io.souffleur.server.testing;

import io.souffleur.server.Extras;
import io.souffleur.server.Souffleur;
import io.souffleur.server.config.Settings;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.http.Pages;
import io.souffleur.server.journal.FatalHandler;
import io.souffleur.server.people.Reception;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The whole program at a free port, on a folder of its own, at the time of a test. */
public final class House extends Visitor {
  private final Souffleur server;

  private House(Souffleur server) {
    this.server = server;
  }

  public static House open(Path data, Clock clock) throws Exception {
    return open(data, clock, Optional.empty(), Optional.empty());
  }

  /** The same, kept in another store. */
  public static House open(Path data, Clock clock, Settings.Storage storage, FatalHandler fatal)
      throws Exception {
    return open(data, clock, Optional.empty(), Optional.empty(), storage, fatal);
  }

  /** The same, with checklists of its own. */
  public static House open(Path data, Clock clock, Path checklists) throws Exception {
    return open(data, clock, Optional.of(checklists), Optional.empty());
  }

  /** The same, with a LanguageTool server. */
  public static House open(Path data, Clock clock, URI languageTool) throws Exception {
    return open(
        data,
        clock,
        Optional.empty(),
        Optional.of(new Settings.LanguageTool(languageTool, "en-GB")));
  }

  private static House open(
      Path data,
      Clock clock,
      Optional<Path> checklists,
      Optional<Settings.LanguageTool> languageTool)
      throws Exception {
    return open(
        data,
        clock,
        checklists,
        languageTool,
        Settings.Sqlite.WITHOUT_RESERVE,
        (reason, cause) -> {
          throw new AssertionError(reason, cause);
        });
  }

  private static House open(
      Path data,
      Clock clock,
      Optional<Path> checklists,
      Optional<Settings.LanguageTool> languageTool,
      Settings.Storage storage,
      FatalHandler fatal)
      throws Exception {
    Settings settings =
        new Settings(
            "localhost",
            0,
            data,
            List.of(
                new Settings.Key("channel", CHANNEL_KEY),
                new Settings.Key("telephone", OTHER_CHANNEL_KEY)),
            List.of(new Settings.Key("host", HOST_KEY)),
            Set.of(EMBEDDER),
            Language.FRENCH,
            Optional.empty(),
            checklists,
            Optional.empty(),
            languageTool,
            storage);
    return new House(Souffleur.start(settings, Extras.pages(Pages.shipped()), clock, fatal));
  }

  /** Where its people come in. */
  public Reception reception() {
    return server.reception();
  }

  @Override
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
    super.close();
  }
}
