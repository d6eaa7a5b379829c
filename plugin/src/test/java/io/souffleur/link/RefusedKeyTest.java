package io.souffleur.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the host's client makes of a server that refuses its key. */
@Timeout(60)
class RefusedKeyTest extends LinkTest {

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void a_key_that_is_refused_is_offered_seldom_and_nothing_is_lost(int status) throws Exception {
    server.turningAwayWith(status);
    souffleur = Souffleur.connect(settings().askingAgainAfter(Duration.ofHours(1)));
    souffleur.send(message("m0"));
    LinkCounters counters = until(now -> now.state() == LinkState.REFUSED);

    assertThat(counters.lastTrouble())
        .isEqualTo("the server refuses the key (HTTP " + status + ")");
    assertThat(counters.turnedAway()).isEqualTo(1);
    assertThat(counters.waiting()).isEqualTo(1);
    assertThat(souffleur.await(now -> now.turnedAway() > 1, SHORT.multipliedBy(10)).turnedAway())
        .isEqualTo(1);
    assertThat(server.turnedAway()).isEqualTo(1);
  }

  @Test
  void a_key_that_the_server_has_learnt_meanwhile_opens_the_door() throws Exception {
    server.turningAwayWith(401);
    souffleur = Souffleur.connect(settings().askingAgainAfter(SHORT));
    souffleur.send(message("m0"));
    until(counters -> counters.state() == LinkState.REFUSED && counters.turnedAway() >= 2);

    server.turningAwayWith(0);

    assertThat(server.nextIds(1)).containsExactly("m0");
    assertThat(until(counters -> counters.acknowledged() == 1).state())
        .isEqualTo(LinkState.CONNECTED);
  }

  @Test
  void a_key_that_is_refused_again_and_again_is_one_line_in_the_log() throws Exception {
    try (Log log = Log.of("io.souffleur.link")) {
      server.turningAwayWith(401);
      souffleur = Souffleur.connect(settings().askingAgainAfter(SHORT));
      until(counters -> counters.turnedAway() >= 3);

      assertThat(log.lines())
          .containsExactly(
              "WARNING Souffleur refuses this channel: the server refuses the key (HTTP 401); check"
                  + " the channel's key here and in Souffleur's settings. Events wait meanwhile,"
                  + " and it is asked again within PT0.02S");
    }
  }

  @Test
  void a_server_in_trouble_is_no_refusal_of_the_key() throws Exception {
    server.turningAwayWith(503);
    souffleur = Souffleur.connect(settings().askingAgainAfter(Duration.ofHours(1)));
    until(counters -> counters.lastTrouble().contains("503"));
    server.turningAwayWith(0);

    assertThat(until(counters -> counters.state() == LinkState.CONNECTED).turnedAway()).isZero();
  }

  @Test
  void a_refused_link_can_be_closed_at_once() throws Exception {
    server.turningAwayWith(401);
    souffleur = Souffleur.connect(settings().askingAgainAfter(Duration.ofHours(1)));
    until(counters -> counters.state() == LinkState.REFUSED);
    souffleur.close();

    assertThat(souffleur.awaitClosed(LONG)).isTrue();
    assertThat(souffleur.counters().state()).isEqualTo(LinkState.CLOSED);
  }
}
