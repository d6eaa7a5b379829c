package io.souffleur.server.benchmark;

import io.souffleur.server.PrivateStore;
import io.souffleur.server.config.Settings;
import io.souffleur.server.core.text.Language;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long a server with a long history takes to be ready, from the start of its process, with
 * snapshots and without, after a stop and after a crash under load; and what happens when all desks
 * come back at once, right after a start and later. The packed program, as {@code
 * server/bin/souffleur} starts it.
 */
public final class Restart {

  private static final int MESSAGES_A_SECOND = 500;
  private static final Duration LOADED = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  /** Whether the machine keeps more than classes of what it learns. */
  private static final boolean AOT = Runtime.version().feature() >= 25;

  private final Path data = Files.createTempDirectory("souffleur-restart");
  private final Path jar;
  private final int port;

  private Restart(Path jar) throws IOException {
    this.jar = jar;
    try (var free = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = free.getLocalPort();
    }
    Files.writeString(
        data.resolve("souffleur.yaml"),
        """
        host: 127.0.0.1
        port: %d
        data: data
        channels:
          - name: benchmark
            key: %s
        hosts:
          - name: benchmark
            key: %s
        """
            .formatted(port, BenchmarkServer.KEY, BenchmarkServer.HOST_KEY));
  }

  /** {@code args}: the program's archive, rows, open conversations, rounds. */
  public static void main(String[] args) throws Exception {
    int rows = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
    int open = args.length > 2 ? Integer.parseInt(args[2]) : 5_000;
    int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 5;
    Restart restart = new Restart(Path.of(args[0]).toAbsolutePath());
    try {
      restart.run(rows, open, rounds);
    } finally {
      restart.clear();
    }
  }

  private void run(int rows, int open, int rounds) throws Exception {
    Instant begin = Instant.now();
    try (PrivateStore store =
        PrivateStore.open(settings(), Clock.systemUTC(), (reason, cause) -> {})) {
      LongHistory.write(store.journal(), rows, open, begin);
    }
    System.out.printf(
        Locale.ROOT,
        "%d rows, %d open, written in %.1f s, %d MiB%n",
        rows,
        open,
        Duration.between(begin, Instant.now()).toMillis() / 1000.0,
        Files.size(file("journal.db")) >> 20);
    prepare();
    settle(open);
    times("stopped, with snapshots", rounds, false);
    snapshotSizes();
    times("stopped, without snapshots", rounds, true);
    settle(open);
    List<Double> crashed = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      Process server = start(new ArrayList<>());
      try (Returning load = new Returning(port, open)) {
        load.flow(MESSAGES_A_SECOND, LOADED);
        server.destroyForcibly().waitFor();
      }
      stop(start(crashed));
    }
    report("killed under load, with snapshots", crashed);
    Process server = start(new ArrayList<>());
    comeBack("right after a start", open);
    comeBack("all dropped at once by a server that goes on", open);
    System.out.printf(Locale.ROOT, "the server held at most %d MiB%n", mostMemory(server));
    stop(server);
  }

  private void comeBack(String what, int open) throws IOException, InterruptedException {
    try (Returning load = new Returning(port, open)) {
      System.out.println(what + ": " + load.comeBack(MESSAGES_A_SECOND));
    }
  }

  private Settings settings() {
    return new Settings(
        "127.0.0.1",
        port,
        data.resolve("data"),
        List.of(),
        List.of(),
        Set.of(),
        Language.FRENCH,
        Optional.empty(),
        Optional.empty());
  }

  private void times(String what, int rounds, boolean without) throws Exception {
    List<Double> seconds = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      if (without) {
        Files.deleteIfExists(file("snapshots.db"));
      }
      stop(start(seconds));
    }
    report(what, seconds);
  }

  private static void report(String what, List<Double> seconds) {
    List<Double> sorted = seconds.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "%s: ready after %.2f s (median; %s)%n",
        what,
        sorted.get(sorted.size() / 2),
        sorted.stream().map(each -> "%.2f".formatted(each)).collect(Collectors.joining(", ")));
  }

  private Path file(String name) {
    return data.resolve("data").resolve(name);
  }

  /** Rehearses a start, as {@code souffleur prepare} does. */
  private void prepare() throws IOException, InterruptedException {
    new ProcessBuilder(
            JAVA.toString(),
            "-XX:"
                + (AOT ? "AOTCacheOutput" : "ArchiveClassesAtExit")
                + "="
                + data.resolve("learnt"),
            "-Xlog:disable",
            "-jar",
            jar.toString(),
            "prepare")
        .redirectErrorStream(true)
        .redirectOutput(data.resolve("prepare.log").toFile())
        .start()
        .waitFor();
  }

  /** Starts a server and notes how long it took until it was ready. */
  private Process start(List<Double> seconds) throws IOException, InterruptedException {
    ProcessBuilder command =
        new ProcessBuilder(
                JAVA.toString(),
                "-XX:" + (AOT ? "AOTCache" : "SharedArchiveFile") + "=" + data.resolve("learnt"),
                "-Xlog:disable",
                "-Xmx1g",
                "-jar",
                jar.toString(),
                "run",
                "--config",
                data.resolve("souffleur.yaml").toString())
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("server.log").toFile());
    long begin = System.nanoTime();
    Process server = command.start();
    while (!isReady()) {
      if (!server.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
        throw new IOException("no server: " + Files.readString(data.resolve("server.log")));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    seconds.add((System.nanoTime() - begin) / 1e9);
    return server;
  }

  private boolean isReady() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request = "GET /ready HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readNBytes(12);
      return new String(answer, StandardCharsets.US_ASCII).equals("HTTP/1.1 200");
    } catch (IOException e) {
      return false;
    }
  }

  /** Lets a server run until it has brought back, and written down, all that is open. */
  private void settle(int open) throws IOException, InterruptedException, SQLException {
    Process server = start(new ArrayList<>());
    long begin = System.nanoTime();
    while (snapshots() < open) {
      if (System.nanoTime() - begin > PATIENCE.toNanos()) {
        throw new IOException("not all conversations came back");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
    stop(server);
  }

  private int snapshots() throws SQLException {
    try (Connection connection = snapshotFile();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from snapshot")) {
      return row.getInt(1);
    }
  }

  private Connection snapshotFile() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file("snapshots.db"));
  }

  private static void stop(Process server) throws InterruptedException {
    server.destroy();
    server.waitFor();
  }

  /** In MiB, as the kernel saw it. */
  private static long mostMemory(Process server) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + server.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
        .findFirst()
        .orElse(0);
  }

  private void snapshotSizes() throws SQLException, IOException {
    try (Connection connection = snapshotFile();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*), avg(length(bytes)), max(length(bytes)) from snapshot")) {
      System.out.printf(
          Locale.ROOT,
          "%d snapshots of %.0f bytes in the mean, %d at most%n",
          row.getInt(1),
          row.getDouble(2),
          row.getInt(3));
    }
  }

  private void clear() throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
