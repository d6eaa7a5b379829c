package io.souffleur.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.access.Role;
import io.souffleur.server.config.SignIn;
import io.souffleur.server.testing.House;
import io.souffleur.server.testing.TestBrowser;
import io.souffleur.server.testing.TestProvider;
import io.souffleur.server.testing.TestSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People who sign in with a real provider, over real sockets, all the way round. */
class OpenIdTest {
  private static final String PASSWORD = "une phrase assez longue";

  @TempDir private static Path data;
  private static TestProvider provider;
  private static House house;

  private final TestBrowser browser = new TestBrowser();

  @BeforeAll
  static void open() throws Exception {
    provider = TestProvider.start();
    house = House.open(data, Clock.systemUTC(), SignIn.standard().with(provider.settings()));
    provider.say("{\"redirect\":\"" + house.origin() + "/v1/open-id/return\"}");
    house.reception().seed("root", "Root", Optional.empty(), Set.of(Role.ADMIN), "House", PASSWORD);
  }

  @AfterAll
  static void close() {
    house.close();
    provider.close();
  }

  @BeforeEach
  void everythingIsFine() throws Exception {
    provider.say("{\"people\":{},\"lies\":{},\"signature\":\"own\",\"mood\":\"fine\"}");
  }

  @AfterEach
  void closeBrowser() {
    browser.close();
  }

  /** Puts somebody of these groups in front of the browser. */
  private static void sits(String who, String... groups) throws Exception {
    provider.say(
        """
        {"person":"%1$s","people":{"%1$s":
          {"preferred_username":"%1$s","name":"The %1$s","groups":["%2$s"]}}}
        """
            .formatted(who, String.join("\",\"", groups)));
  }

  private URI setOut(TestBrowser from) throws Exception {
    return TestBrowser.sentTo(from.get(URI.create(house.origin() + "/v1/open-id?then=/people/")));
  }

  /** From the page to sign in to the provider and back, and not through the door yet. */
  private URI knocks() throws Exception {
    return browser.until(house.origin(), setOut(browser));
  }

  /** All the way; where the browser is sent in the end. */
  private String comesIn() throws Exception {
    return end(browser.get(knocks()));
  }

  private static String end(HttpResponse<String> answer) {
    return TestBrowser.sentTo(answer).toString().substring(house.origin().length());
  }

  private static String refused(String problem) {
    return "/sign-in/?problem=" + problem + "&then=%2Fpeople%2F";
  }

  private HttpResponse<String> whoAmI() throws Exception {
    return browser.get(URI.create(house.origin() + "/v1/session"));
  }

  @Test
  void who_is_vouched_for_comes_in_and_goes_on_to_the_page_they_wanted() throws Exception {
    sits("ines", "support", "cyclists");
    assertThat(comesIn()).isEqualTo("/sign-in/?then=%2Fpeople%2F");
    assertThat(whoAmI().body())
        .contains("\"login\":\"ines\"", "\"name\":\"The ines\"", "\"agent\":\"ines\"")
        .contains("\"roles\":[\"agent\"]", "\"teamNames\":[\"North\"]", "\"provided\":true");
    assertThat(browser.cookie("souffleur-open-id")).isEmpty();
  }

  @Test
  void the_provider_is_told_where_to_what_for_and_nothing_that_gives_it_away() throws Exception {
    HttpResponse<String> answer = browser.get(URI.create(house.origin() + "/v1/open-id"));
    assertThat(TestBrowser.sentTo(answer).getRawQuery())
        .contains("response_type=code", "client_id=souffleur", "code_challenge_method=S256")
        .contains("scope=openid+profile+groups", "%2Fv1%2Fopen-id%2Freturn")
        .doesNotContain(browser.cookie("souffleur-open-id").orElseThrow().substring(0, 43));
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("; Path=/; HttpOnly; SameSite=Lax; Max-Age=600");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @Test
  void claims_may_stand_in_the_id_token_itself() throws Exception {
    provider.say("{\"inToken\":true}");
    sits("nora", "leads");
    comesIn();
    assertThat(whoAmI().body()).contains("\"roles\":[\"supervisor\"]", "[\"North\",\"South\"]");
    provider.say("{\"inToken\":false}");
  }

  @Test
  void an_answer_to_another_browser_is_refused() throws Exception {
    sits("ines", "support");
    URI stolen = knocks();
    try (TestBrowser victim = new TestBrowser()) {
      assertThat(end(victim.get(stolen))).isEqualTo("/sign-in/?problem=provider_stale");
      setOut(victim);
      assertThat(end(victim.get(stolen))).isEqualTo(refused("provider_stale"));
      assertThat(victim.cookie("souffleur")).isEmpty();
    }
  }

  @Test
  void a_wrong_state_is_refused() throws Exception {
    sits("ines", "support");
    URI answer = URI.create(knocks().toString().replaceAll("state=[^&]+", "state=x"));
    assertThat(end(browser.get(answer))).isEqualTo(refused("provider_stale"));
    assertThat(whoAmI().statusCode()).isEqualTo(401);
  }

  @Test
  void an_answer_counts_once() throws Exception {
    sits("ines", "support");
    URI begun = setOut(browser);
    String carried = browser.cookie("souffleur-open-id").orElseThrow();
    URI answer = browser.until(house.origin(), begun);
    assertThat(end(browser.get(answer))).isEqualTo("/sign-in/?then=%2Fpeople%2F");
    assertThat(end(browser.get(answer))).isEqualTo("/sign-in/?problem=provider_stale");
    // Who has kept the cookie hears from the provider that the code has been used.
    HttpResponse<String> replayed =
        house.get(
            answer.toString().substring(house.origin().length()),
            "Cookie",
            "souffleur-open-id=" + carried);
    assertThat(end(replayed)).isEqualTo(refused("provider_invalid"));
    assertThat(replayed.headers().allValues("Set-Cookie"))
        .allSatisfy(cookie -> assertThat(cookie).startsWith("souffleur-open-id=;"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"nonce\":\"another\"}",
        "{\"nonce\":null}",
        "{\"aud\":\"another\"}",
        "{\"aud\":[\"souffleur\",\"another\"]}",
        "{\"azp\":\"another\"}",
        "{\"iss\":\"http://127.0.0.1:1\"}",
        "{\"sub\":null}",
        "{\"exp\":LONG_AGO}",
        "{\"exp\":null}",
        "{\"iat\":FAR_AHEAD}",
        "{\"nbf\":FAR_AHEAD}"
      })
  void a_token_that_is_not_for_this_sign_in_is_refused(String lies) throws Exception {
    sits("ines", "support");
    long now = Instant.now().getEpochSecond();
    provider.say(
        "{\"lies\":"
            + lies.replace("LONG_AGO", String.valueOf(now - 90))
                .replace("FAR_AHEAD", String.valueOf(now + 90))
            + "}");
    assertThat(comesIn()).isEqualTo(refused("provider_invalid"));
    assertThat(whoAmI().statusCode()).isEqualTo(401);
  }

  @Test
  void clocks_may_differ_by_half_a_minute() throws Exception {
    sits("ines", "support");
    long now = Instant.now().getEpochSecond();
    provider.say("{\"lies\":{\"exp\":%d,\"iat\":%d}}".formatted(now - 30, now + 30));
    assertThat(comesIn()).isEqualTo("/sign-in/?then=%2Fpeople%2F");
  }

  @ParameterizedTest
  @ValueSource(strings = {"foreign", "none", "secret"})
  void a_token_that_the_provider_did_not_sign_is_refused(String signature) throws Exception {
    sits("ines", "support");
    provider.say("{\"signature\":\"" + signature + "\"}");
    assertThat(comesIn()).isEqualTo(refused("provider_invalid"));
  }

  @Test
  void a_new_key_of_the_provider_is_found() throws Exception {
    sits("ines", "support");
    assertThat(comesIn()).isEqualTo("/sign-in/?then=%2Fpeople%2F");
    provider.say("{\"rotate\":true}");
    assertThat(comesIn()).isEqualTo("/sign-in/?then=%2Fpeople%2F");
  }

  @Test
  void who_says_no_there_does_not_come_in_here() throws Exception {
    sits("ines", "support");
    String answer = knocks().toString().replaceAll("code=[^&]+", "error=access_denied");
    assertThat(end(browser.get(URI.create(answer)))).isEqualTo(refused("provider_denied"));
  }

  @ParameterizedTest
  @CsvSource({"iss=http%3A%2F%2F127.0.0.1%3A1", "other=1"})
  void an_answer_says_whose_it_is(String instead) throws Exception {
    sits("ines", "support");
    String answer = knocks().toString().replaceAll("iss=[^&]+", instead);
    assertThat(end(browser.get(URI.create(answer)))).isEqualTo(refused("provider_invalid"));
  }

  @Test
  void who_has_no_role_gets_no_account() throws Exception {
    sits("stranger", "cyclists");
    assertThat(comesIn()).isEqualTo(refused("no_role"));
    assertThat(root().ask("GET", "/v1/accounts", "").body()).doesNotContain("stranger");
  }

  @Test
  void what_changes_at_the_provider_holds_from_the_next_sign_in_on() throws Exception {
    sits("sam", "support");
    comesIn();
    try (TestBrowser before = new TestBrowser()) {
      before.get(before.until(house.origin(), setOut(before)));
      sits("sam", "leads", "it");
      comesIn();
      assertThat(whoAmI().body()).contains("\"roles\":[\"supervisor\",\"admin\"]");
      assertThat(before.get(URI.create(house.origin() + "/v1/session")).statusCode())
          .isEqualTo(401);
    }
    sits("sam", "cyclists");
    HttpResponse<String> answer = browser.get(knocks());
    assertThat(end(answer)).isEqualTo(refused("no_role"));
    assertThat(whoAmI().statusCode()).isEqualTo(401);
    assertThat(root().ask("GET", "/v1/accounts", "").body())
        .contains("\"login\":\"sam\",\"name\":\"The sam\",\"agent\":\"sam\",\"roles\":[]");
  }

  @Test
  void who_was_sent_away_here_stays_away() throws Exception {
    sits("lea", "support");
    comesIn();
    String id = whoAmI().body().replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
    root().ask("PATCH", "/v1/accounts/" + id, "{\"disabled\":true}");
    assertThat(whoAmI().statusCode()).isEqualTo(401);
    assertThat(comesIn()).isEqualTo(refused("withdrawn"));
    assertThat(whoAmI().statusCode()).isEqualTo(401);
  }

  @Test
  void nobody_gets_an_account_by_its_login() throws Exception {
    sits("root", "it");
    assertThat(comesIn()).isEqualTo(refused("taken"));
  }

  @Test
  void a_password_is_of_no_use_for_whom_the_provider_knows() throws Exception {
    sits("zoe", "support");
    comesIn();
    String id = whoAmI().body().replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
    HttpResponse<String> answer =
        root()
            .ask("PUT", "/v1/accounts/" + id + "/password", "{\"password\":\"" + PASSWORD + "\"}");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("\"code\":\"provided\"");
    assertThat(SignedIn.tryAt(house, "zoe", PASSWORD).statusCode()).isEqualTo(401);
  }

  @Test
  void signing_out_ends_the_session_and_the_desk() throws Exception {
    sits("tom", "support");
    comesIn();
    String cookie = "souffleur=" + browser.cookie("souffleur").orElseThrow();
    SignedIn tom = SignedIn.with(house, cookie);
    try (TestSocket desk = tom.desk()) {
      assertThat(tom.ask("DELETE", "/v1/session", "").statusCode()).isEqualTo(200);
      assertThat(desk.closeCode()).isEqualTo(4503);
    }
    assertThat(whoAmI().statusCode()).isEqualTo(401);
  }

  @Test
  void the_page_to_sign_in_learns_what_the_provider_is_called() throws Exception {
    assertThat(house.get("/v1/set-up").body())
        .contains("\"provider\":true", "\"providerName\":\"House Directory\"")
        .contains("\"passwords\":true")
        .doesNotContain("demo");
  }

  private static SignedIn root() throws Exception {
    return SignedIn.at(house, "root", PASSWORD);
  }
}
