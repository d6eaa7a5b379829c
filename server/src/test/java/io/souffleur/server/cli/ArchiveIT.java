package io.souffleur.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The archive as it is handed out: unpacked, and run with a Java runtime and nothing else. */
@Timeout(180)
class ArchiveIT {
  private static final Pattern ADDRESS = Pattern.compile("https?://[^/\\s]+:(\\d+)/");

  @TempDir Path folder;

  private Path home = Path.of("");

  @BeforeEach
  void unpack() throws Exception {
    String archive = System.getProperty("archive", "");
    Process tar =
        new ProcessBuilder("tar", "-xzf", archive + ".tar.gz", "-C", folder.toString())
            .inheritIO()
            .start();
    assertThat(tar.waitFor()).isZero();
    home = folder.resolve(Path.of(archive).getFileName());
  }

  /** A command, with a path on which there is neither Maven nor Node nor Java. */
  private ProcessBuilder souffleur(String... arguments) throws Exception {
    Path tools = folder.resolve("tools");
    if (!Files.exists(tools)) {
      Files.createDirectories(tools);
      for (String tool : List.of("dirname", "readlink", "sed", "mv", "rm")) {
        for (String where : List.of("/usr/bin", "/bin")) {
          Path found = Path.of(where, tool);
          if (Files.exists(found) && !Files.exists(tools.resolve(tool))) {
            Files.createSymbolicLink(tools.resolve(tool), found);
          }
        }
      }
    }
    ProcessBuilder builder =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of(home.resolve("bin/souffleur").toString()), Stream.of(arguments))
                    .toList())
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder
        .environment()
        .putAll(Map.of("PATH", tools.toString(), "JAVA_HOME", System.getProperty("java.home")));
    return builder;
  }

  /** Reads on until an address is told; its port. */
  private static int port(BufferedReader said) throws Exception {
    StringBuilder all = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      all.append(line).append('\n');
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return Integer.parseInt(address.group(1));
      }
    }
    throw new AssertionError("no address in: " + all);
  }

  private static int status(int port, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }

  private static void stop(Process process) throws Exception {
    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it stops").isTrue();
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void the_demo_runs_from_it() throws Exception {
    Process demo = souffleur("demo", "--port", "0").start();
    try (BufferedReader said = demo.inputReader()) {
      int port = port(said);
      for (String page : List.of("/health", "/demo/customer/", "/demo/desk/", "/souffleur.js")) {
        assertThat(status(port, page)).as(page).isEqualTo(200);
      }
      stop(demo);
    } finally {
      demo.destroyForcibly();
    }
  }

  @Test
  void a_house_runs_from_it_with_the_example_of_the_configuration() throws Exception {
    Path config = folder.resolve("souffleur.yaml");
    int watched;
    try (ServerSocket free = new ServerSocket(0)) {
      watched = free.getLocalPort();
    }
    Files.writeString(
        config,
        Files.readString(home.resolve("etc/souffleur.example.yaml"))
                .replace("port: 8080", "port: 0")
            + "management: {port: "
            + watched
            + "}\n");
    ProcessBuilder check = souffleur("check-config", "souffleur.yaml");
    Process unset = check.start();
    assertThat(new String(unset.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("the environment has no variable SOUFFLEUR_WEB_CHAT_KEY");
    assertThat(unset.waitFor()).isEqualTo(2);

    ProcessBuilder run = souffleur("run", "--config", "souffleur.yaml");
    run.environment().put("SOUFFLEUR_WEB_CHAT_KEY", "0123456789abcdef-chat");
    run.environment().put("SOUFFLEUR_AGENTS_TOOL_KEY", "0123456789abcdef-tool");
    Process server = run.start();
    try (BufferedReader said = server.inputReader()) {
      assertThat(status(port(said), "/health")).isEqualTo(200);
      assertThat(status(watched, "/metrics")).isEqualTo(200);
      stop(server);
    } finally {
      server.destroyForcibly();
    }
  }

  @Test
  void a_rehearsal_is_kept_for_this_version_of_java_and_held_once() throws Exception {
    Path learnt = home.resolve("souffleur-java" + Runtime.version().feature());

    prepare(Map.of());

    FileTime first = Files.getLastModifiedTime(learnt);
    prepare(Map.of());
    assertThat(Files.getLastModifiedTime(learnt)).isEqualTo(first);

    Path cache = Files.createDirectory(folder.resolve("cache"));
    Map<String, String> service = Map.of("CACHE_DIRECTORY", cache.toString());
    prepare(service);
    assertThat(cache).as("what lies in the installation serves the service too").isEmptyDirectory();
    ProcessBuilder trusting = souffleur("--version");
    trusting.environment().putAll(service);
    // Refuses to start without it.
    trusting
        .environment()
        .put(
            "SOUFFLEUR_JAVA_OPTIONS",
            Runtime.version().feature() >= 25 ? "-XX:AOTMode=on" : "-Xshare:on");
    Process version = trusting.start();
    assertThat(new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("Souffleur 0.1.0\n");
    assertThat(version.waitFor()).isZero();
  }

  private void prepare(Map<String, String> more) throws Exception {
    ProcessBuilder prepare = souffleur("prepare");
    prepare.environment().putAll(more);
    Process rehearsal = prepare.start();
    assertThat(new String(rehearsal.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEmpty();
    assertThat(rehearsal.waitFor()).isZero();
  }

  @Test
  void everything_that_runs_is_in_its_bill_of_materials() throws Exception {
    JsonNode bill = new ObjectMapper().readTree(home.resolve("souffleur.cdx.json").toFile());
    TreeSet<String> named = new TreeSet<>();
    StreamSupport.stream(bill.get("components").spliterator(), false)
        .forEach(one -> named.add(one.get("name").asText() + "-" + one.get("version").asText()));
    TreeSet<String> shipped = new TreeSet<>();
    try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
      jars.forEach(jar -> shipped.add(jar.getFileName().toString().replaceAll("\\.jar$", "")));
    }
    assertThat(shipped).isNotEmpty().isEqualTo(named);
    assertThat(bill.has("serialNumber")).isFalse();
  }

  @Test
  void it_brings_its_licence_its_pages_and_its_service() {
    assertThat(home.resolve("LICENSE")).exists();
    assertThat(home.resolve("docs/operations.md")).exists();
    assertThat(home.resolve("docs/SECURITY.md")).exists();
    assertThat(home.resolve("etc/souffleur.service")).exists();
    assertThat(home.resolve("bin/souffleur")).isExecutable();
  }
}
