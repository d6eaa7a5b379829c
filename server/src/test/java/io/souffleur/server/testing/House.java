package io.souffleur.server.testing;

import io.souffleur.server.Clocks;
import io.souffleur.server.Extras;
import io.souffleur.server.Souffleur;
import io.souffleur.server.config.Privacy;
import io.souffleur.server.config.Running;
import io.souffleur.server.config.Settings;
import io.souffleur.server.config.SignIn;
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
    return open(settings(data, Optional.empty(), Optional.empty(), storage), clock, fatal);
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
        settings(data, checklists, languageTool, Settings.Sqlite.WITHOUT_RESERVE),
        clock,
        House::failed);
  }

  private static void failed(String reason, Throwable cause) {
    throw new AssertionError(reason, cause);
  }

  private static Settings settings(
      Path data,
      Optional<Path> checklists,
      Optional<Settings.LanguageTool> languageTool,
      Settings.Storage storage) {
    return new Settings(
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
        storage,
        Running.standard(),
        SignIn.standard(),
        Privacy.STANDARD);
  }

  /** The same, with personal data treated in another way. */
  public static House open(Path data, Clock clock, Privacy privacy) throws Exception {
    return open(
        settings(data, Optional.empty(), Optional.empty(), Settings.Sqlite.WITHOUT_RESERVE)
            .with(privacy),
        clock,
        House::failed);
  }

  /** The same, in which the key of the telephone's channel is good no more. */
  public static House withoutTelephone(Path data, Clock clock) throws Exception {
    Settings settings =
        new Settings(
            "localhost",
            0,
            data,
            List.of(new Settings.Key("channel", CHANNEL_KEY)),
            List.of(new Settings.Key("host", HOST_KEY)),
            Set.of(EMBEDDER),
            Language.FRENCH,
            Optional.empty(),
            Optional.empty());
    return open(settings.withStorage(Settings.Sqlite.WITHOUT_RESERVE), clock, House::failed);
  }

  /** The same, whose people sign in in a way of its own. */
  public static House open(Path data, Clock clock, SignIn signIn) throws Exception {
    return open(
        settings(data, Optional.empty(), Optional.empty(), Settings.Sqlite.WITHOUT_RESERVE)
            .with(signIn),
        clock,
        House::failed);
  }

  /** The same, watched at an address of its own. */
  public static House watched(Path data, Clock clock) throws Exception {
    Running plain = Running.standard();
    return open(
        settings(data, Optional.empty(), Optional.empty(), Settings.Sqlite.WITHOUT_RESERVE)
            .with(
                new Running(
                    plain.tls(),
                    plain.proxy(),
                    Optional.of(new Running.Management("127.0.0.1", 0)),
                    plain.logs(),
                    plain.logLevel(),
                    plain.drain())),
        clock,
        House::failed);
  }

  private static House open(Settings settings, Clock clock, FatalHandler fatal) throws Exception {
    return new House(
        Souffleur.start(settings, Extras.pages(Pages.shipped()), Clocks.of(clock), fatal));
  }

  /** Where its people come in. */
  public Reception reception() {
    return server.reception();
  }

  @Override
  public int port() {
    return server.port();
  }

  /** Where it is watched. */
  public int managementPort() {
    return server.managementPort().orElseThrow();
  }

  @Override
  public void close() {
    server.close();
    super.close();
  }
}
