package io.souffleur.server.cli;

import io.souffleur.server.checklist.ChecklistLibrary;
import io.souffleur.server.checklist.ChecklistLoader;
import io.souffleur.server.checklist.LoadedChecklist;
import io.souffleur.server.checklist.LoadedLibrary;
import io.souffleur.server.checklist.Loading;
import io.souffleur.server.checklist.Problem;
import io.souffleur.server.checklist.ShippedChecklists;
import io.souffleur.server.contract.Coaching;
import io.souffleur.server.core.Coach;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.Checklists;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.MessageReader;
import io.souffleur.server.replay.Outcome;
import io.souffleur.server.replay.Replay;
import io.souffleur.server.replay.UpdateType;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Coaches recorded conversations. */
@Command(
    name = "replay",
    description = {
      "Reads channel events as JSON Lines, in the order given and in the events' own time, and"
          + " writes the coaching updates as JSON Lines. The same input gives the same output, byte"
          + " for byte. A line that can't be read is reported and skipped; the exit code is then 1."
    })
final class ReplayCommand implements Callable<Integer> {
  private static final int BUFFER = 64 * 1024;

  private final Console console;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "events; - for standard input")
  private List<String> files = List.of();

  @Option(
      names = "--checklist",
      paramLabel = "NAME|FILE",
      description = "the checklist for all of them (default: the shipped one of each language)")
  private Optional<String> checklist = Optional.empty();

  @Option(
      names = "--only",
      paramLabel = "TYPE,TYPE",
      split = ",",
      description = "write updates of these types alone: cues, item, hint, ...")
  private List<String> only = List.of();

  @Option(
      names = "--totals",
      description = "at the end, write what the hints would have cost to standard error")
  private boolean totals;

  @Option(
      names = "--service",
      description =
          "at the end, write how the conversations went to standard error: reasons, what was"
              + " settled, surveys")
  private boolean service;

  @Option(
      names = "--public",
      paramLabel = "fr|en",
      description =
          "write, in place of the updates, a Markdown page for customers: each rule, why, and how"
              + " often it was kept")
  private Optional<String> page = Optional.empty();

  @Mixin private final LexiconsOption lexicons = new LexiconsOption();

  ReplayCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws UnusableException, IOException {
    Set<UpdateType> types = types();
    Optional<Language> published = published();
    ShippedChecklists.readAhead();
    MessageReader reader = lexicons.reader(console.folder());
    Coaching coaching = new Coaching(new Coach(checklists(reader)), reader, Optional.empty());
    try (Inputs inputs = Inputs.open(console, files)) {
      Writer out = published.isPresent() ? Writer.nullWriter() : updates();
      Outcome outcome =
          Replay.run(
              coaching, inputs.sources(), types, out, console.complaints(), console.terminal());
      if (totals) {
        TotalsText.write(outcome.totals(), console.complaints());
      }
      if (service) {
        ServiceText.write(outcome.service(), console.complaints());
      }
      published.ifPresent(
          language -> new PublicPage(outcome.results(), language).write(console.messages()));
      return outcome.clean() ? ExitCode.SUCCESS : ExitCode.FAILURE;
    }
  }

  private Writer updates() {
    return new BufferedWriter(
        new OutputStreamWriter(console.out(), StandardCharsets.UTF_8), BUFFER);
  }

  private Optional<Language> published() throws UnusableException {
    if (page.isEmpty()) {
      return Optional.empty();
    }
    if (!only.isEmpty()) {
      throw new UnusableException("--public writes no updates, so there is no --only of them");
    }
    for (Language language : Language.values()) {
      if (language.tag().equals(page.get())) {
        return Optional.of(language);
      }
    }
    throw new UnusableException("no page in \"" + page.get() + "\"; there are fr and en");
  }

  private Set<UpdateType> types() throws UnusableException {
    Set<UpdateType> types = EnumSet.noneOf(UpdateType.class);
    for (String name : only) {
      types.add(
          UpdateType.ofWireName(name.strip())
              .orElseThrow(
                  () ->
                      new UnusableException(
                          "no updates of type \""
                              + name
                              + "\"; there are "
                              + Arrays.stream(UpdateType.values())
                                  .map(UpdateType::wireName)
                                  .collect(Collectors.joining(", ")))));
    }
    return types;
  }

  private Checklists checklists(MessageReader reader) throws UnusableException {
    ChecklistLibrary shipped = ChecklistLibrary.shipped(Language.FRENCH);
    if (checklist.isEmpty()) {
      return shipped;
    }
    Optional<Checklist> named = shipped.named(checklist.get());
    return ChecklistLibrary.only(
        named.isPresent() ? named.get() : fromFile(checklist.get(), reader, shipped));
  }

  private Checklist fromFile(String file, MessageReader reader, ChecklistLibrary shipped)
      throws UnusableException {
    Path path = console.folder().resolve(file);
    if (!Files.isReadable(path)) {
      throw new UnusableException(
          "\""
              + file
              + "\" is neither a file nor a shipped checklist ("
              + String.join(", ", shipped.names())
              + ")");
    }
    return switch (ChecklistLoader.trying(reader).load(path)) {
      case Loading.Accepted(LoadedChecklist loaded) -> loaded.checklist();
      case Loading.AcceptedLibrary(LoadedLibrary library) ->
          throw new UnusableException(
              "\""
                  + file
                  + "\" is a library of rules; write a checklist that extends "
                  + library.name());
      case Loading.Refused(List<Problem> problems) ->
          throw UnusableException.saidInFull(
              problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    };
  }
}
