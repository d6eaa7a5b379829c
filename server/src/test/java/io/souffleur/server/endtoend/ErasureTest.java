package io.souffleur.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.souffleur.server.access.Role;
import io.souffleur.server.audit.AuditReader;
import io.souffleur.server.backup.Backup;
import io.souffleur.server.config.Settings;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.Journal;
import io.souffleur.server.journal.Origin;
import io.souffleur.server.journal.Outcome;
import io.souffleur.server.journal.SqliteJournal;
import io.souffleur.server.people.SignedIn;
import io.souffleur.server.testing.House;
import io.souffleur.server.testing.TestClock;
import io.souffleur.server.testing.TestSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A customer wants to be forgotten: no byte of any file has a word of theirs afterwards. */
class ErasureTest {
  private static final String START = "2026-11-23T09:00:00Z";
  private static final String PASSWORD = "une phrase assez longue";

  private static final List<String> PLANTED = PlantedWords.ALL;

  @TempDir Path folder;

  private final TestClock clock = new TestClock(Instant.parse(START));
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger("io.souffleur");
  private House house;
  private TestSocket channel;
  private TestSocket desk;
  private Optional<SignedIn> admin = Optional.empty();

  @BeforeEach
  void open() throws Exception {
    if (!log.isStarted()) {
      log.start();
      root.setLevel(Level.TRACE);
      root.addAppender(log);
    }
    openHouse();
    channel = house.channel();
    desk = house.deskOfInes();
    desk.nextWith("attention");
  }

  private void openHouse() throws Exception {
    house = House.watched(folder.resolve("data"), clock);
    if (admin.isEmpty()) {
      house.reception().seed("ada", "Ada", Optional.empty(), Set.of(Role.ADMIN), "north", PASSWORD);
    }
    admin = Optional.of(SignedIn.at(house, "ada", PASSWORD));
  }

  @AfterEach
  void close() throws Exception {
    desk.close();
    channel.close();
    house.close();
  }

  private void tell(String event) throws Exception {
    channel.send(event);
    channel.nextWith("\"ack\"");
  }

  private void starts(String conversation, String customer, List<String> words) throws Exception {
    tell(
        """
        {"type":"conversation.started","id":"start","conversation":"%s","at":"%s",\
        "medium":"chat","language":"fr","reason":"%s",\
        "customer":{"key":"%s","name":"%s","firstName":"%s","lastName":"%s","title":"%s",\
        "attributes":{"note":"%s"}},"agent":{"key":"ines","name":"Inès Morel"}}\
        """
            .formatted(
                conversation,
                START,
                words.get(0),
                customer,
                words.get(1),
                words.get(2),
                words.get(3),
                words.get(4),
                words.get(5)));
  }

  private void says(String conversation, String id, String author, String text) throws Exception {
    tell(
        """
        {"type":"message","id":"%s","conversation":"%s","at":"%s","author":"%s","text":"%s"}\
        """
            .formatted(id, conversation, START, author, text));
  }

  private void talk() throws Exception {
    starts("c1", "k-7", PLANTED.subList(0, 6));
    desk.send("{\"type\":\"watch\",\"conversation\":\"c1\"}");
    desk.nextWith("\"snapshot\"");
    says("c1", "m1", "customer", "bjr, ma " + PLANTED.get(6) + " est cassée " + PLANTED.get(7));
    says("c1", "m2", "agent", "Bonjour " + PLANTED.get(1) + ", je regarde " + PLANTED.get(8));
    says("c1", "m3", "bot", PLANTED.get(9));
    says("c1", "m4", "agent", "Je vous rappelle avant 15 h pour " + PLANTED.get(10));
    desk.send(
        """
        {"type":"draft","conversation":"c1","text":"Bonjour %s","revision":1}\
        """
            .formatted(PLANTED.get(11)));
    desk.nextWith("draft.checked");
    tell(
        """
        {"type":"utterance","id":"u1","conversation":"c1","at":"%s","author":"customer",\
        "text":"%s","final":true,"start":0,"end":900}\
        """
            .formatted(START, PLANTED.get(12)));
    desk.send(
        """
        {"type":"item.contested","id":"x1","conversation":"c1","item":"greeting","comment":"%s"}\
        """
            .formatted(PLANTED.get(13)));
    desk.nextWith("\"ack\"");
    says("c1", "m1b", "customer", PLANTED.get(14) + " à " + PLANTED.get(19));
    tell(
        """
        {"type":"conversation.ended","id":"end","conversation":"c1","at":"%s"}\
        """
            .formatted(START));
    tell(
        """
        {"type":"survey.answered","id":"s1","conversation":"c1","at":"%s","kind":"csat",\
        "score":1,"comment":"%s"}\
        """
            .formatted(START, PLANTED.get(15)));
    starts("c2", "k-7", PLANTED.subList(14, 20));
    says("c2", "m1", "customer", PLANTED.get(16) + " " + PLANTED.get(17) + " " + PLANTED.get(18));
    starts("c3", "k-8", List.of("panne", "Nadia", "Nadia", "Benali", "Mme", "rien"));
  }

  private String logged() {
    List<String> lines = new ArrayList<>();
    for (ILoggingEvent event : List.copyOf(log.list)) {
      lines.add(event.getFormattedMessage());
      if (event.getThrowableProxy() != null) {
        lines.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
      }
    }
    return String.join("\n", lines);
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return admin.orElseThrow().ask("POST", path, body);
  }

  @Test
  void an_erased_customer_is_in_no_file_no_copy_and_no_log() throws Exception {
    talk();
    HttpResponse<String> export = post("/v1/privacy/exports", "{\"customer\":\"k-7\"}");
    assertThat(export.statusCode()).isEqualTo(200);
    Path exported = Files.createDirectories(folder.resolve("exported"));
    Files.writeString(exported.resolve("export.json"), export.body());
    // Drafts are never kept; everything else is theirs, and the scan sees it.
    List<String> kept = new ArrayList<>(PLANTED);
    kept.remove(11);
    assertThat(PlantedWords.in(exported)).containsExactlyInAnyOrderElementsOf(kept);

    Path copy = Files.createDirectories(folder.resolve("copy"));
    for (String file : List.of("journal.db", "journal.db-wal")) {
      Files.copy(folder.resolve("data").resolve(file), copy.resolve(file));
    }
    Backup.write(
        Settings.Sqlite.WITHOUT_RESERVE, folder.resolve("data"), copy.resolve("backup.db"));
    Files.writeString(copy.resolve("metrics"), metrics());
    assertThat(PlantedWords.in(copy)).isEmpty();
    assertThat(PlantedWords.in(folder.resolve("data"))).isEmpty();

    desk.send("{\"type\":\"watch\",\"conversation\":\"c2\"}");
    desk.nextWith("\"snapshot\"");
    Instant asked = Instant.now();
    HttpResponse<String> receipt = post("/v1/privacy/erasures", "{\"customer\":\"k-7\"}");
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(60));
    assertThat(receipt.statusCode()).isEqualTo(200);
    assertThat(receipt.body())
        .contains("\"conversations\":[\"c1\",\"c2\"]", "\"by\":\"account:")
        .doesNotContain("k-7");
    assertThat(desk.nextWith("refused")).contains("this conversation was erased");
    desk.send("{\"type\":\"message.asked\",\"conversation\":\"c2\",\"message\":\"m1\"}");
    assertThat(desk.nextWith("refused")).isNotEmpty();

    assertThat(PlantedWords.in(folder.resolve("data"))).isEmpty();
    assertThat(PlantedWords.in(copy)).isEmpty();
    assertThat(logged()).doesNotContain(PLANTED);
    close();
    assertThat(PlantedWords.in(folder.resolve("data"))).isEmpty();
    assertThat(new AuditReader(folder.resolve("data")).verify().faults()).isEmpty();
    open();
    desk.send("{\"type\":\"watch\",\"conversation\":\"c3\"}");
    assertThat(desk.nextWith("\"snapshot\"")).contains("Nadia");
    assertThat(post("/v1/privacy/exports", "{\"customer\":\"k-7\"}").body())
        .contains("\"conversations\":[]");
  }

  private String metrics() throws Exception {
    URI page = URI.create("http://127.0.0.1:" + house.managementPort() + "/metrics");
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(page).build();
      String body = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
      assertThat(body).contains("souffleur_events_total");
      return body;
    }
  }

  /** What the scan is worth: where nothing is sealed, it finds what there is, in every encoding. */
  @Test
  void the_scan_finds_words_that_lie_open() throws Exception {
    Path open = Files.createDirectories(folder.resolve("open"));
    try (Journal journal = SqliteJournal.open(open, (reason, cause) -> {})) {
      CompletableFuture<Outcome> kept = new CompletableFuture<>();
      journal.append(
          new Entry(
              new ConversationId("c1"),
              1,
              Origin.CHANNEL,
              "k",
              0,
              Entry.STARTED,
              Instant.parse(START),
              "{\"reason\":\"" + PLANTED.get(0) + " " + PLANTED.get(19) + "\"}"),
          kept::complete);
      assertThat(kept.get(10, TimeUnit.SECONDS)).isEqualTo(Outcome.DURABLE);
      assertThat(PlantedWords.in(open)).containsExactlyInAnyOrder(PLANTED.get(0), PLANTED.get(19));
    }
    Files.writeString(open.resolve("16le"), PLANTED.get(1), StandardCharsets.UTF_16LE);
    Files.writeString(open.resolve("16be"), PLANTED.get(19), StandardCharsets.UTF_16BE);
    assertThat(PlantedWords.in(open)).contains(PLANTED.get(1));
    Files.delete(open.resolve("journal.db"));
    assertThat(PlantedWords.in(open)).contains(PLANTED.get(19));
  }

  @Test
  void a_snapshot_of_a_live_conversation_is_sealed_and_goes_with_it() throws Exception {
    starts("c2", "k-7", PLANTED.subList(0, 6));
    says("c2", "m1", "customer", PLANTED.get(6));
    house.close();
    assertThat(snapshots()).containsExactly("c2");
    assertThat(PlantedWords.in(folder.resolve("data"))).isEmpty();
    openHouse();
    desk = house.deskOfInes();
    desk.send("{\"type\":\"watch\",\"conversation\":\"c2\"}");
    assertThat(desk.nextWith("\"snapshot\"")).contains(PLANTED.get(1));
    post("/v1/privacy/erasures", "{\"customer\":\"k-7\"}");
    house.close();
    assertThat(snapshots()).isEmpty();
    assertThat(PlantedWords.in(folder.resolve("data"))).isEmpty();
    openHouse();
  }

  private List<String> snapshots() throws Exception {
    try (Connection file =
            DriverManager.getConnection(
                "jdbc:sqlite:" + folder.resolve("data").resolve("snapshots.db"));
        Statement statement = file.createStatement();
        ResultSet rows = statement.executeQuery("select conversation from snapshot")) {
      List<String> conversations = new ArrayList<>();
      while (rows.next()) {
        conversations.add(rows.getString(1));
      }
      return conversations;
    }
  }

  @Test
  void what_is_held_is_not_erased_until_the_hold_is_lifted() throws Exception {
    talk();
    String hold = post("/v1/privacy/holds", "{\"customer\":\"k-7\"}").body();
    String id = hold.replaceAll("(?s).*\"id\":\"([0-9a-f]{16})\".*", "$1");
    for (String subject : List.of("{\"customer\":\"k-7\"}", "{\"conversation\":\"c1\"}")) {
      HttpResponse<String> refused = post("/v1/privacy/erasures", subject);
      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(refused.body()).contains("lift hold " + id + " first");
    }
    assertThat(post("/v1/privacy/erasures", "{\"conversation\":\"c3\"}").statusCode())
        .isEqualTo(200);
    close();
    assertThat(PlantedWords.in(folder.resolve("data"))).isEmpty();
    open();
    assertThat(admin.orElseThrow().ask("GET", "/v1/privacy/holds", "").body())
        .contains("\"id\":\"" + id, "\"customer\":\"k-7\"");
    assertThat(admin.orElseThrow().ask("DELETE", "/v1/privacy/holds/x", "").statusCode())
        .isEqualTo(404);
    assertThat(admin.orElseThrow().ask("DELETE", "/v1/privacy/holds/" + id, "").statusCode())
        .isEqualTo(200);
    assertThat(post("/v1/privacy/erasures", "{\"customer\":\"k-7\"}").body())
        .contains("\"conversations\":[\"c1\",\"c2\"]");
  }

  @Test
  void what_was_erased_does_not_come_back() throws Exception {
    talk();
    post("/v1/privacy/erasures", "{\"conversation\":\"c1\"}");
    channel.send(
        """
        {"type":"conversation.started","id":"start","conversation":"c1","at":"%s",\
        "medium":"chat","customer":{}}\
        """
            .formatted(START));
    assertThat(channel.nextWith("refused")).contains("this conversation was erased");
    close();
    open();
    channel.send(
        """
        {"type":"message","id":"m9","conversation":"c1","at":"%s","author":"agent","text":"x"}\
        """
            .formatted(START));
    assertThat(channel.nextWith("refused")).contains("this conversation was erased");
    says("c2", "m9", "customer", "encore là");
  }

  @Test
  void a_promise_of_an_erased_conversation_is_told_to_nobody() throws Exception {
    starts("c1", "k-7", PLANTED.subList(0, 6));
    says("c1", "m1", "agent", "Je vous rappelle avant 15 h.");
    tell(
        """
        {"type":"conversation.ended","id":"end","conversation":"c1","at":"%s"}\
        """
            .formatted(START));
    house.close();
    clock.set(Instant.parse("2026-11-23T15:30:00Z"));
    openHouse();
    desk = house.deskOfInes();
    assertThat(desk.nextWith("attention")).contains("\"promises\":[{\"conversation\":\"c1\"");
    post("/v1/privacy/erasures", "{\"customer\":\"k-7\"}");
    clock.set(Instant.parse("2026-11-23T15:30:02Z"));
    assertThat(desk.nextWith("attention")).doesNotContain("promises");
  }

  @Test
  void nobody_but_an_admin_may() throws Exception {
    for (String path : List.of("/v1/privacy/erasures", "/v1/privacy/exports")) {
      assertThat(house.post(path, "{\"customer\":\"k-7\"}").statusCode()).isEqualTo(401);
      assertThat(post(path, "{\"customer\":7}").statusCode()).isEqualTo(400);
      assertThat(post(path, "{\"who\":\"k-7\"}").statusCode()).isEqualTo(400);
    }
  }
}
