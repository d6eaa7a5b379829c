package io.souffleur.server.cli;

import io.souffleur.server.http.AddressInUseException;
import io.souffleur.server.http.Origins;
import io.souffleur.server.http.Pages;
import io.souffleur.server.http.SocketLimits;
import io.souffleur.server.http.WebServer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
  private final Console console;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "port to listen at (default: ${DEFAULT-VALUE}; 0: any free one)",
      defaultValue = "8080")
  private int port;

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
    if (port < 0 || port > 65_535) {
      throw new UnusableException("--port is a number from 0 to 65535, not " + port);
    }
    WebServer.Plan plan =
        new WebServer.Plan(
            "localhost",
            port,
            new Pages(pages.map(console.folder()::resolve)),
            Origins.own(),
            SocketLimits.standard(),
            () -> true,
            Map.of(),
            List.of());
    try (WebServer server = WebServer.start(plan)) {
      announce(server.port());
      CountDownLatch forever = new CountDownLatch(1);
      forever.await();
      return ExitCode.SUCCESS;
    } catch (AddressInUseException e) {
      throw new UnusableException(e.getMessage() + "; choose another one with --port");
    }
  }

  private void announce(int chosen) {
    String address = "http://localhost:" + chosen;
    PrintWriter out = console.messages();
    out.println();
    out.println("Souffleur is listening.");
    out.println();
    out.println("  Start here        " + address + "/");
    out.println("  Customer's page   " + address + "/demo/customer");
    out.println("  Agent's desk      " + address + "/demo/desk");
    out.println();
    out.println("Open the customer's page and the desk side by side. Ctrl+C stops it all.");
  }
}
