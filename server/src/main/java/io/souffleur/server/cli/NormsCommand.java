package io.souffleur.server.cli;

import io.souffleur.server.checklist.NormsPage;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints which norms of service the shipped rules serve. */
@Command(
    name = "norms",
    description = "Prints, as Markdown, which norm of service is served by which shipped rules.")
final class NormsCommand implements Callable<Integer> {
  private final Console console;

  NormsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    PrintWriter page = console.messages();
    page.print(NormsPage.shipped().text());
    page.flush();
    return ExitCode.SUCCESS;
  }
}
