package io.souffleur.server.benchmark;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Customer;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.text.Acquaintance;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.LanguageEvidence;
import io.souffleur.server.core.text.Reading;
import io.souffleur.server.core.text.ReadingContext;
import io.souffleur.server.core.text.TextPatterns;
import io.souffleur.server.nlp.CueReader;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What reading one message costs: language and every cue. One operation is one message, right after
 * another or after so much else that nothing is left in the caches of the processor, as on a server
 * with much to do.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
public class TextBenchmark {

  private static final int CACHE_LINE = 64;

  @Param({"0", "1"})
  int conversation;

  /** MiB of other memory that are used before each message. */
  @Param({"0", "32"})
  int between;

  private byte[] other = new byte[0];
  private final CueReader reader = CueReader.shipped();
  private int step;

  /** Makes room for what is used between messages. */
  @Setup
  public void prepare() {
    other = new byte[between << 20];
  }

  /** Uses it. */
  @Setup(Level.Invocation)
  public void useOther() {
    for (int at = 0; at < other.length; at += CACHE_LINE) {
      other[at]++;
    }
  }

  /** Reads the messages of a script, one after another. */
  @Benchmark
  public Reading message() {
    Script.Line line = Script.line(conversation, step);
    step = (step + 1) % Script.length();
    return reader.read(line.text(), context(conversation, line));
  }

  static ReadingContext context(int conversation, Script.Line line) {
    boolean french = conversation % 2 == 0;
    Customer customer =
        new Customer(
            Optional.empty(),
            Optional.empty(),
            Optional.of(french ? "Camille" : "Daniel"),
            Optional.empty(),
            Optional.empty(),
            Map.of());
    return new ReadingContext(
        line.byAgent() ? Author.AGENT : Author.CUSTOMER,
        customer,
        Optional.of("Inès Morel"),
        Medium.CHAT,
        LanguageEvidence.settledOn(french ? Language.FRENCH : Language.ENGLISH),
        Acquaintance.none(),
        LocalDateTime.of(2026, 11, 20, 10, 0),
        TextPatterns.NONE);
  }
}
