package io.souffleur.server.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
    CommandLine line = new CommandLine(new Main());
    commands(console, arguments).forEach(line::addSubcommand);
    line.setOut(console.messages())
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

  /**
   * The command asked for; all of them where it is not clear which: to describe them takes a tenth
   * of a start.
   */
  private static List<Object> commands(Console console, String... arguments) {
    Map<String, Supplier<Object>> all = new LinkedHashMap<>();
    all.put("demo", () -> new DemoCommand(console));
    all.put("run", () -> new RunCommand(console));
    all.put("prepare", () -> new PrepareCommand(console));
    all.put("backup", () -> new BackupCommand(console));
    all.put("restore", () -> new RestoreCommand(console));
    all.put("erase", () -> new EraseCommand(console));
    all.put("hold", () -> new HoldCommand(console));
    all.put("import", () -> new ImportCommand(console));
    all.put("audit", () -> new AuditCommand(console));
    all.put("feedback", () -> new FeedbackCommand(console));
    all.put("check-config", () -> new CheckConfigCommand(console));
    all.put("replay", () -> new ReplayCommand(console));
    all.put("key", () -> new KeyCommand(console));
    all.put("check-rules", () -> new CheckRulesCommand(console));
    all.put("norms", () -> new NormsCommand(console));
    all.put("access", () -> new AccessCommand(console));
    all.put("evaluate", () -> new EvaluateCommand(console));
    all.put("train", () -> new TrainCommand(console));
    return Optional.ofNullable(arguments.length == 0 ? null : all.get(arguments[0]))
        .map(Supplier::get)
        .map(List::of)
        .orElseGet(() -> all.values().stream().map(Supplier::get).toList());
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
