package io.souffleur.server.benchmark;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.HdrHistogram.Histogram;

/**
 * From message in to hint out, client and server as processes of their own, with durable
 * acknowledgements: first at a steady pace, then as fast as it goes, coached and merely relayed in
 * turn; and at a steady pace while agents type. Each run on a server and a journal of its own.
 */
public final class EndToEnd {

  private static final Load.Size SIZE = new Load.Size(4, 40, 2000);

  /**
   * Seconds: on two cores that the load keeps busy, the compiler needs some forty until it is done,
   * and takes a third of the server's CPU until then.
   */
  private static final double SATURATED_WARM_UP = 60;

  private static final int BYSTANDERS = 50;

  private EndToEnd() {}

  /**
   * {@code args}: messages a second, seconds of a paced run, rounds, and which runs: {@code paced},
   * {@code typed}, {@code beside}, {@code hostile}, {@code saturated}; all when none is named.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    int rate = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
    double seconds = args.length > 1 ? Double.parseDouble(args[1]) : 60;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
    Set<Load.Kind> kinds = EnumSet.noneOf(Load.Kind.class);
    for (String kind : List.of(args).subList(Math.min(3, args.length), args.length)) {
      kinds.add(Load.Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
    }
    for (Load.Kind kind : kinds.isEmpty() ? EnumSet.allOf(Load.Kind.class) : kinds) {
      for (int round = 0; round < rounds; round++) {
        switch (kind) {
          case PACED -> run("coach", "p" + round, kind, rate, seconds);
          case TYPED -> run("coach", "d" + round, kind, rate, seconds);
          case BESIDE -> {
            run("coach", "b" + round, kind, rate, seconds, bystanders(Bystanders.Manner.READING));
            run("coach", "m" + round, kind, rate, seconds, bystanders(Bystanders.Manner.MUTE));
          }
          case HOSTILE -> {
            run("coach", "q" + round, kind, rate, seconds);
            run(
                "coach",
                "h" + round,
                kind,
                rate,
                seconds,
                (target, load) -> new Hostiles(target.port(), target.channelKey()));
          }
          case SATURATED -> {
            double relayed = run("relay", "r" + round, kind, rate, 15);
            double coached = run("coach", "s" + round, kind, rate, 15);
            System.out.printf(Locale.ROOT, "ratio coached / relayed %.2f%n", coached / relayed);
          }
        }
      }
    }
  }

  /** Who comes besides, once the load is there. */
  private interface Invitation {
    Company to(Load.Target target, Load load) throws IOException;
  }

  private static Invitation bystanders(Bystanders.Manner manner) {
    return (target, load) -> {
      Bystanders others = new Bystanders(target.port(), BYSTANDERS, manner, load::ticketFor);
      load.beside(others);
      return others;
    };
  }

  private static double run(String mode, String name, Load.Kind kind, int rate, double seconds)
      throws IOException, InterruptedException {
    return run(mode, name, kind, rate, seconds, (target, load) -> Company.none());
  }

  private static double run(
      String mode, String name, Load.Kind kind, int rate, double seconds, Invitation invitation)
      throws IOException, InterruptedException {
    try (ServerProcess server = ServerProcess.start(mode)) {
      Load.Target target = server.target();
      try (Load load = new Load(target, SIZE, name, kind);
          Company company = invitation.to(target, load)) {
        Load.Outcome outcome =
            kind == Load.Kind.SATURATED
                ? load.saturated(SATURATED_WARM_UP, seconds)
                : load.paced(rate, 20, seconds);
        double each = outcome.messages() / outcome.seconds();
        System.out.printf(
            Locale.ROOT,
            "%s %s (%s): %.0f messages/s, %.0f µs of the server's CPU each, %d refused%n",
            mode,
            name,
            company.told(),
            each,
            outcome.cpu().toNanos() / 1000.0 / outcome.messages(),
            load.refused());
        if (kind != Load.Kind.SATURATED) {
          print("ack", outcome.ack());
          print("cues", outcome.cues());
          print("hint", outcome.hint());
          print("draft", outcome.draft());
        }
        return each;
      }
    }
  }

  private static void print(String what, Histogram times) {
    if (times.getTotalCount() == 0) {
      return;
    }
    System.out.printf(
        Locale.ROOT,
        "  %-5s n %d, p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, max %.1f ms%n",
        what,
        times.getTotalCount(),
        times.getValueAtPercentile(50) / 1000.0,
        times.getValueAtPercentile(99) / 1000.0,
        times.getValueAtPercentile(99.9) / 1000.0,
        times.getMaxValue() / 1000.0);
  }
}
