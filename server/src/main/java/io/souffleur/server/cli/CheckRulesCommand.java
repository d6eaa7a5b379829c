package io.souffleur.server.cli;

import io.souffleur.server.checklist.CheckRules;
import io.souffleur.server.checklist.ChecklistSchema;
import io.souffleur.server.checklist.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what is wrong with checklists. */
@Command(
    name = "check-rules",
    description = {
      "Loads checklists and prints every error at once, as file:line:column: reason.",
      "The sentences of each rule are tried too."
    })
final class CheckRulesCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--schema",
      description = "print the JSON Schema of checklist files, for an editor, and do no more")
  private boolean schema;

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "a checklist, in YAML")
  private List<Path> files = List.of();

  @Mixin private final LexiconsOption lexicons = new LexiconsOption();

  CheckRulesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws UnusableException, IOException {
    if (schema) {
      console.out().write(ChecklistSchema.text().getBytes(StandardCharsets.UTF_8));
      console.out().flush();
      return ExitCode.SUCCESS;
    }
    if (files.isEmpty()) {
      throw new UnusableException("name at least one checklist file");
    }
    for (Path file : files) {
      if (!Files.isReadable(console.folder().resolve(file))) {
        throw UnusableException.saidInFull(file + ":1: the file can't be read");
      }
    }
    List<Problem> problems =
        new CheckRules(lexicons.reader(console.folder()))
            .check(files.stream().map(console.folder()::resolve).toList());
    problems.forEach(console.complaints()::println);
    if (!problems.isEmpty()) {
      return ExitCode.FAILURE;
    }
    console
        .messages()
        .println(files.size() == 1 ? "1 file, no error" : files.size() + " files, no error");
    return ExitCode.SUCCESS;
  }
}
