package io.souffleur.server.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A {@link BenchmarkServer} as a process of its own, on a passing folder; ends when closed. */
final class ServerProcess implements AutoCloseable {

  private final Path data;
  private final Process process;
  private final BufferedReader out;
  private final Load.Target target;

  private ServerProcess(Path data, Process process, BufferedReader out, Load.Target target) {
    this.data = data;
    this.process = process;
    this.out = out;
    this.target = target;
  }

  /**
   * Starts one, with a heap of 1 GiB.
   *
   * @param mode {@code coach} or {@code relay}
   * @param flags what else the Java machine is told
   */
  static ServerProcess start(String mode, String... flags) throws IOException {
    Path data = Files.createTempDirectory("souffleur-benchmark");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of(flags));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(BenchmarkServer.class.getName(), mode, data.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String port = out.readLine();
    if (port == null) {
      throw new IOException("the server did not start");
    }
    Load.Target target =
        new Load.Target(process.toHandle(), Integer.parseInt(port), BenchmarkServer.KEY);
    return new ServerProcess(data, process, out, target);
  }

  Load.Target target() {
    return target;
  }

  /** Where it keeps what it is told. */
  Path data() {
    return data;
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    out.close();
    try (Stream<Path> files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).forEach(ServerProcess::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
