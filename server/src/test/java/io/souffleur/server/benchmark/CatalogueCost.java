package io.souffleur.server.benchmark;

import io.souffleur.server.checklist.ChecklistLibrary;
import io.souffleur.server.checklist.ChecklistLoader;
import io.souffleur.server.checklist.Loading;
import io.souffleur.server.contract.Coaching;
import io.souffleur.server.core.Coach;
import io.souffleur.server.core.State;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.ReadingContext;
import io.souffleur.server.nlp.CueReader;
import io.souffleur.wire.ConversationKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * What a house pays that switches on every rule there is: the whole catalogue, and rules of its own
 * with 64 patterns, 8 of them regular expressions, until there are 200, then 1,000. Times of single
 * operations, in one thread, so that the worst shows, too.
 */
public final class CatalogueCost {

  private static final int WARM_UP = 2_000;
  private static final int CONVERSATIONS = 2_000;
  private static final int PATTERNS = 64;
  private static final int REGEXES = 8;
  private static final int LONGEST_TEXT = 16 * 1024;
  private static final List<String> CUES =
      List.of("apology", "thanks", "next-step", "solution", "empathy", "listening", "question");

  private final CueReader reader = CueReader.shipped();

  private CatalogueCost() {}

  /** Prints a line for each number of rules and operation, in microseconds. */
  public static void main(String[] args) {
    CatalogueCost cost = new CatalogueCost();
    List<String> catalogue = catalogue();
    System.out.printf("the catalogue has %d rules%n", catalogue.size());
    for (int rules : List.of(catalogue.size(), 200, 1_000)) {
      cost.measure(checklist(catalogue, rules));
    }
  }

  private static List<String> catalogue() {
    Checklist shipped = ChecklistLibrary.shipped(Language.FRENCH).named("fr-chat").orElseThrow();
    return Stream.<Rule>concat(
            Stream.concat(shipped.items().stream(), shipped.timers().stream()),
            shipped.dormant().stream())
        .map(rule -> rule.id().key())
        .distinct()
        .toList();
  }

  private static Checklist checklist(List<String> catalogue, int rules) {
    StringBuilder text = new StringBuilder(100_000);
    text.append("checklist: everything\nversion: 1\nlanguage: fr\nmedia: chat\n")
        .append("extends: service-norms\non: ")
        .append(catalogue.stream().collect(Collectors.joining(", ", "[", "]\n")));
    if (rules > catalogue.size()) {
      text.append("patterns:\n");
      for (int i = 0; i < PATTERNS; i++) {
        text.append(
            i < REGEXES
                ? "  own-%d: {regex: [\"(?i)(c%dm|ref)[- ]?[0-9]{3,%d}\"]}\n"
                    .formatted(i, i, 4 + i % 5)
                : "  own-%d: {words: [\"offre du mois %d\"]}\n".formatted(i, i));
      }
      text.append("items:\n");
      for (int i = catalogue.size(); i < rules; i++) {
        text.append(rule(i));
      }
    }
    byte[] file = text.toString().getBytes(StandardCharsets.UTF_8);
    return switch (ChecklistLoader.trusting().load("everything.yaml", file)) {
      case Loading.Accepted(var loaded) -> loaded.checklist();
      case Loading.AcceptedLibrary library -> throw new IllegalStateException("a library");
      case Loading.Refused refused ->
          throw new IllegalStateException(refused.problems().toString());
    };
  }

  private static String rule(int i) {
    String what =
        switch (i % 4) {
          case 0 -> "avoid: {pattern: [own-%d]}".formatted(i % PATTERNS);
          case 1 -> "say: %s\n    within: {messages: 3}".formatted(CUES.get(i % CUES.size()));
          case 2 ->
              "each-time: {cue: complaint, by: customer}\n    say: %s\n    within: {messages: 2}"
                  .formatted(CUES.get(i % CUES.size()));
          default -> "say: {pattern: own-%d}\n    within: {time: 3 min}".formatted(i % PATTERNS);
        };
    return """
      - id: house-%d
        norms: [A7]
        title: {fr: "Une règle de la maison", en: "A rule of the house"}
        why: {fr: "La maison y tient.", en: "The house cares."}
        %s
        examples: {%s: [Oui], silent: [Non]}
    """
        .formatted(i, what, what.startsWith("avoid") ? "catches" : "ticks");
  }

  private void measure(Checklist checklist) {
    Coach coach = new Coach(ChecklistLibrary.only(checklist));
    Histogram reads = new Histogram(3);
    Histogram steps = new Histogram(3);
    Histogram drafts = new Histogram(3);
    for (int i = -WARM_UP; i < CONVERSATIONS; i++) {
      if (i == 0) {
        reads.reset();
        steps.reset();
        drafts.reset();
      }
      converse(coach, checklist, reads, steps, drafts);
    }
    int rules = checklist.items().size() + checklist.timers().size();
    print(rules, "read a message", reads);
    print(rules, "coach an event", steps);
    print(rules, "check a draft", drafts);
    print(rules, "look for the patterns in 16 KiB", longest(checklist));
  }

  private void converse(
      Coach coach, Checklist checklist, Histogram reads, Histogram steps, Histogram drafts) {
    Coaching coaching = new Coaching(coach, reader, Optional.empty());
    List<Event> events = StepBenchmark.events(0, reader);
    State state = coach.start((Event.Started) events.getFirst()).state();
    for (int i = 1; i < events.size(); i++) {
      Event event = events.get(i);
      if (i <= Script.length()) {
        Script.Line line = Script.line(0, i - 1);
        ReadingContext context =
            state
                .facts()
                .contextFor(
                    line.byAgent() ? Author.AGENT : Author.CUSTOMER,
                    event.at(),
                    checklist.patterns(),
                    List.of());
        long before = System.nanoTime();
        reader.read(line.text(), context);
        long read = System.nanoTime();
        reads.recordValue(read - before);
        if (line.byAgent()) {
          coaching.draft(
              state,
              new ConversationKey("a"),
              line.text(),
              i,
              event.at(),
              Optional.empty(),
              List.of(),
              List.of());
          drafts.recordValue(System.nanoTime() - read);
        }
      }
      long before = System.nanoTime();
      state = coach.step(state, event).state();
      steps.recordValue(System.nanoTime() - before);
    }
  }

  /** The time of all patterns together, over texts that are as long as texts may be. */
  private static Histogram longest(Checklist checklist) {
    Histogram times = new Histogram(3);
    List<String> texts = new ArrayList<>();
    for (String piece : List.of("c1m 12 ", "ref-", "a", "bonjour ref 1234567, merci. ")) {
      texts.add(piece.repeat(LONGEST_TEXT / piece.length()));
    }
    for (int i = -20; i < 50; i++) {
      for (String text : texts) {
        long before = System.nanoTime();
        checklist.patterns().in(text, Author.AGENT);
        if (i >= 0) {
          times.recordValue(System.nanoTime() - before);
        }
      }
    }
    return times;
  }

  private static void print(int rules, String what, Histogram times) {
    System.out.printf(
        Locale.ROOT,
        "%4d rules, %-32s p50 %8.1f µs, p99 %8.1f µs, max %8.1f µs, n %d%n",
        rules,
        what,
        times.getValueAtPercentile(50) / 1000.0,
        times.getValueAtPercentile(99) / 1000.0,
        times.getMaxValue() / 1000.0,
        times.getTotalCount());
  }
}
