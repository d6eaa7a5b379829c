package io.souffleur.server.cli;

import io.souffleur.server.access.AccessPage;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints who may do what. */
@Command(
    name = "access",
    description = "Prints, as Markdown, who may do what: the table of operations and roles.")
final class AccessCommand implements Callable<Integer> {
  private final Console console;

  AccessCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    PrintWriter page = console.messages();
    page.print(AccessPage.text());
    page.flush();
    return ExitCode.SUCCESS;
  }
}
