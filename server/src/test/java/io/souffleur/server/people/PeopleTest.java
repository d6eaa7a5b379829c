package io.souffleur.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.access.Role;
import io.souffleur.server.testing.House;
import io.souffleur.server.testing.TestClock;
import io.souffleur.server.testing.TestSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People over real requests and sockets: who comes in, what changes, and what that ends. */
class PeopleTest {
  private static final String PASSWORD = "une phrase assez longue";
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

  @TempDir private Path data;
  private final TestClock clock = new TestClock(NOW);
  private House house;

  /** A house on this folder. */
  House open(Path folder, Clock time) throws Exception {
    return House.open(folder, time);
  }

  @BeforeEach
  void open() throws Exception {
    house = open(data, clock);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void seed(String login, Role role) {
    house
        .reception()
        .seed(
            login,
            login.toUpperCase(Locale.ROOT),
            Optional.of(login),
            Set.of(role),
            "north",
            PASSWORD);
  }

  private SignedIn in(String login) throws Exception {
    return SignedIn.at(house, login, PASSWORD);
  }

  private HttpResponse<String> setUp(String code) throws Exception {
    return house.ask(
        "POST",
        "/v1/set-up",
        "{\"code\":\"%s\",\"login\":\"Ada\",\"name\":\"Ada L.\",\"password\":\"%s\"}"
            .formatted(code, PASSWORD),
        "Origin",
        house.origin());
  }

  @Test
  void the_first_admin_is_made_with_the_code_once() throws Exception {
    String code = house.reception().setUpCode().orElseThrow();
    assertThat(house.get("/v1/set-up").body()).contains("\"open\":true");
    assertThat(setUp(code + "x").statusCode()).isEqualTo(403);
    HttpResponse<String> made = setUp(code);
    assertThat(made.statusCode()).isEqualTo(200);
    assertThat(made.body()).contains("\"login\":\"ada\"").contains("\"roles\":[\"admin\"]");
    assertThat(SignedIn.of(house, made).ask("GET", "/v1/accounts", "").statusCode()).isEqualTo(200);
    assertThat(house.get("/v1/set-up").body()).contains("\"open\":false");
    assertThat(house.reception().setUpCode()).isEmpty();
    assertThat(setUp(code).statusCode()).isEqualTo(403);
  }

  @Test
  void a_person_signs_in_and_out() throws Exception {
    seed("ines", Role.AGENT);
    assertThat(house.get("/v1/session").statusCode()).isEqualTo(401);
    SignedIn ines = in("Ines ");
    assertThat(ines.ask("GET", "/v1/session", "").body())
        .contains("\"login\":\"ines\"")
        .contains("\"roles\":[\"agent\"]")
        .contains("\"teamNames\":[\"")
        .doesNotContain("argon2");
    assertThat(ines.ask("DELETE", "/v1/session", "").statusCode()).isEqualTo(200);
    assertThat(ines.ask("GET", "/v1/session", "").statusCode()).isEqualTo(401);
  }

  @Test
  void a_session_is_a_cookie_that_no_script_and_no_other_site_gets() throws Exception {
    seed("ines", Role.AGENT);
    String cookie =
        SignedIn.tryAt(house, "ines", PASSWORD).headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).matches("souffleur=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict");
  }

  @ParameterizedTest
  @CsvSource({"ines, wrong password here", "nobody, une phrase assez longue"})
  void wrong_is_said_in_the_same_words_whoever_it_is(String login, String password)
      throws Exception {
    seed("ines", Role.AGENT);
    HttpResponse<String> answer = SignedIn.tryAt(house, login, password);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body())
        .isEqualToIgnoringNewLines(
            "{\"code\":\"wrong_login\",\"reason\":\"login and password don’t go together\"}");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ines", "nobody"})
  void who_guesses_has_to_wait_whether_or_not_there_is_such_an_account(String login)
      throws Exception {
    seed("ines", Role.AGENT);
    for (int i = 0; i < 5; i++) {
      assertThat(SignedIn.tryAt(house, login, "guess number " + i).statusCode()).isEqualTo(401);
    }
    HttpResponse<String> answer = SignedIn.tryAt(house, login, "guess number 6");
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    clock.set(NOW.plusSeconds(2));
    assertThat(SignedIn.tryAt(house, login, "guess number 7").statusCode()).isEqualTo(401);
    assertThat(SignedIn.tryAt(house, login, "guess number 8").headers().firstValue("Retry-After"))
        .hasValue("2");
  }

  @Test
  void a_session_ends_when_it_is_not_used_and_at_the_latest_after_a_day_of_work() throws Exception {
    seed("ines", Role.AGENT);
    SignedIn ines = in("ines");
    for (int i = 1; i <= 14; i++) {
      clock.set(NOW.plus(Duration.ofMinutes(50L * i)));
      assertThat(ines.ask("GET", "/v1/session", "").statusCode()).isEqualTo(200);
    }
    clock.set(NOW.plus(Duration.ofHours(12)));
    assertThat(ines.ask("GET", "/v1/session", "").statusCode()).isEqualTo(401);
    SignedIn again = in("ines");
    clock.set(NOW.plus(Duration.ofHours(13)));
    assertThat(again.ask("GET", "/v1/session", "").statusCode()).isEqualTo(401);
  }

  @Test
  void people_stay_signed_in_over_a_restart() throws Exception {
    seed("ines", Role.AGENT);
    SignedIn ines = in("ines");
    house.close();
    house = open(data, clock);
    assertThat(house.get("/v1/session", "Cookie", ines.cookie()).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PATCH /v1/accounts/ID {\"disabled\":true}",
        "PATCH /v1/accounts/ID {\"roles\":[\"supervisor\"]}",
        "PATCH /v1/accounts/ID {\"teams\":[]}",
        "PATCH /v1/accounts/ID {\"agent\":null}",
        "PUT /v1/accounts/ID/password {\"password\":\"une autre phrase longue\"}",
        "DELETE /v1/accounts/ID {}"
      })
  void whatever_changes_what_a_person_may_do_ends_their_sessions_and_sockets(String change)
      throws Exception {
    seed("ada", Role.ADMIN);
    seed("ines", Role.AGENT);
    SignedIn ada = in("ada");
    SignedIn ines = in("ines");
    String unused = ines.ticket();
    try (TestSocket desk = ines.desk()) {
      String[] parts = change.split(" ", 3);
      long begun = System.nanoTime();
      HttpResponse<String> answer = ada.ask(parts[0], parts[1].replace("ID", ines.id()), parts[2]);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(desk.closeCode()).isEqualTo(4503);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }
    try (TestSocket late = house.desk(Map.of())) {
      late.send("{\"type\":\"hello\",\"ticket\":\"" + unused + "\"}");
      assertThat(late.closeCode()).isEqualTo(4501);
    }
    assertThat(ines.ask("GET", "/v1/session", "").statusCode()).isEqualTo(401);
    assertThat(ada.ask("GET", "/v1/session", "").statusCode()).isEqualTo(200);
  }

  @Test
  void a_change_of_name_ends_nothing() throws Exception {
    seed("ada", Role.ADMIN);
    seed("ines", Role.AGENT);
    SignedIn ines = in("ines");
    in("ada").ask("PATCH", "/v1/accounts/" + ines.id(), "{\"name\":\"Inès M.\"}");
    assertThat(ines.ask("GET", "/v1/session", "").body()).contains("Inès M.");
  }

  @Test
  void one_changes_ones_own_password_with_the_one_before() throws Exception {
    seed("ines", Role.AGENT);
    SignedIn ines = in("ines");
    SignedIn elsewhere = in("ines");
    String path = "/v1/accounts/" + ines.id() + "/password";
    assertThat(
            ines.ask("PUT", path, "{\"password\":\"une autre phrase longue\",\"current\":\"x\"}")
                .statusCode())
        .isEqualTo(403);
    HttpResponse<String> changed =
        ines.ask(
            "PUT",
            path,
            "{\"password\":\"une autre phrase longue\",\"current\":\"" + PASSWORD + "\"}");
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(elsewhere.ask("GET", "/v1/session", "").statusCode()).isEqualTo(401);
    assertThat(
            house.get("/v1/session", "Cookie", SignedIn.of(house, changed).cookie()).statusCode())
        .isEqualTo(200);
    assertThat(SignedIn.tryAt(house, "ines", PASSWORD).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST /v1/session", "POST /v1/accounts", "PUT /v1/accounts/ID/password"})
  void a_body_is_read_within_bounds_and_as_it_is(String request) throws Exception {
    seed("ada", Role.ADMIN);
    SignedIn ada = in("ada");
    String[] parts = request.replace("ID", ada.id()).split(" ");
    String large = "{\"login\":\"" + "x".repeat(17_000) + "\"}";
    assertThat(ada.ask(parts[0], parts[1], large).statusCode()).isEqualTo(413);
    assertThat(ada.ask(parts[0], parts[1], "{}", "Content-Encoding", "gzip").statusCode())
        .isEqualTo(415);
    assertThat(ada.ask(parts[0], parts[1], "{\"login\":").body()).contains("\"not_json\"");
  }

  @Test
  void a_house_keeps_an_admin() throws Exception {
    seed("ada", Role.ADMIN);
    SignedIn ada = in("ada");
    String path = "/v1/accounts/" + ada.id();
    assertThat(ada.ask("DELETE", path, "").body()).contains("last_admin");
    assertThat(ada.ask("PATCH", path, "{\"disabled\":true}").body()).contains("last_admin");
    assertThat(ada.ask("PATCH", path, "{\"roles\":[\"agent\"]}").body()).contains("last_admin");
    assertThat(ada.ask("GET", "/v1/session", "").statusCode()).isEqualTo(200);
  }

  @Test
  void a_supervisor_sees_the_conversations_of_their_teams_while_they_are() throws Exception {
    seed("ada", Role.ADMIN);
    seed("ines", Role.AGENT);
    seed("sam", Role.SUPERVISOR);
    try (TestSocket channel = house.channel();
        TestSocket desk = in("sam").desk()) {
      channel.send(
          "{\"type\":\"conversation.started\",\"id\":\"e1\",\"conversation\":\"c1\","
              + "\"at\":\"2026-11-25T09:00:00Z\",\"medium\":\"chat\",\"customer\":{},"
              + "\"agent\":{\"key\":\"ines\",\"name\":\"Inès\"}}");
      channel.nextWith("ack");
      desk.send("{\"type\":\"watch\",\"conversation\":\"c1\"}");
      assertThat(desk.nextWith("c1")).contains("snapshot");
      desk.send("{\"type\":\"draft\",\"conversation\":\"c1\",\"text\":\"Hi\",\"revision\":1}");
      assertThat(desk.nextWith("refused")).contains("unauthorised");
      String ines = in("ines").id();
      in("ada").ask("PATCH", "/v1/accounts/" + ines, "{\"teams\":[]}");
      assertThat(desk.nextWith("refused")).contains("no agent of your teams");
    }
  }
}
