package io.souffleur.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.Clocks;
import io.souffleur.server.Extras;
import io.souffleur.server.Souffleur;
import io.souffleur.server.config.Settings;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.http.Pages;
import io.souffleur.server.testing.TestSocket;
import io.souffleur.server.testing.Visitor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoTest {
  private static final ScenePlayer.Pace HASTY =
      new ScenePlayer.Pace(
          Duration.ofMillis(5), Duration.ZERO, Duration.ofMillis(5), Duration.ofMinutes(10));

  @TempDir Path data;

  private DemoHouse house;

  @BeforeEach
  void open() throws Exception {
    house = DemoHouse.open(data, HASTY);
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** The program with its demo, at a free port. */
  private static final class DemoHouse extends Visitor {
    private final Demo demo;
    private final Souffleur server;

    private DemoHouse(Demo demo, Souffleur server) {
      this.demo = demo;
      this.server = server;
    }

    static DemoHouse open(Path data, ScenePlayer.Pace pace) throws Exception {
      DemoHouse house = unlinked(data, pace);
      house.link();
      return house;
    }

    static DemoHouse unlinked(Path data, ScenePlayer.Pace pace) throws Exception {
      Demo demo = new Demo(RoomBook.blank(), CHANNEL_KEY, HOST_KEY, pace);
      Souffleur server =
          Souffleur.start(
              new Settings(
                      "localhost",
                      0,
                      data,
                      List.of(new Settings.Key("demo chat", CHANNEL_KEY)),
                      List.of(new Settings.Key("demo desk", HOST_KEY)),
                      Set.of(),
                      Language.FRENCH,
                      Optional.empty(),
                      Optional.empty())
                  .withStorage(Settings.Sqlite.WITHOUT_RESERVE),
              new Extras(Pages.shipped(), demo.servlets(), demo.sockets(), () -> true),
              Clocks.ofTheMachine(),
              (reason, cause) -> {
                throw new AssertionError(reason, cause);
              });
      return new DemoHouse(demo, server);
    }

    void link() {
      demo.connect("localhost:" + server.port());
    }

    TestSocket page(String join) throws Exception {
      TestSocket page = socket("/demo/chat", "", Map.of());
      page.send(join);
      return page;
    }

    TestSocket agent() throws Exception {
      TestSocket page = page("{\"type\":\"join\",\"role\":\"agent\"}");
      page.nextWith("\"rooms\"");
      return page;
    }

    @Override
    public int port() {
      return server.port();
    }

    @Override
    public void close() {
      demo.close();
      server.close();
      super.close();
    }
  }

  private static String field(String frame, String name) {
    return frame.replaceAll(".*\"" + name + "\":\"([^\"]*)\".*", "$1");
  }

  private static String say(String room, String text, String key) {
    return "{\"type\":\"say\",\"room\":\"%s\",\"text\":\"%s\",\"key\":\"%s\"}"
        .formatted(room, text, key);
  }

  @ParameterizedTest
  @CsvSource({
    "fr, Camille Durand, Toutes mes excuses pour ce contretemps",
    "en, Daniel Okafor, I’m so sorry about that"
  })
  void a_written_customer_answers_the_agent_and_the_sidebar_hears_both(
      String language, String customer, String apology) throws Exception {
    try (TestSocket agent = house.agent();
        TestSocket desk = house.deskOfInes()) {
      agent.send("{\"type\":\"play\",\"scene\":\"" + language + "\"}");
      String first = agent.nextWith("\"said\"");
      assertThat(first).contains("\"author\":\"customer\"").contains(customer);
      String room = field(first, "room");
      desk.nextWith(room);
      desk.send("{\"type\":\"watch\",\"conversation\":\"" + room + "\"}");
      assertThat(desk.nextWith("\"snapshot\"")).contains(customer);
      agent.send(say(room, apology, "k1"));
      assertThat(agent.nextWith("\"said\"")).contains(apology).contains("\"key\":\"k1\"");
      assertThat(desk.nextWith("\"apology\"")).contains("\"cues\"");
      assertThat(agent.nextWith("\"typing\"")).contains("\"active\":true");
      assertThat(agent.nextWith("\"said\"")).contains("\"author\":\"customer\"");
    }
  }

  @Test
  void a_scene_is_played_to_its_end() throws Exception {
    Scene scene = Scene.in("fr").orElseThrow();
    try (TestSocket agent = house.agent()) {
      agent.send("{\"type\":\"play\",\"scene\":\"fr\"}");
      String said = agent.nextWith("\"said\"");
      String room = field(said, "room");
      for (int line = 1; line < scene.lines().size(); line++) {
        agent.send(say(room, "Je vous lis.", "k" + line));
        agent.nextWith("\"key\":\"k" + line + "\"");
        said = agent.nextWith("\"said\"");
        assertThat(said).contains(scene.lines().get(line));
      }
      agent.send("{\"type\":\"end\",\"room\":\"" + room + "\"}");
      assertThat(agent.nextWith("\"ended\"")).contains(room);
    }
  }

  @Test
  void a_person_takes_the_written_customer_over() throws Exception {
    try (TestSocket agent = house.agent()) {
      agent.send("{\"type\":\"play\",\"scene\":\"en\"}");
      String room = field(agent.nextWith("\"said\""), "room");
      try (TestSocket customer =
          house.page("{\"type\":\"join\",\"role\":\"customer\",\"room\":\"" + room + "\"}")) {
        assertThat(customer.nextWith("\"history\"")).contains("my order");
        customer.send(say(room, "It is me now.", "c1"));
        assertThat(agent.nextWith("\"said\"")).contains("It is me now.");
        agent.send(say(room, "Hello you!", "a1"));
        customer.nextWith("Hello you!");
        customer.send(say(room, "Still me.", "c2"));
        agent.nextWith("Hello you!");
        assertThat(agent.nextWith("\"said\"")).contains("Still me.");
      }
    }
  }

  @Test
  void a_customer_is_seen_with_the_first_message_and_a_repeated_one_shows_once() throws Exception {
    try (TestSocket agent = house.agent();
        TestSocket customer =
            house.page(
                "{\"type\":\"join\",\"role\":\"customer\",\"name\":\"Zoé\",\"language\":\"fr\"}")) {
      String room = field(customer.nextWith("\"joined\""), "room");
      customer.nextWith("\"history\"");
      customer.send(say(room, "Bonjour", "k1"));
      customer.send(say(room, "Bonjour", "k1"));
      customer.send(say(room, "Il y a quelqu’un ?", "k2"));
      assertThat(agent.next()).contains("\"said\"").contains("Zoé").contains("\"k1\"");
      assertThat(agent.next()).contains("\"rooms\"").contains(room);
      assertThat(agent.next()).contains("\"said\"").contains("\"k2\"");
      assertThat(customer.next()).contains("\"k1\"");
      assertThat(customer.next()).contains("\"k1\"");
      assertThat(customer.next()).contains("\"k2\"");
    }
  }

  @Test
  void a_customer_speaks_in_their_own_room_only() throws Exception {
    try (TestSocket agent = house.agent();
        TestSocket customer = house.page("{\"type\":\"join\",\"role\":\"customer\"}")) {
      agent.send("{\"type\":\"play\",\"scene\":\"fr\"}");
      String other = field(agent.nextWith("\"said\""), "room");
      String own = field(customer.nextWith("\"joined\""), "room");
      customer.send(say(other, "Chez moi", "k1"));
      assertThat(agent.nextWith("\"said\"")).contains("\"room\":\"" + own + "\"");
      customer.send("{\"type\":\"nonsense\"}");
      customer.send("not JSON");
      customer.send("{\"type\":\"end\",\"room\":\"" + other + "\"}");
      assertThat(agent.nextWith("\"ended\"")).contains(own);
    }
  }

  @Test
  void an_impatient_customer_asks_once_more() throws Exception {
    ScenePlayer.Pace impatient =
        new ScenePlayer.Pace(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofMillis(30));
    try (DemoHouse other = DemoHouse.open(data.resolve("other"), impatient);
        TestSocket agent = other.agent()) {
      agent.send("{\"type\":\"play\",\"scene\":\"en\"}");
      Scene scene = Scene.in("en").orElseThrow();
      assertThat(agent.nextWith("\"said\"")).contains(scene.lines().getFirst());
      for (String line : scene.impatient()) {
        assertThat(agent.nextWith("\"said\"")).contains(line);
      }
    }
  }

  @Test
  void a_desk_that_asks_before_the_demo_is_linked_gets_its_ticket_a_moment_later(
      @TempDir Path other) throws Exception {
    try (DemoHouse early = DemoHouse.unlinked(other, HASTY)) {
      CompletableFuture<HttpResponse<String>> answer =
          HttpClient.newHttpClient()
              .sendAsync(
                  HttpRequest.newBuilder(URI.create(early.origin() + "/demo/ticket"))
                      .header("Origin", early.origin())
                      .POST(HttpRequest.BodyPublishers.noBody())
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      early.link();
      assertThat(answer.get(20, TimeUnit.SECONDS).body()).contains("\"ticket\":\"");
    }
  }

  @Test
  void the_desk_of_the_demo_gets_its_ticket_without_the_key() throws Exception {
    String answer = house.post("/demo/ticket", "").body();
    assertThat(answer).contains("\"agent\":{\"key\":\"ines\",\"name\":\"Inès Morel\"}");
    try (TestSocket desk = house.desk(Map.of())) {
      desk.send("{\"type\":\"hello\",\"ticket\":\"" + field(answer.strip(), "ticket") + "\"}");
      assertThat(desk.next()).contains("\"ready\"");
    }
    assertThat(house.post("/demo/ticket", "", "Origin", "https://evil.example.org").statusCode())
        .isEqualTo(403);
  }
}
