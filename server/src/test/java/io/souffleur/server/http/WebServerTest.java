package io.souffleur.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souffleur.server.access.Operation;
import io.souffleur.server.access.Where;
import io.souffleur.server.config.Settings;
import io.souffleur.server.testing.Doors;
import io.souffleur.server.testing.FakeConversations;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebServerTest {
  private final FakeConversations conversations = new FakeConversations();

  @Test
  void health_and_readiness_can_be_asked() throws Exception {
    try (Doors doors = Doors.open(conversations)) {
      assertThat(doors.get("/health").statusCode()).isEqualTo(200);
      assertThat(doors.get("/ready").statusCode()).isEqualTo(200);
      conversations.ready = false;
      assertThat(doors.get("/health").statusCode()).isEqualTo(200);
      assertThat(doors.get("/ready").statusCode()).isEqualTo(503);
    }
  }

  private static List<String> paths() {
    return Stream.concat(
            Stream.of(
                "/",
                "/nowhere",
                "//twice",
                "/%2e%2e/up",
                "/%00",
                "/demo/desk/",
                "/embed.html/",
                "/Embed.html",
                "/x/embed.html"),
            Arrays.stream(Operation.values())
                .map(Operation::where)
                .filter(Where.Route.class::isInstance)
                .map(where -> ((Where.Route) where).path().replace("{id}", "a1").replace("*", "")))
        .distinct()
        .toList();
  }

  @Test
  void every_answer_says_what_pages_may_do() throws Exception {
    try (Doors doors = Doors.open(conversations)) {
      for (String path : paths()) {
        HttpResponse<String> answer = doors.get(path);
        assertThat(directives(answer))
            .as(path)
            .contains(
                "default-src 'none'",
                "script-src 'self'",
                "require-trusted-types-for 'script'",
                "trusted-types lit-html",
                "frame-ancestors 'none'")
            .noneMatch(directive -> directive.contains("unsafe"));
        assertThat(answer.headers().map())
            .as(path)
            .containsEntry("x-content-type-options", List.of("nosniff"))
            .containsEntry("referrer-policy", List.of("no-referrer"))
            .doesNotContainKeys("x-frame-options", "server");
      }
    }
  }

  @Test
  void what_is_no_request_is_told_in_a_line_that_says_nothing_again() throws Exception {
    try (Doors doors = Doors.open(conversations)) {
      HttpResponse<String> answer = doors.get("//said-by-somebody");
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).isEqualTo("Bad Request\n");
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain;charset=utf-8");
    }
  }

  @Test
  void the_page_made_for_frames_may_lie_in_listed_pages_alone() throws Exception {
    try (Doors doors = Doors.open(conversations)) {
      for (String path :
          List.of("/embed.html", "/embed.html?host=https://evil.example", "/%65mbed.html")) {
        HttpResponse<String> answer = doors.get(path);
        assertThat(directives(answer))
            .as(path)
            .contains("frame-ancestors 'self' " + Doors.EMBEDDER, "trusted-types lit-html")
            .doesNotContain("frame-ancestors 'none'");
        assertThat(answer.headers().map()).as(path).doesNotContainKey("x-frame-options");
      }
    }
  }

  private static List<String> directives(HttpResponse<String> answer) {
    List<String> policies = answer.headers().allValues("Content-Security-Policy");
    assertThat(policies).hasSize(1);
    return List.of(policies.getFirst().split("; "));
  }

  @Test
  void only_pages_that_may_embed_the_sidebar_may_load_its_script() throws Exception {
    try (Doors doors = Doors.open(conversations)) {
      assertThat(
              doors
                  .get("/health", "Origin", Doors.EMBEDDER)
                  .headers()
                  .firstValue("Access-Control-Allow-Origin"))
          .hasValue(Doors.EMBEDDER);
      assertThat(
              doors
                  .get("/health", "Origin", "https://evil.example.org")
                  .headers()
                  .firstValue("Access-Control-Allow-Origin"))
          .isEmpty();
    }
  }

  private static WebServer.Plan plan(int port, Pages pages) {
    return plan(port, pages, Callers.none(), Map.of());
  }

  private static WebServer.Plan plan(
      int port, Pages pages, Callers callers, Map<String, HttpServlet> servlets) {
    return new WebServer.Plan(
        "localhost",
        port,
        pages,
        Origins.own(),
        callers,
        SocketLimits.standard(),
        () -> true,
        servlets,
        List.of());
  }

  @Test
  void a_request_that_takes_long_is_answered_though_the_server_stops() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch answering = new CountDownLatch(1);
    HttpServlet slow =
        new HttpServlet() {
          @Override
          protected void doPost(HttpServletRequest request, HttpServletResponse response) {
            begun.countDown();
            try {
              response.setStatus(answering.await(10, TimeUnit.SECONDS) ? 200 : 503);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        };
    BearerKeys keys = new BearerKeys(List.of(new Settings.Key("chat", Doors.CHANNEL_KEY)));
    WebServer server =
        WebServer.start(
            plan(
                0,
                Pages.shipped(),
                Callers.byKey(keys, new BearerKeys(List.of()), Callers.none()),
                Map.of("/v1/channel/events", slow)));
    CompletableFuture<HttpResponse<String>> answer =
        HttpClient.newHttpClient()
            .sendAsync(
                HttpRequest.newBuilder(
                        URI.create("http://localhost:" + server.port() + "/v1/channel/events"))
                    .header("Authorization", "Bearer " + Doors.CHANNEL_KEY)
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    // Well after the time in which connections on which nothing happens are let go.
    CompletableFuture.delayedExecutor(700, TimeUnit.MILLISECONDS).execute(answering::countDown);
    server.close();
    assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
  }

  @Test
  void a_port_in_use_is_told() throws Exception {
    try (WebServer first = WebServer.start(plan(0, Pages.shipped()))) {
      assertThatThrownBy(() -> WebServer.start(plan(first.port(), Pages.shipped())).close())
          .isInstanceOf(AddressInUseException.class)
          .hasMessageContaining(String.valueOf(first.port()));
    }
  }

  @Test
  void where_there_is_no_page_one_says_so_with_the_same_care(@TempDir Path folder)
      throws Exception {
    Path page = Files.createDirectories(folder.resolve("nothing")).resolve("index.html");
    Files.writeString(page, "<p>nothing</p>");
    try (WebServer server = WebServer.start(plan(0, new Pages(Optional.of(folder))));
        PlainVisitor visitor = new PlainVisitor(server.port())) {
      HttpResponse<String> answer = visitor.get("/nowhere/at/all");
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).isEqualTo("<p>nothing</p>");
      assertThat(answer.headers().map())
          .containsEntry("x-content-type-options", List.of("nosniff"))
          .containsKey("content-security-policy");
    }
  }

  @Test
  void pages_of_a_folder_are_shown_and_nothing_beside_it(@TempDir Path folder) throws Exception {
    Path pages = Files.createDirectories(folder.resolve("pages/demo/desk"));
    Files.writeString(pages.resolve("index.html"), "<p>desk</p>");
    Files.writeString(folder.resolve("secret.txt"), "secret");
    try (WebServer server =
            WebServer.start(plan(0, new Pages(Optional.of(folder.resolve("pages")))));
        PlainVisitor visitor = new PlainVisitor(server.port())) {
      assertThat(visitor.get("/demo/desk/").body()).isEqualTo("<p>desk</p>");
      assertThat(visitor.get("/demo/desk").statusCode()).isEqualTo(302);
      assertThat(visitor.get("/demo/").statusCode()).isIn(403, 404);
      for (String path :
          List.of("/../secret.txt", "/%2e%2e/secret.txt", "/demo/..%2f..%2fsecret.txt")) {
        assertThat(visitor.get(path).body()).doesNotContain("secret\n").isNotEqualTo("secret");
      }
    }
  }
}
