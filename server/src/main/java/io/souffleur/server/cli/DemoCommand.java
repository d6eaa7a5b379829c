package io.souffleur.server.cli;

import io.souffleur.server.Extras;
import io.souffleur.server.Souffleur;
import io.souffleur.server.config.Running;
import io.souffleur.server.config.Settings;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.demo.Demo;
import io.souffleur.server.http.Pages;
import io.souffleur.server.people.Guest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything for somebody who wants to see it. */
@Command(
    name = "demo",
    description = {
      "Starts the server with an embedded store and a small live chat: a customer's page and an"
          + " agent's desk with the sidebar. Prints their addresses; Ctrl+C stops it.",
    })
final class DemoCommand implements Callable<Integer> {
  private static final int HIGHEST_PORT = 65_535;

  private final Console console;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "port to listen at (default: ${DEFAULT-VALUE}; 0: any free one)",
      defaultValue = "8080")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "folder to keep the conversations in (default: forget them at the end)")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--pages",
      paramLabel = "DIR",
      hidden = true,
      description = "folder of pages to serve in place of the shipped ones")
  private Optional<Path> pages = Optional.empty();

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new UnusableException("--port is a number from 0 to " + HIGHEST_PORT + ", not " + port);
    }
    try (UntilStopped untilStopped = new UntilStopped(console, Running.standard().drain())) {
      if (data.isPresent()) {
        serve(console.folder().resolve(data.get()), untilStopped);
        return ExitCode.SUCCESS;
      }
      try (PassingFolder passing = PassingFolder.create("souffleur-demo")) {
        serve(passing.path(), untilStopped);
      }
    }
    return ExitCode.SUCCESS;
  }

  private void serve(Path folder, UntilStopped untilStopped) throws UnusableException {
    DemoFolder.claim(folder);
    String channelKey = RandomKey.next();
    String hostKey = RandomKey.next();
    Settings settings =
        new Settings(
                "localhost",
                port,
                folder,
                List.of(new Settings.Key("demo chat", channelKey)),
                List.of(new Settings.Key("demo desk", hostKey)),
                Set.of(),
                Language.FRENCH,
                Optional.of(ZoneId.systemDefault()),
                Optional.empty())
            .withStorage(Settings.Sqlite.WITHOUT_RESERVE);
    AtomicBoolean open = new AtomicBoolean();
    try (Demo demo = new Demo(folder, channelKey, hostKey);
        Souffleur server = Serving.start(settings, extras(demo, open::get), console)) {
      List<Guest> people = DemoPeople.everybody();
      server.reception().welcome(people);
      demo.connect("localhost:" + server.port());
      open.set(true);
      announce(server.port(), people);
      untilStopped.await();
    }
  }

  private Extras extras(Demo demo, BooleanSupplier open) {
    return new Extras(
        new Pages(pages.map(console.folder()::resolve)), demo.servlets(), demo.sockets(), open);
  }

  private void announce(int chosen, List<Guest> people) {
    String address = "http://localhost:" + chosen;
    PrintWriter out = console.messages();
    out.println();
    out.println("Souffleur is listening. This is a demo: its keys and people are for trying only.");
    out.println();
    out.println("  Start here        " + address + "/");
    out.println("  Customer's page   " + address + "/demo/customer");
    out.println("  Agent's desk      " + address + "/demo/desk");
    out.println("  Sign in           " + address + "/sign-in");
    out.println();
    out.println("Demo accounts, good until the demo ends:");
    out.println();
    for (Guest guest : people) {
      out.printf(
          Locale.ROOT,
          "  %-17s %s, password %s%n",
          guest.login(),
          guest.role().word(),
          guest.password());
    }
    out.println();
    out.println("Open the customer's page and the desk side by side. Ctrl+C stops it all.");
  }
}
