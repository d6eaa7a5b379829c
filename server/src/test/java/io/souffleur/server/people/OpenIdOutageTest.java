package io.souffleur.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.config.SignIn;
import io.souffleur.server.testing.House;
import io.souffleur.server.testing.TestBrowser;
import io.souffleur.server.testing.TestProvider;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A house whose provider goes away, and is its only way in. */
class OpenIdOutageTest {
  private static final int PEOPLE = 20;

  @TempDir private Path data;

  @Test
  void a_provider_that_is_away_is_told_clearly_and_holds_up_nobody_else() throws Exception {
    TestProvider provider = TestProvider.start();
    SignIn ways =
        new SignIn(
            Optional.of(provider.settings()), false, Duration.ofHours(1), Duration.ofHours(12));
    try (House house = House.open(data, Clock.systemUTC(), ways);
        TestBrowser browser = new TestBrowser()) {
      provider.say(
          """
          {"redirect":"%s/v1/open-id/return","person":"ines",
           "people":{"ines":{"preferred_username":"ines","groups":["support"]}}}
          """
              .formatted(house.origin()));
      assertThat(house.reception().setUpCode()).isEmpty();
      assertThat(house.get("/v1/set-up").body()).contains("\"passwords\":false", "\"open\":false");
      assertThat(SignedIn.tryAt(house, "ines", "une phrase assez longue").body())
          .contains("\"code\":\"no_passwords\"");
      URI begin = URI.create(house.origin() + "/v1/open-id");
      assertThat(end(house, browser.get(browser.until(house.origin(), begin))))
          .isEqualTo("/sign-in/");

      provider.say("{\"mood\":\"broken\"}");
      assertThat(unsuccessful(house, provider)).isEqualTo("/sign-in/?problem=provider_unreachable");

      provider.say("{\"mood\":\"silent\"}");
      List<FutureTask<String>> waiting = new ArrayList<>();
      for (int i = 0; i < PEOPLE; i++) {
        FutureTask<String> person = new FutureTask<>(() -> unsuccessful(house, provider));
        waiting.add(person);
        Thread.ofVirtual().start(person);
      }
      Instant begun = Instant.now();
      for (int i = 0; i < 20; i++) {
        assertThat(house.get("/ready").statusCode()).isEqualTo(200);
        assertThat(house.get("/v1/session").statusCode()).isEqualTo(401);
      }
      assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(4));
      for (FutureTask<String> person : waiting) {
        assertThat(person.get()).isEqualTo("/sign-in/?problem=provider_unreachable");
      }
      provider.close();
      assertThat(unsuccessful(house, provider)).isEqualTo("/sign-in/?problem=provider_unreachable");
      // Who is in stays in.
      assertThat(browser.get(URI.create(house.origin() + "/v1/session")).statusCode())
          .isEqualTo(200);
    } finally {
      provider.close();
    }
  }

  /** Comes back with a code that the provider can't be asked about; where that ends. */
  private static String unsuccessful(House house, TestProvider provider) throws Exception {
    try (TestBrowser browser = new TestBrowser()) {
      URI there = TestBrowser.sentTo(browser.get(URI.create(house.origin() + "/v1/open-id")));
      String state = there.getRawQuery().replaceAll(".*state=([^&]+).*", "$1");
      return end(
          house,
          browser.get(
              URI.create(
                  house.origin()
                      + "/v1/open-id/return?code=c&state="
                      + state
                      + "&iss="
                      + provider.issuer())));
    }
  }

  private static String end(House house, HttpResponse<String> answer) {
    return TestBrowser.sentTo(answer).toString().substring(house.origin().length());
  }
}
