package io.souffleur.server.cli;

import io.souffleur.server.audit.AuditFile;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says whether the audit is whole. */
@Command(
    name = "audit",
    description = "Says whether the audit of a house is whole: no row changed, none missing.")
final class AuditCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final ConfigOption config = new ConfigOption();

  @Option(names = "--verify", required = true, description = "look at every row")
  private boolean verify;

  AuditCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws UnusableException {
    List<String> faults;
    try {
      faults = AuditFile.faults(config.settings(console).data());
    } catch (IOException e) {
      throw new UnusableException(String.valueOf(e.getMessage()));
    }
    faults.forEach(console.complaints()::println);
    if (faults.isEmpty() && verify) {
      console.messages().println("the audit is whole");
    }
    return faults.isEmpty() ? ExitCode.SUCCESS : ExitCode.FAILURE;
  }
}
