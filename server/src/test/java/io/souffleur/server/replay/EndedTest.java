package io.souffleur.server.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.wire.ConversationKey;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndedTest {

  private static ConversationKey key(int number) {
    return new ConversationKey("c" + number);
  }

  private static Ended.Over ofEvents(int count) {
    Fingerprints seen = new Fingerprints();
    for (int i = 0; i < count; i++) {
      seen.judge("m" + i, 0, "body");
    }
    return new Ended.Over(seen, Optional.empty(), false);
  }

  @Test
  void the_oldest_are_forgotten_once_there_are_more_events_than_are_kept() {
    Ended ended = new Ended(10);
    ended.add(key(1), ofEvents(4));
    ended.add(key(2), ofEvents(3));
    ended.add(key(3), ofEvents(3));
    assertThat(ended.of(key(1))).isNotNull();

    ended.add(key(4), ofEvents(1));
    assertThat(ended.of(key(1))).isNull();
    assertThat(ended.of(key(2))).isNotNull();

    ended.add(key(5), ofEvents(7));
    assertThat(ended.of(key(3))).isNull();
    assertThat(ended.of(key(4))).isNotNull();
    assertThat(ended.of(key(5))).isNotNull();
  }

  @Test
  void the_last_is_remembered_however_long_it_was() {
    Ended ended = new Ended(10);
    ended.add(key(1), ofEvents(4));
    ended.add(key(2), ofEvents(30));
    assertThat(ended.of(key(1))).isNull();
    assertThat(ended.of(key(2))).isNotNull();
  }
}
