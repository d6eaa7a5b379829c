package io.souffleur.server.cli;

import io.souffleur.server.audit.AuditReader;
import io.souffleur.server.checklist.ChecklistLibrary;
import io.souffleur.server.checklist.ChecklistsRefusedException;
import io.souffleur.server.checklist.ShippedChecklists;
import io.souffleur.server.config.Settings;
import io.souffleur.server.feedback.FollowUp;
import io.souffleur.server.feedback.Objection;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says which rules agents contest, and whether anything followed from it. */
@Command(
    name = "feedback",
    description = {
      "Says which rules agents contest (hints marked wrong, items contested), how often before the"
          + " version of the checklist that is in force and how often since. Names no agent.",
      "A server may run meanwhile."
    })
final class FeedbackCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final ConfigOption config = new ConfigOption();

  @Option(names = "--json", description = "write a JSON object a rule, on a line of its own")
  private boolean json;

  FeedbackCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws UnusableException {
    Settings settings = config.settings(console);
    try {
      FollowUp followUp = new FollowUp(checklists(settings)::named);
      new AuditReader(settings.data()).read(deed -> Objection.of(deed).ifPresent(followUp::add));
      FeedbackText.write(followUp.rows(), json, console.messages());
      return ExitCode.SUCCESS;
    } catch (IOException e) {
      throw new UnusableException(FileTrouble.told(e));
    }
  }

  private static ChecklistLibrary checklists(Settings settings) throws UnusableException {
    ShippedChecklists.readAhead();
    try {
      return ChecklistLibrary.of(
          settings.checklists(), settings.language(), LexiconsOption.reader(settings.lexicons()));
    } catch (ChecklistsRefusedException e) {
      throw UnusableException.saidInFull(String.valueOf(e.getMessage()));
    }
  }
}
