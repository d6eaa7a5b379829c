package io.souffleur.server.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.souffleur.server.access.Caller;
import java.util.List;

class BatchFuzzTest {
  private static final Caller CHANNEL = new Caller.Connector("channel");

  /** Whatever the bytes: parts come in order, none is empty, none longer than the whole. */
  @FuzzTest
  void any_body_is_cut_into_parts(byte @NotNull [] body) {
    List<byte[]> parts = Batch.parts(body);
    long total = 0;
    for (byte[] part : parts) {
      total += part.length;
      assertThat(part.length).isLessThanOrEqualTo(body.length);
    }
    assertThat(total).isLessThanOrEqualTo(body.length);
    assertThat(parts.stream().map(part -> Delivery.read(CHANNEL, part))).hasSameSizeAs(parts);
  }
}
