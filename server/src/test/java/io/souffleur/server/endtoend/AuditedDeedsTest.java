package io.souffleur.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.access.Role;
import io.souffleur.server.audit.AuditReader;
import io.souffleur.server.people.SignedIn;
import io.souffleur.server.testing.House;
import io.souffleur.server.testing.TestClock;
import io.souffleur.server.testing.TestSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who came in, who changed what, who read whose conversation: the account has it. */
class AuditedDeedsTest {
  private static final String PASSWORD = "une phrase assez longue";

  @TempDir private Path data;
  private final TestClock clock = new TestClock(Instant.parse("2026-11-25T09:00:00Z"));
  private House house;
  private boolean closed;

  @BeforeEach
  void open() throws Exception {
    house = House.open(data, clock);
  }

  @AfterEach
  void close() {
    if (!closed) {
      house.close();
      closed = true;
    }
  }

  private void seed(String login, Role role, String team) {
    house
        .reception()
        .seed(
            login,
            login,
            role == Role.AGENT ? Optional.of(login) : Optional.empty(),
            Set.of(role),
            team,
            PASSWORD);
  }

  /** The deeds of this house, without those about keys; ends the house, so that all are there. */
  private List<String> deeds() throws Exception {
    close();
    List<String> deeds = new ArrayList<>();
    new AuditReader(data)
        .read(
            deed -> {
              if (!deed.what().startsWith("key.")) {
                deeds.add(String.join(" ", deed.who(), deed.what(), deed.about(), deed.outcome()));
              }
            });
    return deeds;
  }

  private static void tell(TestSocket channel, String event) throws Exception {
    channel.send(event);
    assertThat(channel.next()).contains("\"ack\"");
  }

  private void talk() throws Exception {
    try (TestSocket channel = house.channel()) {
      tell(
          channel,
          """
          {"type":"conversation.started","id":"s","conversation":"c1",\
          "at":"2026-11-25T08:59:00Z","medium":"chat","customer":{"key":"k-1"},\
          "agent":{"key":"ines","name":"Inès"}}\
          """);
      tell(
          channel,
          """
          {"type":"message","id":"m1","conversation":"c1","at":"2026-11-25T08:59:10Z",\
          "author":"customer","text":"bonjour"}\
          """);
    }
  }

  @Test
  void who_comes_in_and_who_only_tries() throws Exception {
    seed("ines", Role.AGENT, "north");
    SignedIn ines = SignedIn.at(house, "ines", PASSWORD);
    SignedIn.tryAt(house, "ines", "wrong password here");
    SignedIn.tryAt(house, "nobody", "wrong password here");
    ines.ask("GET", "/v1/accounts", "");
    ines.ask("POST", "/v1/privacy/exports", "{\"customer\":\"k-1\"}");
    assertThat(house.post("/v1/privacy/exports", "{\"customer\":\"k-1\"}").statusCode())
        .isEqualTo(401);
    ines.ask("DELETE", "/v1/session", "");
    assertThat(deeds())
        .containsExactly(
            "address:127.0.0.1 session.begun " + ines.id() + " done",
            "address:127.0.0.1 session.begun " + ines.id() + " refused",
            "address:127.0.0.1 session.begun  refused",
            "account:" + ines.id() + " conversation.exported  refused",
            "account:" + ines.id() + " session.ended  done");
  }

  @Test
  void tries_that_are_too_many_do_not_fill_it() throws Exception {
    seed("ines", Role.AGENT, "north");
    for (int i = 0; i < 12; i++) {
      SignedIn.tryAt(house, "ines", "wrong password here");
    }
    assertThat(deeds()).hasSizeLessThan(8);
  }

  @Test
  void the_first_admin_accounts_and_teams() throws Exception {
    String body =
        "{\"code\":\"%s\",\"login\":\"ada\",\"name\":\"Ada\",\"password\":\"%s\"}"
            .formatted(house.reception().setUpCode().orElseThrow(), PASSWORD);
    SignedIn ada =
        SignedIn.of(house, house.ask("POST", "/v1/set-up", body, "Origin", house.origin()));
    String team = idIn(ada.ask("POST", "/v1/teams", "{\"name\":\"south\"}").body());
    String marc =
        idIn(ada.ask("POST", "/v1/accounts", "{\"login\":\"marc\",\"roles\":[\"agent\"]}").body());
    ada.ask("PATCH", "/v1/accounts/" + marc, "{\"teams\":[\"" + team + "\"]}");
    ada.ask("PUT", "/v1/accounts/" + marc + "/password", "{\"password\":\"" + PASSWORD + "\"}");
    ada.ask("DELETE", "/v1/accounts/" + marc, "");
    ada.ask("PATCH", "/v1/teams/" + team, "{\"name\":\"west\"}");
    ada.ask("DELETE", "/v1/teams/" + team, "");
    String who = "account:" + ada.id() + " ";
    assertThat(deeds())
        .containsExactly(
            "address:127.0.0.1 house.set-up " + ada.id() + " done",
            who + "team.created " + team + " done",
            who + "account.created " + marc + " done",
            who + "account.changed " + marc + " done",
            who + "password.changed " + marc + " done",
            who + "account.deleted " + marc + " done",
            who + "team.renamed " + team + " done",
            who + "team.deleted " + team + " done");
  }

  private static String idIn(String body) {
    return body.replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
  }

  @Test
  void who_looks_at_the_conversation_of_somebody_else() throws Exception {
    seed("ines", Role.AGENT, "north");
    seed("zoe", Role.SUPERVISOR, "north");
    seed("yann", Role.SUPERVISOR, "south");
    talk();
    SignedIn ines = SignedIn.at(house, "ines", PASSWORD);
    SignedIn zoe = SignedIn.at(house, "zoe", PASSWORD);
    SignedIn yann = SignedIn.at(house, "yann", PASSWORD);
    String watch = "{\"type\":\"watch\",\"conversation\":\"c1\"}";
    String asked = "{\"type\":\"message.asked\",\"conversation\":\"c1\",\"message\":\"m1\"}";
    try (TestSocket own = ines.desk();
        TestSocket near = zoe.desk();
        TestSocket far = yann.desk()) {
      own.send(watch);
      own.nextWith("\"snapshot\"");
      own.send(asked);
      own.nextWith("message.shown");
      near.send(watch);
      near.nextWith("\"snapshot\"");
      near.send(asked);
      near.nextWith("message.shown");
      far.send(watch);
      far.nextWith("refused");
      far.send(asked);
      far.nextWith("refused");
    }
    assertThat(deeds())
        .filteredOn(deed -> !deed.contains("session"))
        .containsExactly(
            "account:" + ines.id() + " message.shown c1 done",
            "account:" + zoe.id() + " conversation.watched c1 done",
            "account:" + zoe.id() + " message.shown c1 done",
            "account:" + yann.id() + " conversation.watched c1 refused");
  }

  @Test
  void keys_are_noted_when_they_come_and_when_they_go() throws Exception {
    close();
    List<String> first = keys();
    assertThat(first).hasSize(3).allMatch(deed -> deed.startsWith("key.accepted"));
    assertThat(first).anyMatch(deed -> deed.matches("key.accepted channel:telephone [0-9a-f]{12}"));
    house = House.open(data, clock);
    house.close();
    assertThat(keys()).isEqualTo(first);
    house = House.withoutTelephone(data, clock);
    house.close();
    assertThat(keys())
        .startsWith(first.toArray(String[]::new))
        .hasSize(4)
        .last()
        .asString()
        .startsWith("key.withdrawn channel:telephone ");
  }

  private List<String> keys() throws Exception {
    List<String> keys = new ArrayList<>();
    new AuditReader(data).read(deed -> keys.add(deed.what() + " " + deed.about()));
    return keys;
  }
}
