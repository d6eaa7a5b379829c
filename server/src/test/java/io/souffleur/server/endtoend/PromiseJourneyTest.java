package io.souffleur.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.testing.House;
import io.souffleur.server.testing.TestClock;
import io.souffleur.server.testing.TestSocket;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A promise from the message that makes it to the next conversation that keeps it. */
class PromiseJourneyTest {

  /** The customer is in Paris, where it is two o’clock. */
  private static final Instant TWO = Instant.parse("2026-11-24T13:00:00Z");

  private static final String THREE = "2026-11-24T14:00:00Z";

  enum Words {
    FRENCH("fr", "Je vous rappelle avant 15 h.", "Bonjour, comme promis."),
    ENGLISH("en", "I will call you back by 3 pm.", "Hello again, as promised.");

    final String language;
    final String promise;
    final String greeting;

    Words(String language, String promise, String greeting) {
      this.language = language;
      this.promise = promise;
      this.greeting = greeting;
    }
  }

  @TempDir Path data;

  private final TestClock clock = new TestClock(TWO);

  private void tell(TestSocket channel, String type, String id, String conversation, String more)
      throws Exception {
    channel.send(
        "{\"type\":\"%s\",\"id\":\"%s\",\"conversation\":\"%s\",\"at\":\"%s\"%s}"
            .formatted(type, id, conversation, clock.instant(), more));
    assertThat(channel.next()).contains("\"ack\"").contains(id);
  }

  private void start(TestSocket channel, String conversation, Words words) throws Exception {
    tell(
        channel,
        "conversation.started",
        "start",
        conversation,
        (",\"medium\":\"chat\",\"language\":\"%s\",\"customer\":{\"key\":\"k-1\","
                + "\"name\":\"Nadia Haddad\",\"attributes\":{\"timeZone\":\"Europe/Paris\"}},"
                + "\"agent\":{\"key\":\"ines\",\"name\":\"Inès\"}")
            .formatted(words.language));
  }

  private void agent(TestSocket channel, String id, String conversation, String text)
      throws Exception {
    tell(channel, "message", id, conversation, ",\"author\":\"agent\",\"text\":\"" + text + "\"");
  }

  private static String shown(TestSocket desk, String conversation) throws Exception {
    desk.send("{\"type\":\"watch\",\"conversation\":\"" + conversation + "\"}");
    return desk.nextWith("\"type\":\"snapshot\",\"conversation\":\"" + conversation + "\"");
  }

  private static String promise(String conversation, String state) {
    return "\"type\":\"commitment\",\"conversation\":\"%s\".*\"commitment\":\"c1\",\"state\":\"%s\",\"deadline\":\"%s\""
        .formatted(conversation, state, THREE);
  }

  /** What is carried over is noted right after the start: in the snapshot, or right after it. */
  private static String carried(TestSocket desk, String conversation) throws Exception {
    String snapshot = shown(desk, conversation);
    return snapshot.contains("\"type\":\"commitment\"")
        ? snapshot
        : desk.nextWith("\"type\":\"commitment\"");
  }

  @ParameterizedTest
  @EnumSource
  void it_outlives_a_restart_and_is_kept_by_the_next_conversation(Words words) throws Exception {
    try (House house = House.open(data, clock);
        TestSocket channel = house.channel();
        TestSocket desk = house.deskOfInes()) {
      start(channel, "first", words);
      shown(desk, "first");
      agent(channel, "m1", "first", words.promise);
      assertThat(desk.nextWith("\"type\":\"commitment\""))
          .containsPattern(promise("first", "open"))
          .contains("\"message\":\"m1\",\"start\":0,");
    }
    clock.set(TWO.plusSeconds(2_800));
    try (House house = House.open(data, clock);
        TestSocket channel = house.channel();
        TestSocket desk = house.deskOfInes()) {
      assertThat(shown(desk, "first")).containsPattern(promise("first", "at_risk"));
      tell(channel, "conversation.ended", "end", "first", "");
      assertThat(desk.nextWith("\"summary\"")).contains("\"commitments\":{\"c1\":\"at_risk\"}");
    }
    try (House house = House.open(data, clock);
        TestSocket channel = house.channel();
        TestSocket desk = house.deskOfInes()) {
      start(channel, "second", words);
      assertThat(carried(desk, "second"))
          .containsPattern(promise("second", "at_risk") + ".*\"from\":\"first\"");
      desk.send(
          "{\"type\":\"message.asked\",\"conversation\":\"second\",\"message\":\"m1\",\"from\":\"first\"}");
      assertThat(desk.nextWith("message.shown"))
          .contains("\"text\":\"" + words.promise + "\"")
          .contains("\"from\":\"first\"");
      desk.send(
          "{\"type\":\"message.asked\",\"conversation\":\"second\",\"message\":\"m2\",\"from\":\"first\"}");
      assertThat(desk.nextWith("refused")).contains("unauthorised").contains("\"field\":\"from\"");
      clock.set(TWO.plusSeconds(2_900));
      agent(channel, "m1", "second", words.greeting);
      assertThat(desk.nextWith("\"type\":\"commitment\""))
          .containsPattern(promise("second", "kept"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_agent_is_reminded_of_it_elsewhere_and_says_that_it_is_kept(Words words)
      throws Exception {
    try (House house = House.open(data, clock);
        TestSocket channel = house.channel()) {
      start(channel, "first", words);
      agent(channel, "m1", "first", words.promise);
      tell(channel, "conversation.ended", "end", "first", "");
    }
    clock.set(TWO.plusSeconds(2_800));
    String keep =
        "{\"type\":\"commitment.kept\",\"conversation\":\"first\",\"commitment\":\"c1\",\"id\":\"d1\"}";
    try (House house = House.open(data, clock);
        TestSocket desk = house.deskOfInes()) {
      assertThat(desk.nextWith("attention"))
          .contains(
              "\"promises\":[{\"conversation\":\"first\",\"commitment\":\"c1\","
                  + "\"customer\":\"Nadia Haddad\",\"state\":\"at_risk\",\"deadline\":\""
                  + THREE
                  + "\"}]");
      desk.send(keep);
      assertThat(desk.nextWith("\"ack\"")).contains("\"d1\"");
      clock.set(TWO.plusSeconds(2_801));
      assertThat(desk.nextWith("attention")).doesNotContain("promises");
    }
    try (House house = House.open(data, clock);
        TestSocket channel = house.channel();
        TestSocket desk = house.deskOfInes()) {
      assertThat(desk.nextWith("attention")).doesNotContain("promises");
      start(channel, "second", words);
      assertThat(shown(desk, "second")).doesNotContain("commitments");
    }
  }
}
