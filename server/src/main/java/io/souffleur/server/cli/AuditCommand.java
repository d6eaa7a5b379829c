package io.souffleur.server.cli;

import io.souffleur.server.audit.AuditReader;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the audit, or says whether it is whole. */
@Command(
    name = "audit",
    description = {
      "Shows who did what: a line each with when, who, what, about which account, team or"
          + " conversation, and what became of it.",
      "The server may run meanwhile."
    })
final class AuditCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final ConfigOption config = new ConfigOption();

  @Option(
      names = "--verify",
      description = "say instead whether it is whole: no row changed, none missing")
  private boolean verify;

  AuditCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws UnusableException {
    AuditReader audit = new AuditReader(config.settings(console).data());
    try {
      return verify ? verdict(audit.verify()) : shown(audit);
    } catch (IOException e) {
      throw new UnusableException(FileTrouble.told(e));
    }
  }

  private int shown(AuditReader audit) throws IOException {
    audit.read(
        deed ->
            console
                .messages()
                .println(
                    String.join(
                        "\t",
                        deed.at().toString(),
                        deed.who(),
                        deed.what(),
                        deed.about(),
                        deed.outcome())));
    return ExitCode.SUCCESS;
  }

  private int verdict(AuditReader.Verdict verdict) {
    verdict.faults().forEach(console.complaints()::println);
    if (!verdict.faults().isEmpty()) {
      return ExitCode.FAILURE;
    }
    console.messages().println("the audit is whole up to row " + verdict.last());
    return ExitCode.SUCCESS;
  }
}
