package io.souffleur.server.openid;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

  private final RoundTrip trip = RoundTrip.begin(new SecureRandom(), NOW.plusMillis(300), "/é");

  @Test
  void it_comes_back_as_it_went() {
    assertThat(RoundTrip.of(trip.cookie())).hasValue(trip);
    assertThat(trip.then()).isEqualTo("/é");
  }

  @Test
  void what_others_see_of_it_differs_by_purpose_and_does_not_hold_the_secret() {
    assertThat(trip.cookie())
        .contains(trip.secret())
        .doesNotContain(trip.state(), trip.nonce(), trip.verifier(), trip.challenge());
    assertThat(trip.state()).hasSize(43).isNotEqualTo(trip.nonce()).isNotEqualTo(trip.verifier());
    assertThat(trip.toString()).doesNotContain(trip.secret());
  }

  @Test
  void another_time_or_page_makes_it_another_one() {
    assertThat(new RoundTrip(trip.secret(), trip.begun().plusSeconds(1), trip.then()).state())
        .isNotEqualTo(trip.state());
    assertThat(new RoundTrip(trip.secret(), trip.begun(), "/").state()).isNotEqualTo(trip.state());
  }

  /** The pair of RFC 7636, appendix B, is made the same way. */
  @Test
  void the_challenge_is_the_digest_of_the_verifier() {
    assertThat(RoundTrip.challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
        .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    assertThat(trip.challenge()).isEqualTo(RoundTrip.challenge(trip.verifier()));
  }

  @Test
  void it_lasts_ten_minutes() {
    assertThat(trip.good(NOW)).isTrue();
    assertThat(trip.good(NOW.plusSeconds(599))).isTrue();
    assertThat(trip.good(NOW.plusSeconds(600))).isFalse();
    assertThat(trip.good(NOW.minusSeconds(2))).isFalse();
  }

  @Test
  void a_page_with_an_endless_address_is_forgotten() {
    assertThat(RoundTrip.begin(new SecureRandom(), NOW, "/" + "x".repeat(600)).then()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "x.1.", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.1.a.b"})
  void other_cookies_are_none(String cookie) {
    assertThat(RoundTrip.of(cookie)).isEmpty();
  }

  @FuzzTest
  void any_cookie_is_one_or_none(@NotNull String cookie) {
    Optional<RoundTrip> read = RoundTrip.of(cookie);
    read.ifPresent(found -> assertThat(found.state()).hasSize(43));
  }
}
