package io.souffleur.server.crash;

import io.souffleur.server.cli.Main;
import io.souffleur.server.testing.Visitor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The program in a process of its own, which can be killed and started again on the same data and
 * at the same port. For one thread.
 *
 * <p>Starts quickly: no optimising compiler, a simple collector, and the classes prepared in an
 * archive, which wants them in jars.
 */
final class ServerProcess implements AutoCloseable {
  private static final int PATIENCE_S = 60;
  private static final int FIRST_PORT = 20_000;
  private static final int PORTS = 10_000;

  private final Path folder;
  private final int port;
  private final List<String> prefix;
  private final Map<String, String> environment;
  private final String main;
  private final String classPath;
  private Process process;

  /**
   * Starts the program.
   *
   * @param folder where its data and its settings are, or will be
   * @param prefix the command that runs it, such as strace; empty: none
   * @param main the class to start, given a settings file as {@code run --config} is
   */
  private ServerProcess(
      Path folder,
      List<String> prefix,
      Map<String, String> environment,
      Class<?> main,
      RandomGenerator random)
      throws IOException {
    this.folder = folder;
    this.port = freePort(random);
    this.prefix = List.copyOf(prefix);
    this.environment = Map.copyOf(environment);
    this.main = main.getName();
    this.classPath = jars(folder);
    Files.writeString(settings(), text());
    this.process = start();
  }

  /** The real program. */
  static ServerProcess start(Path folder, RandomGenerator random) throws IOException {
    return new ServerProcess(folder, List.of(), Map.of(), Main.class, random);
  }

  /** A program like it, to be found at fault. */
  static ServerProcess start(Path folder, Class<?> main, RandomGenerator random)
      throws IOException {
    return new ServerProcess(folder, List.of(), Map.of(), main, random);
  }

  /** The real program, run by another one. */
  static ServerProcess startUnder(
      Path folder, List<String> prefix, Map<String, String> environment, RandomGenerator random)
      throws IOException {
    return new ServerProcess(folder, prefix, environment, Main.class, random);
  }

  /**
   * Below the ports that outgoing connections get: a client that tries again and again would else
   * meet itself there one day (RFC 9293, section 3.5, simultaneous open).
   */
  private static int freePort(RandomGenerator random) throws IOException {
    IOException last = new IOException("no free port");
    for (int i = 0; i < 100; i++) {
      int port = FIRST_PORT + random.nextInt(PORTS);
      try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return probe.getLocalPort();
      } catch (IOException taken) {
        last = taken;
      }
    }
    throw last;
  }

  private static String jars(Path folder) throws IOException {
    List<String> jars = new ArrayList<>();
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    for (String place : all.split(java.io.File.pathSeparator)) {
      Path path = Path.of(place);
      if (!Files.isDirectory(path)) {
        jars.add(place);
      } else {
        Path jar = folder.resolve("classes-" + jars.size() + ".jar");
        pack(path, jar);
        jars.add(jar.toString());
      }
    }
    return String.join(java.io.File.pathSeparator, jars);
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> all = Files.walk(classes)) {
      out.setLevel(0);
      // Folders, too: what looks for migrations asks for theirs.
      for (Path one : all.filter(path -> !path.equals(classes)).sorted().toList()) {
        String name = classes.relativize(one).toString().replace(java.io.File.separatorChar, '/');
        out.putNextEntry(new ZipEntry(Files.isDirectory(one) ? name + "/" : name));
        if (Files.isRegularFile(one)) {
          Files.copy(one, out);
        }
      }
    }
  }

  private Path settings() {
    return folder.resolve("souffleur.yaml");
  }

  private String text() {
    return """
    host: 127.0.0.1
    port: %d
    data: data
    channels: [{name: channel, key: %s}]
    hosts: [{name: host, key: %s}]
    allowedOrigins: []
    language: fr
    """
        .formatted(port, Visitor.CHANNEL_KEY, Visitor.HOST_KEY);
  }

  private Process start() throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-XX:+AutoCreateSharedArchive",
            "-XX:SharedArchiveFile=" + folder.resolve("classes.jsa"),
            "-Xlog:disable",
            "-cp",
            classPath,
            main,
            "run",
            "--config",
            settings().toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile()));
    return builder.start();
  }

  /** Waits until it says that it is ready. */
  void awaitReady() throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    while (!ready()) {
      if (process.waitFor(10, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
        throw new AssertionError("the server did not get ready:\n" + log());
      }
    }
  }

  private boolean ready() {
    try (java.net.Socket socket = new java.net.Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_S * 1_000);
      socket
          .getOutputStream()
          .write(
              "GET /ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      BufferedReader in =
          new BufferedReader(
              new java.io.InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      String status = in.readLine();
      return status != null && status.contains(" 200 ");
    } catch (IOException notYet) {
      return false;
    }
  }

  int port() {
    return port;
  }

  /** Where its journal is. */
  Path data() {
    return folder.resolve("data");
  }

  /** What it has written on its standard output and error. */
  String log() throws IOException {
    return Files.readString(folder.resolve("server.log"));
  }

  /** Ends it in order, so that it leaves an archive of its classes for the next start. */
  void stop() throws InterruptedException {
    process.destroy();
    awaitEnd();
  }

  /** Ends it at once (SIGKILL): no handler, no flush, no goodbye. */
  void kill() throws InterruptedException {
    if (prefix.isEmpty()) {
      process.destroyForcibly();
    } else {
      // Whoever runs it ends after it, and has written down all of it by then.
      process.descendants().forEach(ProcessHandle::destroyForcibly);
    }
    awaitEnd();
  }

  /** Stands still from now on (SIGSTOP), and takes no notice of it. */
  void freeze() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** Goes on (SIGCONT). */
  void thaw() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    int status =
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    if (status != 0) {
      throw new IOException("kill -" + name + " ended with " + status);
    }
  }

  private void awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
      throw new AssertionError("the server did not end");
    }
  }

  /** Starts it again. */
  void again() throws IOException {
    process = start();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }
}
