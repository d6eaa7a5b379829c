package io.souffleur.server.checklist;

import io.souffleur.server.core.Coach;
import io.souffleur.server.core.State;
import io.souffleur.server.core.calendar.Calendars;
import io.souffleur.server.core.conversation.Agent;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Customer;
import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.conversation.Evidence;
import io.souffleur.server.core.conversation.ItemState;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.conversation.MessageId;
import io.souffleur.server.core.conversation.TimerState;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.Checklists;
import io.souffleur.server.core.rule.Counted;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Limit;
import io.souffleur.server.core.rule.Moment;
import io.souffleur.server.core.rule.Occurrence;
import io.souffleur.server.core.rule.Requirement;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.Rules;
import io.souffleur.server.core.rule.Sought;
import io.souffleur.server.core.text.Acquaintance;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.LanguageEvidence;
import io.souffleur.server.core.text.MessageReader;
import io.souffleur.server.core.text.Reading;
import io.souffleur.server.core.text.ReadingContext;
import io.souffleur.server.core.text.TextPatterns;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tries every rule on its examples. They are said between the customer Camille Durand and the agent
 * Inès Martin, who talks to Nadia Benali elsewhere, on a Monday, all at the same instant. A
 * conversation is judged by the coach itself, with the rule {@link Simplified}; a sentence that
 * stands alone only has to count.
 */
final class ExampleTrial {

  private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
  private static final Agent AGENT = new Agent("example", "Inès Martin");
  private static final Customer SOMEBODY_ELSE =
      new Customer(
          Optional.of("elsewhere"),
          Optional.of("Nadia Benali"),
          Optional.of("Nadia"),
          Optional.of("Benali"),
          Optional.empty(),
          Map.of());

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
              case Rule.Item item when !example.conversation() -> sentence(item, example, heard);
              case Rule.Item item -> item(item, example, heard, medium);
              case Rule.Timer timer -> timer(timer, example, heard, medium);
              case Rule.Figure figure -> figure(figure, example, heard, medium);
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
            line ->
                switch (line) {
                  case Example.Happened happened -> new Heard(line, Optional.empty());
                  case Example.Said said ->
                      new Heard(
                          line,
                          Optional.of(
                              reader.read(
                                  said.text(),
                                  new ReadingContext(
                                      said.author(),
                                      customer(example.language()),
                                      Optional.of(AGENT.name()),
                                      medium,
                                      evidence,
                                      Acquaintance.none(),
                                      MONDAY.atTime(example.time()),
                                      patterns,
                                      List.of(SOMEBODY_ELSE)))));
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

  private static Outcome sentence(Rule.Item item, Example example, List<Heard> heard) {
    Heard line = heard.getFirst();
    Optional<Cue> shown = line.shows(item.requirement().what(), example.time());
    return new Outcome(shown.isPresent() || line.is(item.requirement().what()), shown);
  }

  private static Outcome item(Rule.Item item, Example example, List<Heard> heard, Medium medium) {
    State end = atTheEnd(Simplified.of(item), example, heard, medium);
    Update.Item told = end.view().items().getFirst();
    ItemState recognised =
        switch (item.requirement()) {
          case Requirement.Say say -> ItemState.DONE;
          case Requirement.Avoid avoid -> ItemState.MISSED;
        };
    return new Outcome(
        told.state() == recognised,
        told.evidence().isEmpty() ? Optional.empty() : shown(told.evidence().getLast(), heard));
  }

  private static Outcome timer(
      Rule.Timer timer, Example example, List<Heard> heard, Medium medium) {
    State end = atTheEnd(Simplified.of(timer), example, heard, medium);
    boolean runs =
        timer.limit() instanceof Limit.Promised
            ? !end.commitments().isEmpty()
            : end.view().timers().stream().anyMatch(told -> told.state() == TimerState.RUNNING);
    Optional<Cue> started =
        heard.reversed().stream()
            .flatMap(line -> line.startOf(timer, example.time()).stream())
            .findFirst();
    return new Outcome(runs, started);
  }

  private static Outcome figure(
      Rule.Figure figure, Example example, List<Heard> heard, Medium medium) {
    Rule.Figure judged = Simplified.of(figure, example.conversation());
    State last = atTheEnd(judged, example, heard, medium);
    Event end = new Event.Ended(last.reached(), Optional.empty());
    State ended = new Coach(new OneRule(judged, example.language())).step(last, end).state();
    int count = ended.view().summary().map(summary -> summary.figures().get(figure.id())).orElse(0);
    Optional<Cue> counted =
        switch (figure.counts()) {
          case Counted.Times(Sought what) ->
              heard.stream().flatMap(line -> line.shows(what, example.time()).stream()).findFirst();
          case Counted.MessagesBy by -> Optional.empty();
        };
    return new Outcome(count > 0, counted);
  }

  /** The state once everything has been said, judged by {@code rule} alone. */
  private static State atTheEnd(Rule rule, Example example, List<Heard> heard, Medium medium) {
    Language language = example.language();
    Coach coach = new Coach(new OneRule(rule, language));
    Instant at = MONDAY.atTime(example.time()).toInstant(ZoneOffset.UTC);
    State state =
        coach
            .start(
                new Event.Started(
                    at,
                    medium,
                    Optional.empty(),
                    Optional.of(language),
                    Optional.empty(),
                    customer(language),
                    Optional.of(AGENT),
                    ZoneOffset.UTC))
            .state();
    for (int i = 0; i < heard.size(); i++) {
      state = coach.step(state, heard.get(i).event(at, message(i), state)).state();
    }
    return state;
  }

  private static MessageId message(int line) {
    return new MessageId("line-" + line);
  }

  /** The cue at the place of {@code evidence}. */
  private static Optional<Cue> shown(Evidence evidence, List<Heard> heard) {
    for (int i = 0; i < heard.size(); i++) {
      if (message(i).equals(evidence.message())) {
        return heard.get(i).cues().filter(cue -> cue.span().equals(evidence.span())).findFirst();
      }
    }
    return Optional.empty();
  }

  private static String reason(Rule rule, Example example, Outcome outcome, List<Heard> heard) {
    String words = example.conversation() ? "this conversation" : words(example.lines().getFirst());
    String does =
        switch (rule) {
          case Rule.Timer timer -> "start the timer";
          case Rule.Figure figure -> "be counted";
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

  private static String words(Example.Line line) {
    return switch (line) {
      case Example.Said said -> Problems.quoted(said.text());
      case Example.Happened happened -> "this event";
    };
  }

  private static String shown(List<Heard> heard) {
    String cues =
        heard.stream()
            .flatMap(Heard::cues)
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

  /** A house that has one rule for everything. */
  private record OneRule(Checklist checklist) implements Checklists {

    OneRule(Rule rule, Language language) {
      this(
          new Checklist(
              "example",
              1,
              language,
              EnumSet.allOf(Medium.class),
              switch (rule) {
                case Rule.Item item -> new Rules(List.of(item), List.of(), List.of(), List.of());
                case Rule.Timer timer -> new Rules(List.of(), List.of(timer), List.of(), List.of());
                case Rule.Figure figure ->
                    new Rules(List.of(), List.of(), List.of(figure), List.of());
              },
              TextPatterns.NONE,
              Calendars.USUAL));
    }

    @Override
    public Optional<Checklist> choose(Language language, Medium medium, Optional<String> queue) {
      return Optional.of(checklist);
    }

    @Override
    public Language fallback() {
      return checklist.language();
    }
  }

  /**
   * A line, as it was understood.
   *
   * @param reading empty for what happens without words
   */
  private record Heard(Example.Line line, Optional<Reading> reading) {

    Stream<Cue> cues() {
      return reading.stream().flatMap(read -> read.cues().stream());
    }

    Optional<Cue> shows(Sought what, LocalTime time) {
      return line instanceof Example.Said said && what instanceof CueTest test
          ? test.shownBy(cues().toList(), said.author(), time)
          : Optional.empty();
    }

    boolean is(Sought what) {
      return line instanceof Example.Happened(Occurrence occurrence) && occurrence == what;
    }

    Optional<Cue> startOf(Rule.Timer timer, LocalTime time) {
      return timer.starts().stream()
          .filter(Moment.Heard.class::isInstance)
          .map(Moment.Heard.class::cast)
          .flatMap(start -> shows(start.cue(), time).stream())
          .findFirst();
    }

    Event event(Instant at, MessageId id, State before) {
      return switch (line) {
        case Example.Said said ->
            new Event.Said(
                at, id, said.author(), understood(said, before), 0, false, said.spoken());
        case Example.Happened(Occurrence what) ->
            switch (what) {
              case TRANSFER -> new Event.Assigned(at, AGENT, Optional.of("another"));
              case AGENT_ASSIGNED -> new Event.Assigned(at, AGENT, Optional.empty());
              case RINGING -> new Event.CallRinging(at, Optional.empty());
              case ANSWERED -> new Event.CallAnswered(at);
              case HELD -> new Event.CallHeld(at);
              case RESUMED -> new Event.CallResumed(at);
            };
      };
    }

    private Reading understood(Example.Said said, State before) {
      Reading words = reading.orElseThrow();
      return said.spoken().isPresent() && said.author() == Author.AGENT
          ? words.with(before.conduct().cues(said.spoken().get(), said.text()))
          : words;
    }
  }
}
