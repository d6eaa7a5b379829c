package io.souffleur.wire.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.souffleur.wire.ChannelEvent;
import java.nio.charset.StandardCharsets;

/**
 * Whatever bytes come: a message, or a {@link RefusalException} and nothing else. What is read
 * comes back from what is written of it. Seeds lie beside this class; {@code JAZZER_FUZZ=1} looks
 * for more.
 */
class DecodeFuzzTest {

  @FuzzTest(maxDuration = "60s")
  void bytes_from_a_channel_are_an_event_or_refused(byte[] frame) throws Exception {
    try {
      ChannelEvent event = ChannelCodec.decode(frame);
      assertThat(ChannelCodec.decode(ChannelCodec.encode(event))).isEqualTo(event);
    } catch (RefusalException e) {
      String answer = ChannelCodec.encode(e.refused());
      assertThat(ChannelCodec.decodeReply(answer)).isEqualTo(e.refused());
    }
  }

  @FuzzTest(maxDuration = "60s")
  void text_of_any_direction_is_a_message_or_refused(byte[] frame) throws Exception {
    String text = new String(frame, StandardCharsets.UTF_8);
    for (Direction direction : Direction.values()) {
      try {
        String once = direction.rewritten(text);
        assertThat(direction.rewritten(once)).isEqualTo(once);
      } catch (RefusalException e) {
        assertThat(e.refused().reason()).isNotEmpty();
      }
    }
  }
}
