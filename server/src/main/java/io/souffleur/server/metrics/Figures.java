package io.souffleur.server.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.souffleur.server.http.CloseCode;
import io.souffleur.server.http.SocketFigures;
import io.souffleur.server.journal.Journal;
import io.souffleur.server.lane.Conversations;
import io.souffleur.server.lane.Gauges;
import io.souffleur.wire.RefusalCode;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;

/**
 * The figures of one server. What is counted anyway is read when somebody asks; the rest costs two
 * hundred nanoseconds an event. Labels are closed sets: doors, codes, reasons. Safe for use by any
 * thread.
 */
public final class Figures implements AutoCloseable {
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
    Duration.ofSeconds(10)
  };
  private static final double[] GROUPS = {1, 2, 4, 8, 16, 32, 64, 128, 256};

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Timer acks = timer("souffleur.ack", "From an event's arrival to its ack");
  private final Timer hints = timer("souffleur.hint", "From a message's arrival to its hint");
  private final Timer drafts = timer("souffleur.draft", "From a draft's arrival to its findings");
  private final Map<RefusalCode, Counter> refusals = new EnumMap<>(RefusalCode.class);

  /** Figures of the machine so far. */
  public Figures() {
    for (RefusalCode code : RefusalCode.values()) {
      refusals.put(
          code,
          Counter.builder("souffleur.refusals")
              .description("Events, actions and requests refused")
              .tag("code", word(code))
              .register(registry));
    }
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  /** Conversations that are measured from now on. */
  public Conversations measure(Conversations conversations, Journal journal) {
    count(conversations, "events", "Events kept", Gauges::events);
    count(conversations, "repeats", "Deliveries of an event that was known", Gauges::repeated);
    count(conversations, "updates", "Updates that followed", Gauges::updates);
    count(conversations, "wakeups", "Clocks that ran out", Gauges::wakeUps);
    count(conversations, "wakeups.late", "More than a second late", Gauges::late);
    gauge(conversations, "conversations", "In memory", Gauges::resident);
    gauge(conversations, "conversations.degraded", "Not coached any more", Gauges::degraded);
    gauge(conversations, "watchers", "Who watch a conversation", Gauges::watchers);
    gauge(conversations, "lanes.waiting", "Handed over and not begun", Gauges::waiting);
    gauge(conversations, "lanes.undurable", "Begun and not durable yet", Gauges::inFlight);
    Timer commits = timer("souffleur.commit", "How long the disk took for a group");
    DistributionSummary groups =
        DistributionSummary.builder("souffleur.commit.entries")
            .description("Entries made durable together")
            .serviceLevelObjectives(GROUPS)
            .register(registry);
    journal.listen(
        (entries, took) -> {
          commits.record(took);
          groups.record(entries);
        });
    return new MeasuredConversations(conversations, this);
  }

  /** Adds what is known of sockets, and whether the server is ready. */
  public void watch(SocketFigures sockets, BooleanSupplier ready) {
    for (String door : new String[] {"channel", "desk"}) {
      Gauge.builder("souffleur.sockets", sockets, known -> known.open("/v1/" + door))
          .strongReference(true)
          .description("Open sockets")
          .tag("door", door)
          .register(registry);
    }
    for (CloseCode code : CloseCode.values()) {
      FunctionCounter.builder("souffleur.sockets.closed", sockets, known -> known.closed(code))
          .description("Sockets closed by the server")
          .tag("reason", word(code))
          .register(registry);
    }
    Gauge.builder("souffleur.ready", ready, known -> known.getAsBoolean() ? 1 : 0)
        .strongReference(true)
        .description("Whether events are accepted")
        .register(registry);
  }

  void acked(long nanos) {
    acks.record(Duration.ofNanos(nanos));
  }

  void hinted(long nanos) {
    hints.record(Duration.ofNanos(nanos));
  }

  void draftChecked(long nanos) {
    drafts.record(Duration.ofNanos(nanos));
  }

  void refused(RefusalCode code) {
    Counter counter = refusals.get(code);
    if (counter != null) {
      counter.increment();
    }
  }

  /** Everything, in the text format of Prometheus. */
  public String text() {
    return registry.scrape();
  }

  private Timer timer(String name, String description) {
    return Timer.builder(name)
        .description(description)
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  private void count(
      Conversations of, String name, String description, ToLongFunction<Gauges> figure) {
    FunctionCounter.builder("souffleur." + name, of, one -> figure.applyAsLong(one.gauges()))
        .description(description)
        .register(registry);
  }

  private void gauge(
      Conversations of, String name, String description, ToLongFunction<Gauges> figure) {
    Gauge.builder("souffleur." + name, of, one -> figure.applyAsLong(one.gauges()))
        .description(description)
        .strongReference(true)
        .register(registry);
  }

  private static String word(Enum<?> code) {
    return code.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
