package io.souffleur.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.access.Role;
import io.souffleur.server.testing.House;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What an admin's session is refused; none of it changes the one house that all of it is tried at.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedChangesTest {
  private static final String PASSWORD = "une phrase assez longue";

  private House house;
  private SignedIn ada;

  @BeforeAll
  void open(@TempDir Path data) throws Exception {
    house = House.open(data, Clock.systemUTC());
    seed("ada", Role.ADMIN);
    seed("ines", Role.AGENT);
    ada = SignedIn.at(house, "ada", PASSWORD);
  }

  @AfterAll
  void close() {
    house.close();
  }

  private void seed(String login, Role role) {
    house.reception().seed(login, login, Optional.of(login), Set.of(role), "north", PASSWORD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|invalid_field|login",
        "{\"login\":\"a b\"}|invalid_field|login",
        "{\"login\":\"ines\"}|taken|login",
        "{\"login\":\"tom\",\"agent\":\"ines\"}|taken|agent",
        "{\"login\":\"tom\",\"roles\":[\"king\"]}|invalid_field|roles",
        "{\"login\":\"tom\",\"teams\":[\"nowhere\"]}|invalid_field|teams",
        "{\"login\":\"tom\",\"password\":\"short\"}|invalid_field|password",
        "{\"login\":\"tom\",\"password\":\"aaaaaaaaaaaaaaaa\"}|invalid_field|password",
        "{\"login\":4}|invalid_field|login",
        "{\"login\":\"tom\",\"login\":\"tim\"}|not_json|",
        "[]|not_json|",
        "{\"login\":{\"a\":{\"b\":{}}}}|invalid_field|login",
      })
  void a_bad_account_is_refused_with_the_field(String body, String code, String field)
      throws Exception {
    HttpResponse<String> answer = ada.ask("POST", "/v1/accounts", body);
    assertThat(answer.statusCode()).isIn(400, 409);
    assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    if (field != null) {
      assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://evil.example.org",
    "Origin, null",
    "Origin, https://crm.example.org",
    "Sec-Fetch-Site, same-origin",
    "X-Nothing, nothing"
  })
  void a_page_of_another_site_changes_nothing_with_a_session(String header, String value)
      throws Exception {
    assertThat(
            house
                .ask("POST", "/v1/teams", "{\"name\":\"x\"}", "Cookie", ada.cookie(), header, value)
                .statusCode())
        .isEqualTo(403);
    assertThat(
            ada.ask("POST", "/v1/teams", "{\"name\":\"y\"}", "Sec-Fetch-Site", "cross-site")
                .statusCode())
        .isEqualTo(403);
    assertThat(ada.ask("GET", "/v1/teams", "").body()).doesNotContain("\"x\"", "\"y\"");
  }
}
