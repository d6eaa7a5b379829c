package io.souffleur.server.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's door: one command a task. */
@Command(
    name = "souffleur",
    description = {
      "Live coaching for customer-service agents, in French and English.",
      "",
      "Start with: souffleur demo"
    },
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:success",
      "1:a result that is a failure",
      "2:arguments or input that can't be used"
    },
    version = "Souffleur 0.1.0")
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(Console.ofProcess(), arguments));
  }

  /** Runs one command; its exit code. */
  static int run(Console console, String... arguments) {
    CommandLine line =
        new CommandLine(new Main())
            .addSubcommand(new DemoCommand(console))
            .addSubcommand(new RunCommand(console))
            .addSubcommand(new PrepareCommand(console))
            .addSubcommand(new BackupCommand(console))
            .addSubcommand(new RestoreCommand(console))
            .addSubcommand(new EraseCommand(console))
            .addSubcommand(new HoldCommand(console))
            .addSubcommand(new ImportCommand(console))
            .addSubcommand(new AuditCommand(console))
            .addSubcommand(new FeedbackCommand(console))
            .addSubcommand(new CheckConfigCommand(console))
            .addSubcommand(new ReplayCommand(console))
            .addSubcommand(new KeyCommand(console))
            .addSubcommand(new CheckRulesCommand(console))
            .addSubcommand(new NormsCommand(console))
            .addSubcommand(new AccessCommand(console))
            .addSubcommand(new EvaluateCommand(console))
            .addSubcommand(new TrainCommand(console))
            .setOut(console.messages())
            .setErr(console.complaints())
            .setUsageHelpAutoWidth(false)
            .setExecutionExceptionHandler(Main::failed);
    standardOptions(line);
    if (arguments.length == 0) {
      line.usage(line.getErr());
      return ExitCode.UNUSABLE;
    }
    return line.execute(arguments);
  }

  private static void standardOptions(CommandLine line) {
    line.getCommandSpec().mixinStandardHelpOptions(true);
    line.getSubcommands().values().forEach(Main::standardOptions);
  }

  private static int failed(
      Exception problem, CommandLine command, CommandLine.ParseResult parsed) {
    String message = String.valueOf(problem.getMessage());
    boolean inFull = problem instanceof UnusableException unusable && unusable.inFull();
    command
        .getErr()
        .println(inFull ? message : "souffleur " + command.getCommandName() + ": " + message);
    return problem instanceof UnusableException ? ExitCode.UNUSABLE : ExitCode.FAILURE;
  }
}
