package io.souffleur.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.access.Role;
import io.souffleur.server.config.SignIn;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A real OpenID Connect provider in a process of its own: the certified one of npm, at a free port.
 * {@code src/test/openid-provider/provider.mjs} says what it can be told.
 */
public final class TestProvider implements AutoCloseable {
  private static final Path FOLDER = Path.of("src", "test", "openid-provider");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final URI issuer;

  private TestProvider(Process process, URI issuer) {
    this.process = process;
    this.issuer = issuer;
  }

  public static TestProvider start() throws IOException {
    assertThat(FOLDER.resolve("node_modules"))
        .as("run: sh server/src/test/openid-provider/install.sh")
        .isDirectory();
    Process process =
        new ProcessBuilder("node", FOLDER.resolve("provider.mjs").toString())
            .redirectError(Files.createTempFile("openid-provider", ".log").toFile())
            .start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    while (line != null && !line.startsWith("http://")) {
      line = out.readLine();
    }
    assertThat(line).as("the address of the provider").isNotNull();
    return new TestProvider(process, URI.create(String.valueOf(line)));
  }

  public URI issuer() {
    return issuer;
  }

  /** Changes how it behaves from now on. */
  public void say(String json) throws Exception {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(issuer.resolve("/test"))
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(204);
  }

  /** What a house writes about it: agents and leads of the north, and a claim for groups. */
  public SignIn.OpenId settings() {
    return new SignIn.OpenId(
        "House Directory",
        issuer,
        "souffleur",
        "a-secret-between-the-two-of-them-0123456789",
        List.of("openid", "profile", "groups"),
        Optional.empty(),
        SignIn.Claims.standard(),
        List.of(
            new SignIn.Grant("support", Set.of(Role.AGENT), Set.of("North")),
            new SignIn.Grant("leads", Set.of(Role.SUPERVISOR), Set.of("North", "South")),
            new SignIn.Grant("it", Set.of(Role.ADMIN), Set.of())));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    http.close();
  }
}
