package io.souffleur.server.benchmark;

import io.souffleur.server.checklist.ChecklistLibrary;
import io.souffleur.server.core.Coach;
import io.souffleur.server.core.Step;
import io.souffleur.server.core.conversation.Agent;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.conversation.MessageId;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.nlp.CueReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the coaching of one event costs once its text has been read, with the shipped checklist. One
 * operation is one event of a conversation of a start, twelve messages and an end.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
public class StepBenchmark {

  private static final int EVENTS = 14;
  private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");

  @Param({"0", "1"})
  int conversation;

  private final Coach coach = new Coach(ChecklistLibrary.shipped(Language.FRENCH));
  private final CueReader reader = CueReader.shipped();
  private List<Event> events = List.of();

  /** Coaches a whole conversation. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public Step conversation() {
    if (events.isEmpty()) {
      events = events(conversation, reader);
    }
    Step step = coach.start((Event.Started) events.get(0));
    for (int i = 1; i < events.size(); i++) {
      step = coach.step(step.state(), events.get(i));
    }
    return step;
  }

  /** The events of a whole conversation, its messages read. */
  static List<Event> events(int conversation, CueReader reader) {
    boolean french = conversation % 2 == 0;
    List<Event> events = new ArrayList<>();
    events.add(
        new Event.Started(
            START,
            Medium.CHAT,
            Optional.empty(),
            Optional.of(french ? Language.FRENCH : Language.ENGLISH),
            Optional.empty(),
            TextBenchmark.context(conversation, Script.line(conversation, 0)).customer(),
            Optional.of(new Agent("ines", "Inès Morel")),
            ZoneOffset.UTC));
    for (int i = 0; i < Script.length(); i++) {
      Script.Line line = Script.line(conversation, i);
      events.add(
          new Event.Said(
              START.plusSeconds(20L * (i + 1)),
              new MessageId("m" + i),
              line.byAgent() ? Author.AGENT : Author.CUSTOMER,
              reader.read(line.text(), TextBenchmark.context(conversation, line)),
              0,
              false));
    }
    events.add(new Event.Ended(START.plusSeconds(300), Optional.empty()));
    return events;
  }
}
