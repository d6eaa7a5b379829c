package io.souffleur.server.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.ChannelName;
import io.souffleur.server.core.conversation.ConversationId;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ImprintTest {

  private static final ConversationId TALK = new ConversationId("talk-1");
  private static final Fingerprint PROGRAM = Fingerprint.builder().text("program 1").build();
  private static final ChannelName CHAT = new ChannelName("chat é");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456789Z");

  private static byte[] sealed() {
    return Imprint.at(17, -5, CHAT, NOON, new int[] {3, -1, Integer.MAX_VALUE})
        .of(new byte[] {9, 8, 7})
        .sealed(TALK, PROGRAM);
  }

  @Test
  void what_was_sealed_comes_out_as_it_was() {
    Imprint imprint = Imprint.opened(sealed(), TALK, PROGRAM).orElseThrow();
    assertThat(imprint.position()).isEqualTo(17);
    assertThat(imprint.mark()).isEqualTo(-5);
    assertThat(imprint.channel()).isEqualTo(CHAT);
    assertThat(imprint.reached()).isEqualTo(NOON);
    assertThat(imprint.keys()).containsExactly(3, -1, Integer.MAX_VALUE);
    assertThat(imprint.state()).containsExactly(9, 8, 7);
  }

  @Test
  void it_opens_for_its_own_conversation_and_under_its_own_fingerprint_only() {
    Fingerprint newer = Fingerprint.builder().text("program 2").build();
    assertThat(Imprint.opened(sealed(), new ConversationId("talk-2"), PROGRAM)).isEmpty();
    assertThat(Imprint.opened(sealed(), TALK, newer)).isEmpty();
  }

  @Test
  void no_bit_may_be_another() {
    for (int bit = 0; bit < sealed().length * Byte.SIZE; bit++) {
      byte[] bytes = sealed();
      bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertThat(Imprint.opened(bytes, TALK, PROGRAM)).as("bit %d", bit).isEmpty();
    }
  }

  @Test
  void no_byte_may_be_missing_or_too_many() {
    byte[] whole = sealed();
    for (int length = 0; length < whole.length; length++) {
      assertThat(Imprint.opened(Arrays.copyOf(whole, length), TALK, PROGRAM)).isEmpty();
    }
    assertThat(Imprint.opened(Arrays.copyOf(whole, whole.length + 1), TALK, PROGRAM)).isEmpty();
  }
}
