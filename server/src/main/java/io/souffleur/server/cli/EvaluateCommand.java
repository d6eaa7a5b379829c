package io.souffleur.server.cli;

import io.souffleur.server.evaluate.Evaluation;
import io.souffleur.server.evaluate.JsonReport;
import io.souffleur.server.evaluate.LabelException;
import io.souffleur.server.evaluate.Labels;
import io.souffleur.server.evaluate.Result;
import io.souffleur.server.nlp.CueReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures cues on conversations that people have labelled. */
@Command(
    name = "evaluate",
    description = {
      "Reads labelled conversations, one a line, and compares the cues found in each message with"
          + " its labels: precision, recall and F1, then what was missed and found wrongly. A line"
          + " that can't be used is reported and skipped; the exit code is then 1."
    })
final class EvaluateCommand implements Callable<Integer> {
  private static final int BUFFER = 64 * 1024;

  private final Console console;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "labelled conversations; - for standard input")
  private List<String> files = List.of();

  @Option(
      names = "--only",
      paramLabel = "CUE,CUE",
      split = ",",
      description = "score these cues or groups alone; language and short-language count as cues")
  private List<String> only = List.of();

  @Option(
      names = "--group",
      paramLabel = "NAME=CUE,CUE",
      description = "a label that stands for any of several cues (there is: unhappy)")
  private Map<String, String> groups = Map.of();

  @Option(
      names = "--list",
      paramLabel = "N",
      defaultValue = "10",
      description = "list so many misses and false alarms of each row (default: ${DEFAULT-VALUE})")
  private int list;

  @Option(names = "--no-list", description = "the table alone")
  private boolean tableOnly;

  @Option(names = "--json", description = "write one JSON object")
  private boolean json;

  @Option(
      names = "--at-least",
      paramLabel = "CUE=F1",
      split = ",",
      description = "exit with 1 when a row of this cue has a lower F1, such as thanks=0.95")
  private Map<String, Double> goals = Map.of();

  @Option(
      names = "--events",
      description = "write the conversations as channel events instead, for replay")
  private boolean events;

  EvaluateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws UnusableException, IOException {
    Labels labels = labels();
    Set<String> wanted = new HashSet<>();
    for (String cue : only) {
      wanted.add(name(labels, cue));
    }
    Map<String, Double> least = goals(labels);
    if (list < 0) {
      throw new UnusableException("--list " + list + ": give 0 or more");
    }
    try (Inputs inputs = Inputs.open(console, files)) {
      Writer out =
          new BufferedWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8), BUFFER);
      if (events) {
        long skipped = Evaluation.events(inputs.sources(), out, console.complaints());
        return skipped == 0 ? ExitCode.SUCCESS : ExitCode.FAILURE;
      }
      Result result =
          Evaluation.run(
              CueReader.shipped(),
              labels,
              inputs.sources(),
              wanted,
              tableOnly ? 0 : list,
              console.complaints());
      return told(result, least, out);
    }
  }

  private int told(Result result, Map<String, Double> least, Writer out)
      throws UnusableException, IOException {
    if (result.conversations() == 0) {
      throw new UnusableException("no labelled conversation in " + String.join(", ", files));
    }
    if (json) {
      JsonReport.write(result, out);
    } else {
      EvaluationText.write(result, out);
    }
    List<String> complaints = result.shortOf(least);
    complaints.forEach(console.complaints()::println);
    return complaints.isEmpty() && result.skipped() == 0 ? ExitCode.SUCCESS : ExitCode.FAILURE;
  }

  private Labels labels() throws UnusableException {
    Labels labels = Labels.standard();
    for (Map.Entry<String, String> group : groups.entrySet()) {
      try {
        labels = labels.with(group.getKey(), Arrays.asList(group.getValue().split(",", -1)));
      } catch (LabelException e) {
        throw new UnusableException("--group " + group.getKey() + ": " + e.getMessage());
      }
    }
    return labels;
  }

  private static String name(Labels labels, String written) throws UnusableException {
    String name = written.strip();
    if (name.equals(Evaluation.LANGUAGE) || name.equals(Evaluation.SHORT_LANGUAGE)) {
      return name;
    }
    try {
      return labels.name(name);
    } catch (LabelException e) {
      throw new UnusableException(String.valueOf(e.getMessage()));
    }
  }

  private Map<String, Double> goals(Labels labels) throws UnusableException {
    Map<String, Double> byName = new LinkedHashMap<>();
    for (Map.Entry<String, Double> goal : goals.entrySet()) {
      if (!(goal.getValue() >= 0 && goal.getValue() <= 1)) {
        throw new UnusableException(
            "--at-least " + goal.getKey() + "=" + goal.getValue() + ": an F1 lies between 0 and 1");
      }
      byName.put(name(labels, goal.getKey()), goal.getValue());
    }
    return byName;
  }
}
