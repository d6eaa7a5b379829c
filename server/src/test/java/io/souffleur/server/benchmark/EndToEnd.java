package io.souffleur.server.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * From message in to hint out, client and server as processes of their own, with durable
 * acknowledgements: first at a steady pace, then as fast as it goes, coached and merely relayed in
 * turn, each run on a server and a journal of its own.
 */
public final class EndToEnd {

  private static final Load.Size SIZE = new Load.Size(4, 40, 2000);

  private EndToEnd() {}

  /** {@code args}: messages a second, seconds of a paced run, rounds. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int rate = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
    double seconds = args.length > 1 ? Double.parseDouble(args[1]) : 60;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
    for (int round = 0; round < rounds; round++) {
      run("coach", "p" + round, false, rate, seconds);
    }
    for (int round = 0; round < rounds; round++) {
      double relayed = run("relay", "r" + round, true, rate, 15);
      double coached = run("coach", "s" + round, true, rate, 15);
      System.out.printf(Locale.ROOT, "ratio coached / relayed %.2f%n", coached / relayed);
    }
  }

  private static double run(String mode, String name, boolean saturate, int rate, double seconds)
      throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("souffleur-benchmark");
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                BenchmarkServer.class.getName(),
                mode,
                data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
      String port = out.readLine();
      if (port == null) {
        throw new IOException("the server did not start");
      }
      Load.Target target =
          new Load.Target(
              server.toHandle(), Integer.parseInt(port), BenchmarkServer.KEY, BenchmarkServer.KEY);
      try (Load load = new Load(target, SIZE, name, saturate)) {
        Load.Outcome outcome =
            saturate ? load.saturated(15, seconds) : load.paced(rate, 20, seconds);
        double each = outcome.messages() / outcome.seconds();
        System.out.printf(
            Locale.ROOT,
            "%s %s: %.0f messages/s, %.0f µs of the server's CPU each, %d refused%n",
            mode,
            name,
            each,
            outcome.cpu().toNanos() / 1000.0 / outcome.messages(),
            load.refused());
        if (!saturate) {
          print("ack", outcome.ack());
          print("cues", outcome.cues());
          print("hint", outcome.hint());
        }
        return each;
      }
    } finally {
      server.getOutputStream().close();
      server.waitFor();
      clear(data);
    }
  }

  private static void print(String what, Histogram times) {
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

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    }
  }
}
