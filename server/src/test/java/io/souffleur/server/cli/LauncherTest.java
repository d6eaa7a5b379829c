package io.souffleur.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code server/bin/souffleur}, as people call it: a process of its own. */
@Timeout(120)
class LauncherTest {

  private static final Path SCRIPT = Path.of("bin", "souffleur");

  @TempDir Path folder;

  /** What a command did. */
  private record Ran(int code, String out, String err) {}

  /** A copy of the project as far as the launcher looks at it, its program already built. */
  @BeforeEach
  void build() throws IOException {
    Path server = Files.createDirectories(folder.resolve("l’été à Paris/server"));
    Files.createDirectories(server.resolve("bin"));
    Files.copy(SCRIPT, server.resolve(SCRIPT), StandardCopyOption.COPY_ATTRIBUTES);
    Files.createDirectories(server.resolve("target/lib"));
    Files.writeString(folder.resolve("l’été à Paris/pom.xml"), "<project/>");
    program(server.resolve("target/souffleur-server-0.jar"));
  }

  private Path launcher() {
    return folder.resolve("l’été à Paris/server").resolve(SCRIPT);
  }

  /** A jar that starts the program from where this build has it. */
  private static void program(Path jar) throws IOException {
    String classes =
        Arrays.stream(
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"))
                    .split(File.pathSeparator))
            .map(place -> Path.of(place).toUri().toString())
            .collect(Collectors.joining(" "));
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, Main.class.getName());
    attributes.put(Attributes.Name.CLASS_PATH, classes);
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
  }

  private Ran run(Path launcher, String... arguments) throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(
                Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments)).toList())
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  @Test
  void it_starts_from_a_folder_with_spaces_and_accents_in_its_name() throws Exception {
    assertThat(run(launcher(), "--help"))
        .satisfies(ran -> assertThat(ran.err()).isEmpty())
        .satisfies(ran -> assertThat(ran.out()).contains("Usage: souffleur"))
        .extracting(Ran::code)
        .isEqualTo(0);
  }

  @Test
  void through_links_to_links_it_finds_the_program_and_the_files_where_it_is_called()
      throws Exception {
    Path tools = Files.createDirectories(folder.resolve("my tools"));
    Path absolute = Files.createSymbolicLink(tools.resolve("souffleur-1"), launcher());
    Path relative =
        Files.createSymbolicLink(folder.resolve("souffleur"), folder.relativize(absolute));
    Files.writeString(folder.resolve("my rules.yaml"), "checklist: shop\n");

    Ran ran = run(relative, "check-rules", "my rules.yaml");

    assertThat(ran.err()).contains("my rules.yaml:1:1: ");
    assertThat(ran.out()).isEmpty();
    assertThat(ran.code()).isEqualTo(1);
  }

  @Test
  void arguments_with_spaces_and_stars_arrive_as_they_were_written() throws Exception {
    Ran ran = run(launcher(), "replay", "no such * file.jsonl");

    assertThat(ran.err()).contains("no such * file.jsonl");
    assertThat(ran.code()).isEqualTo(2);
  }
}
