package io.souffleur.server.cli;

import io.souffleur.server.Extras;
import io.souffleur.server.Souffleur;
import io.souffleur.server.config.Settings;
import io.souffleur.server.http.Pages;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the server of a house. */
@Command(
    name = "run",
    description = {
      "Starts the server from a configuration file.",
      "A commented example stands in the archive as etc/souffleur.example.yaml, in the sources as"
          + " server/src/main/resources/io/souffleur/server/config/souffleur.example.yaml.",
      "SIGTERM or Ctrl+C stops it in order; a second one at once."
    })
final class RunCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final ConfigOption config = new ConfigOption();

  @Option(
      names = "--pages",
      paramLabel = "DIR",
      hidden = true,
      description = "folder of pages to serve in place of the shipped ones")
  private Optional<Path> pages = Optional.empty();

  RunCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = config.settings(console);
    DemoFolder.refuse(settings.data());
    LogSettings.use(settings.running());
    config
        .warnings(console, settings)
        .forEach(warning -> console.complaints().println("souffleur: warning: " + warning));
    Extras extras = Extras.pages(new Pages(pages.map(console.folder()::resolve)));
    try (UntilStopped untilStopped = new UntilStopped(console, settings.running().drain());
        Souffleur server = Serving.start(settings, extras, console)) {
      String scheme = settings.running().tls().isPresent() ? "https://" : "http://";
      String address = scheme + settings.host() + ":" + server.port() + "/";
      console.messages().println("Souffleur listens at " + address);
      server
          .reception()
          .setUpCode()
          .ifPresent(
              code ->
                  console
                      .messages()
                      .println(
                          "Nobody has an account yet. Make the first one at "
                              + address
                              + "set-up, with this code (good once, until the server stops): "
                              + code));
      untilStopped.await();
    }
    return ExitCode.SUCCESS;
  }
}
