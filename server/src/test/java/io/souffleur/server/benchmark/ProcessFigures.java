package io.souffleur.server.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process holds at one instant, as Linux tells it.
 *
 * @param resident KiB of memory
 * @param files open files and sockets
 * @param stored KiB of its data folder
 * @param heap MiB in use after the latest collection
 */
record ProcessFigures(
    Duration since, long resident, long threads, long files, long stored, long heap) {

  static ProcessFigures of(long process, Path data, Duration since, long heap) throws IOException {
    Path about = Path.of("/proc", Long.toString(process));
    List<String> status = Files.readAllLines(about.resolve("status"));
    return new ProcessFigures(
        since,
        number(status, "VmRSS:"),
        number(status, "Threads:"),
        count(about.resolve("fd")),
        size(data) / 1024,
        heap);
  }

  private static long number(List<String> status, String name) {
    return status.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).replace("kB", "").strip())
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow();
  }

  private static long count(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.count();
    }
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(ProcessFigures::length).sum();
    }
  }

  private static long length(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
