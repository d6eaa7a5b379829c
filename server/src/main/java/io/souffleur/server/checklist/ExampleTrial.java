package io.souffleur.server.checklist;

import io.souffleur.server.checklist.Example.Line;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Customer;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.rule.Applies;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Moment;
import io.souffleur.server.core.rule.Requirement;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.LanguageEvidence;
import io.souffleur.server.core.text.MessageReader;
import io.souffleur.server.core.text.Reading;
import io.souffleur.server.core.text.ReadingContext;
import io.souffleur.server.core.text.TextPatterns;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tries every rule on its examples. They are said between the customer Camille Durand and the agent
 * Inès Martin, on a Monday.
 */
final class ExampleTrial {

  private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
  private static final String AGENT = "Inès Martin";

  private final MessageReader reader;
  private final Problems problems;

  ExampleTrial(MessageReader reader, Problems problems) {
    this.reader = reader;
    this.problems = problems;
  }

  /** Tries {@code rules} as they would be judged in a conversation of {@code medium}. */
  void run(List<WrittenRule> rules, Medium medium, TextPatterns patterns) {
    for (WrittenRule written : rules) {
      for (Example example : written.examples()) {
        List<Heard> heard = heard(example, medium, patterns);
        Outcome outcome =
            switch (written.rule()) {
              case Rule.Item item -> item(item, example, heard);
              case Rule.Timer timer -> timer(timer, heard);
            };
        if (outcome.recognised() != example.expected()) {
          problems.add(example.at(), reason(written.rule(), example, outcome, heard));
        }
      }
    }
  }

  private List<Heard> heard(Example example, Medium medium, TextPatterns patterns) {
    LanguageEvidence evidence = LanguageEvidence.settledOn(example.language());
    return example.lines().stream()
        .map(
            line -> {
              ReadingContext context =
                  new ReadingContext(
                      line.author(),
                      customer(example.language()),
                      Optional.of(AGENT),
                      medium,
                      evidence,
                      MONDAY.atTime(example.time()),
                      patterns);
              return new Heard(line, reader.read(line.text(), context));
            })
        .toList();
  }

  private static Customer customer(Language language) {
    String title =
        switch (language) {
          case FRENCH -> "Mme";
          case ENGLISH -> "Ms";
        };
    return new Customer(
        Optional.of("example"),
        Optional.of("Camille Durand"),
        Optional.of("Camille"),
        Optional.of("Durand"),
        Optional.of(title),
        Map.of());
  }

  private static Outcome item(Rule.Item item, Example example, List<Heard> heard) {
    boolean applies = true;
    int target = 1;
    if (example.conversation()) {
      applies = !(item.applies() instanceof Applies.Once);
      target = item.requirement() instanceof Requirement.Say say ? say.times() : 1;
    }
    int count = 0;
    Optional<Cue> decisive = Optional.empty();
    for (Heard line : heard) {
      if (!applies && item.applies() instanceof Applies.Once(CueTest trigger, boolean each)) {
        applies = line.shows(trigger, example).isPresent();
      }
      Optional<Cue> shown =
          applies ? line.shows(item.requirement().cue(), example) : Optional.empty();
      if (shown.isPresent()) {
        count++;
        decisive = shown;
      }
    }
    return new Outcome(count >= target, decisive);
  }

  private static Outcome timer(Rule.Timer timer, List<Heard> heard) {
    boolean running =
        timer.starts().stream().anyMatch(Moment.ConversationStarted.class::isInstance);
    Optional<Cue> decisive = Optional.empty();
    for (Heard line : heard) {
      if (running && timer.stops().stream().anyMatch(moment -> line.is(moment).happened())) {
        running = false;
        decisive = Optional.empty();
      }
      for (Moment moment : timer.starts()) {
        Happened start = line.is(moment);
        if (!running && start.happened()) {
          running = true;
          decisive = start.cue();
        }
      }
    }
    return new Outcome(running, decisive);
  }

  private static String reason(Rule rule, Example example, Outcome outcome, List<Heard> heard) {
    String words =
        example.conversation()
            ? "this conversation"
            : Problems.quoted(example.lines().getFirst().text());
    String does =
        switch (rule) {
          case Rule.Timer timer -> "start the timer";
          case Rule.Item item ->
              item.requirement() instanceof Requirement.Avoid ? "be caught" : "tick the item";
        };
    if (example.expected()) {
      return words + " should " + does + ", but it shows " + shown(heard);
    }
    return words
        + " should not "
        + does
        + outcome
            .decisive()
            .map(
                cue ->
                    ", but "
                        + Problems.quoted(cue.text())
                        + " shows "
                        + Problems.quoted(cue.name().wireName()))
            .orElse("");
  }

  private static String shown(List<Heard> heard) {
    String cues =
        heard.stream()
            .flatMap(line -> line.reading().cues().stream())
            .map(
                cue ->
                    cue.name().wireName()
                        + cue.value().map(value -> " " + Problems.quoted(value)).orElse(""))
            .distinct()
            .collect(Collectors.joining(", "));
    return cues.isEmpty() ? "no cue" : "only: " + cues;
  }

  /** Whether a rule recognises an example, and by which cue. */
  private record Outcome(boolean recognised, Optional<Cue> decisive) {}

  /** Whether a moment came, and by which cue. */
  private record Happened(boolean happened, Optional<Cue> cue) {}

  /** A line, as it was understood. */
  private record Heard(Line line, Reading reading) {

    Optional<Cue> shows(CueTest test, Example example) {
      return test.shownBy(reading.cues(), line.author(), example.time());
    }

    Happened is(Moment moment) {
      return switch (moment) {
        case Moment.MessageBy(Author author) ->
            new Happened(author == line.author(), Optional.empty());
        case Moment.Heard(CueTest test) -> {
          Optional<Cue> cue = test.shownBy(reading.cues(), line.author(), ExampleReader.USUAL_TIME);
          yield new Happened(cue.isPresent(), cue);
        }
        case Moment.ConversationStarted started -> new Happened(false, Optional.empty());
        case Moment.Rang rang -> new Happened(false, Optional.empty());
        case Moment.Answered answered -> new Happened(false, Optional.empty());
        case Moment.Held held -> new Happened(false, Optional.empty());
        case Moment.Resumed resumed -> new Happened(false, Optional.empty());
      };
    }
  }
}
