package io.souffleur.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo as anybody starts it. */
@Timeout(120)
class DemoAccountsTest {
  @TempDir Path folder;

  private final List<Process> started = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void nothing_is_left_running() {
    started.forEach(Process::destroyForcibly);
    http.close();
  }

  /** What it printed. */
  private String start() throws Exception {
    StringBuilder printed = new StringBuilder();
    BufferedReader said = start(0).inputReader();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      printed.append(line).append('\n');
      if (line.contains("Ctrl+C")) {
        return printed.toString();
      }
    }
    throw new AssertionError(printed.toString());
  }

  private Process start(int port) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                "demo",
                "--port",
                Integer.toString(port),
                "--data",
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    started.add(process);
    return process;
  }

  private void stop() throws Exception {
    Process process = started.getLast();
    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  private static String first(String printed, String pattern) {
    return printed.replaceAll("(?s).*?" + pattern + ".*", "$1");
  }

  private HttpResponse<String> signIn(String address, String login, String password)
      throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(address + "/v1/session"))
            .header("Origin", address)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, password)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String address) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void it_is_ready_once_its_people_are_there() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Process demo = start(port);
    String address = "http://localhost:" + port;
    int status = 0;
    while (status != 200) {
      assertThat(demo.isAlive()).as("the demo goes on").isTrue();
      try {
        status = get(address + "/ready").statusCode();
      } catch (ConnectException e) {
        status = 0;
      }
    }
    assertThat(get(address + "/v1/set-up").body()).contains("\"login\":\"demo-tom\"");
    stop();
  }

  @Test
  void it_has_people_from_the_start_whose_passwords_are_good_until_it_ends() throws Exception {
    String printed = start();
    assertThat(printed)
        .contains("This is a demo")
        .contains("demo-admin        admin, password demo-")
        .contains("demo-supervisor   supervisor, password demo-")
        .contains("demo-ines         agent, password demo-")
        .contains("demo-tom          agent, password demo-")
        .doesNotContain("code");
    String address = first(printed, "(http://localhost:\\d+)/");
    String password = first(printed, "password (\\S+)");
    assertThat(get(address + "/v1/set-up").body())
        .contains("\"open\":false", "\"login\":\"demo-ines\"", password);
    HttpResponse<String> ines = signIn(address, "demo-ines", password);
    assertThat(ines.statusCode()).isEqualTo(200);
    assertThat(ines.body()).contains("(demo)", "\"agent\":\"ines\"", "[\"agent\"]");
    stop();
    String again = start();
    String elsewhere = first(again, "(http://localhost:\\d+)/");
    assertThat(signIn(elsewhere, "demo-admin", password).statusCode()).isEqualTo(401);
    assertThat(signIn(elsewhere, "demo-admin", first(again, "password (\\S+)")).body())
        .contains("\"roles\":[\"admin\"]");
    stop();
  }
}
