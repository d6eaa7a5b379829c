package io.souffleur.server.benchmark;

import io.souffleur.server.core.Coach;
import io.souffleur.server.core.Step;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.rule.Condition;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Moment;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.testing.House;
import io.souffleur.server.core.testing.ItemBuilder;
import io.souffleur.server.core.testing.TimerBuilder;
import io.souffleur.server.nlp.CueReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the coaching of one event costs with many rules, of every kind, over all cues; one in ten is
 * a timer. One operation is one event of a conversation of a start, twelve messages and an end.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
public class RulesBenchmark {

  private static final int MESSAGES = 12;
  private static final List<CueName> CUES = List.of(CueName.values());
  private static final List<Stage> STAGES = List.of(Stage.values());

  @Param({"20", "200", "1000"})
  int rules;

  private Coach coach = new Coach(House.of());
  private List<Event> events = List.of();

  @Setup
  public void prepare() {
    List<Rule> all = new ArrayList<>();
    for (int i = 0; i < rules; i++) {
      all.add(i % 10 == 9 ? timer(i) : item(i));
    }
    coach = new Coach(House.of(all.toArray(Rule[]::new)));
    events = StepBenchmark.events(0, CueReader.shipped());
  }

  private static CueTest cue(int number) {
    CueName name = CUES.get(number % CUES.size());
    return CueTest.of(name.canBeShownBy(Author.AGENT) ? Author.AGENT : Author.CUSTOMER, name);
  }

  private static Rule item(int i) {
    Stage stage = STAGES.get(i % STAGES.size());
    ItemBuilder item =
        switch (i % 8) {
          case 0 -> ItemBuilder.say("item-" + i, cue(i)).dueWithin(1, 3);
          case 1 -> ItemBuilder.say("item-" + i, cue(i)).once(cue(i / 3)).dueFrom(stage);
          case 2 -> ItemBuilder.avoid("item-" + i, cue(i));
          case 3 -> ItemBuilder.say("item-" + i, cue(i)).before(cue(i / 5));
          case 4 -> ItemBuilder.say("item-" + i, cue(i)).after(cue(i / 7)).from(stage);
          case 5 -> ItemBuilder.avoid("item-" + i, cue(i)).atMost(2).until(stage);
          case 6 ->
              ItemBuilder.say("item-" + i, cue(i))
                  .dueWithin(Duration.ofMinutes(1), Duration.ofMinutes(2));
          default -> ItemBuilder.say("item-" + i, cue(i)).everyTime(cue(i / 2)).dueWithin(0, 2);
        };
    return i % 3 == 0 ? item.only(new Condition.Said(cue(i / 4))).build() : item.build();
  }

  private static Rule timer(int i) {
    return TimerBuilder.timer("timer-" + i)
        .from(new Moment.Heard(cue(i)), new Moment.MessageBy(Author.CUSTOMER))
        .to(new Moment.MessageBy(Author.AGENT))
        .within(Duration.ofSeconds(30 + i % 60))
        .build();
  }

  /** Coaches a whole conversation. */
  @Benchmark
  @OperationsPerInvocation(MESSAGES + 2)
  public Step conversation() {
    Step step = coach.start((Event.Started) events.get(0));
    for (int i = 1; i < events.size(); i++) {
      step = coach.step(step.state(), events.get(i));
    }
    return step;
  }
}
