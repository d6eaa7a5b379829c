package io.souffleur.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.access.Role;
import io.souffleur.server.backup.Backup;
import io.souffleur.server.config.Privacy;
import io.souffleur.server.config.Settings;
import io.souffleur.server.people.SignedIn;
import io.souffleur.server.testing.House;
import io.souffleur.server.testing.TestClock;
import io.souffleur.server.testing.TestSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A house that keeps no text: it is read, it is coached by, and it is nowhere. */
class LiveOnlyTest {
  private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
  private static final String PASSWORD = "une phrase assez longue";

  /** What customer, agent and bot write and say; the channel tells others itself. */
  private static final List<String> SAID = PlantedWords.ALL.subList(6, 20);

  /** Of the customer, by the channel: they are asked for again after a restart. */
  private static final List<String> TOLD = PlantedWords.ALL.subList(0, 6);

  @TempDir Path folder;

  /** A house, and what was seen in it. */
  private final class Stay implements AutoCloseable {
    private final Path data;
    private final Privacy privacy;
    private final TestClock clock = new TestClock(START);
    private House house;
    private TestSocket channel;
    private TestSocket desk;
    private SignedIn admin;

    Stay(String name, Privacy.Words words) throws Exception {
      this.data = folder.resolve(name);
      this.privacy = new Privacy(Set.of(), Optional.empty(), words, Privacy.Retention.FOR_EVER);
      open();
    }

    private void open() throws Exception {
      house = House.open(data, clock, privacy);
      if (admin == null) {
        house
            .reception()
            .seed("ada", "Ada", Optional.empty(), Set.of(Role.ADMIN), "north", PASSWORD);
      }
      admin = SignedIn.at(house, "ada", PASSWORD);
      channel = house.channel();
      desk = house.deskOfInes();
      desk.nextWith("attention");
    }

    void restart() throws Exception {
      close();
      open();
    }

    @Override
    public void close() throws Exception {
      desk.close();
      channel.close();
      house.close();
    }

    private void tell(String event) throws Exception {
      channel.send(event);
      channel.nextWith("\"ack\"");
    }

    private void says(String id, String author, String text) throws Exception {
      clock.set(clock.instant().plus(Duration.ofSeconds(20)));
      tell(
          """
          {"type":"message","id":"%s","conversation":"c1","at":"%s","author":"%s","text":"%s"}\
          """
              .formatted(id, clock.instant(), author, text));
    }

    void begins() throws Exception {
      tell(
          """
          {"type":"conversation.started","id":"start","conversation":"c1","at":"%s",\
          "medium":"chat","reason":"%s",\
          "customer":{"key":"k-7","name":"%s","firstName":"%s","lastName":"%s","title":"%s",\
          "attributes":{"note":"%s"}},"agent":{"key":"ines","name":"Inès Morel"}}\
          """
              .formatted(
                  START,
                  TOLD.get(0),
                  TOLD.get(1),
                  TOLD.get(2),
                  TOLD.get(3),
                  TOLD.get(4),
                  TOLD.get(5)));
      watches();
      desk.nextWith("\"snapshot\"");
      says("m0", "customer", SAID.get(0));
      says("m1", "customer", "bjr, ma " + SAID.get(1) + " est arrivée cassée " + SAID.get(2));
      says("m2", "bot", "Un instant, " + SAID.get(3));
      says("m3", "agent", "Impossible de vous aider pour " + SAID.get(4) + ", c'est comme ça");
      desk.send(
          """
          {"type":"draft","conversation":"c1","text":"Bonjour %s","revision":1}\
          """
              .formatted(SAID.get(5)));
      says("m4", "agent", "Je vous rappelle avant 15 h pour " + SAID.get(6));
      desk.send(
          """
          {"type":"item.contested","id":"x1","conversation":"c1","item":"greeting",\
          "comment":"%s"}\
          """
              .formatted(SAID.get(7)));
      desk.nextWith("\"ack\"");
    }

    void watches() throws Exception {
      desk.send("{\"type\":\"watch\",\"conversation\":\"c1\"}");
    }

    String standing() throws Exception {
      desk.send("{\"type\":\"unwatch\",\"conversation\":\"c1\"}");
      watches();
      return desk.nextWith("\"snapshot\"").replaceAll("\"epoch\":\"[^\"]*\"", "");
    }

    void ends() throws Exception {
      says("m5", "customer", "encore " + SAID.get(8) + " ! c'est inadmissible " + SAID.get(13));
      tell(
          """
          {"type":"utterance","id":"u1","conversation":"c1","at":"%s","author":"agent",\
          "text":"je comprends %s, toutes mes excuses","final":true,"start":0,"end":900}\
          """
              .formatted(clock.instant(), SAID.get(9)));
      says("m6", "agent", "note " + SAID.get(10));
      tell(
          """
          {"type":"conversation.ended","id":"end","conversation":"c1","at":"%s"}\
          """
              .formatted(clock.instant()));
      tell(
          """
          {"type":"survey.answered","id":"s1","conversation":"c1","at":"%s","kind":"csat",\
          "score":1,"comment":"%s"}\
          """
              .formatted(clock.instant(), SAID.get(11)));
    }

    String coaching() throws Exception {
      String export = admin.ask("POST", "/v1/privacy/exports", "{\"customer\":\"k-7\"}").body();
      return export.substring(export.indexOf("\"coaching\":"));
    }
  }

  @Test
  void nothing_that_was_said_is_in_any_file_not_even_sealed() throws Exception {
    Path copy = Files.createDirectories(folder.resolve("copy"));
    try (Stay stay = new Stay("none", Privacy.Words.NONE)) {
      stay.begins();
      stay.standing();
      Path live = Files.createDirectories(folder.resolve("live"));
      stay.close();
      OpenedStore.dump(stay.data, live);
      assertThat(PlantedWords.in(live)).containsExactlyInAnyOrderElementsOf(TOLD);
      stay.open();
      stay.ends();
      Backup.write(
          Settings.Sqlite.WITHOUT_RESERVE, folder.resolve("none"), copy.resolve("backup.db"));
    }
    assertThat(PlantedWords.in(folder.resolve("none"))).isEmpty();
    assertThat(PlantedWords.in(copy)).isEmpty();
    Path opened = Files.createDirectories(folder.resolve("opened"));
    OpenedStore.dump(folder.resolve("none"), opened);
    assertThat(PlantedWords.in(opened)).containsExactlyInAnyOrderElementsOf(TOLD);
  }

  /** What the scan is worth: where words are kept, what is sealed has them. */
  @Test
  void where_words_are_kept_the_scan_of_what_is_sealed_finds_them() throws Exception {
    Path live = Files.createDirectories(folder.resolve("live"));
    try (Stay stay = new Stay("keep", Privacy.Words.KEEP)) {
      stay.begins();
      stay.close();
      OpenedStore.dump(stay.data, live);
      stay.open();
      stay.ends();
    }
    List<String> undecided = List.of(SAID.get(0));
    assertThat(PlantedWords.in(live)).containsAll(undecided);
    assertThat(PlantedWords.in(live.resolve("snapshots"))).contains(SAID.get(7));
    Path opened = Files.createDirectories(folder.resolve("opened"));
    OpenedStore.dump(folder.resolve("keep"), opened);
    List<String> all = new ArrayList<>(PlantedWords.ALL);
    // Drafts are never kept, and one word is not said.
    all.remove(SAID.get(5));
    all.remove(SAID.get(12));
    assertThat(PlantedWords.in(opened)).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void a_restart_in_the_middle_changes_nothing_and_all_is_as_where_words_are_kept()
      throws Exception {
    String kept;
    try (Stay stay = new Stay("keep", Privacy.Words.KEEP)) {
      stay.begins();
      stay.ends();
      kept = stay.coaching();
    }
    try (Stay stay = new Stay("none", Privacy.Words.NONE)) {
      stay.begins();
      String before = stay.standing();
      assertThat(before).contains("\"type\":\"hint\"", "\"commitments\"");
      stay.restart();
      assertThat(stay.standing()).isEqualTo(before);
      Files.delete(stay.data.resolve("snapshots.db"));
      stay.restart();
      assertThat(stay.standing()).as("folded from the journal").isEqualTo(before);
      stay.ends();
      assertThat(stay.coaching()).contains("\"summary\"").isEqualTo(kept);
      stay.desk.send("{\"type\":\"message.asked\",\"conversation\":\"c1\",\"message\":\"m1\"}");
      assertThat(stay.desk.nextWith("message.shown"))
          .contains("\"text\":\"\"", "\"forgotten\":true", "\"author\":\"customer\"");
    }
  }
}
