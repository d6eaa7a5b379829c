package io.souffleur.server.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.contract.Talk;
import io.souffleur.server.contract.TestHouse;
import io.souffleur.server.lines.Source;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.json.ChannelCodec;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A replay of any length takes the memory of the conversations that are open in it. */
@Isolated("counts all that is in memory")
class ReplayMemoryTest {
  private static final Pattern TOTAL = Pattern.compile("Total +\\d+ +(\\d+)");
  private static final Instant START = Instant.parse("2026-11-23T13:00:00Z");

  /** Conversation after conversation, made while it is read: nothing but the reader holds it. */
  private static final class Endless extends InputStream {
    private final int conversations;
    private int next;
    private byte[] chunk = new byte[0];
    private int at;

    Endless(int conversations) {
      this.conversations = conversations;
    }

    @Override
    public int read() {
      if (at == chunk.length && !refill()) {
        return -1;
      }
      return chunk[at++];
    }

    @Override
    public int read(byte[] into, int from, int most) {
      if (at == chunk.length && !refill()) {
        return -1;
      }
      int length = Math.min(most, chunk.length - at);
      System.arraycopy(chunk, at, into, from, length);
      at += length;
      return length;
    }

    private boolean refill() {
      if (next == conversations) {
        return false;
      }
      Talk talk = new Talk("c" + next++);
      List<ChannelEvent> events = new ArrayList<>();
      events.add(talk.starts(START));
      for (int i = 0; i < 10; i++) {
        events.add(talk.customer("q" + i, START.plusSeconds(i), "question " + "x".repeat(1000)));
      }
      events.add(talk.ends("e", START.plusSeconds(20)));
      StringBuilder lines = new StringBuilder();
      events.forEach(event -> lines.append(ChannelCodec.encode(event)).append('\n'));
      chunk = lines.toString().getBytes(StandardCharsets.UTF_8);
      at = 0;
      return true;
    }
  }

  @Test
  void what_was_played_is_let_go() throws Exception {
    int conversations = 3_000;
    long[] used = new long[2];
    Writer nowhere =
        new Writer() {
          private int summaries;

          @Override
          public void write(char @Nullable [] text, int from, int length) {}

          @Override
          public void write(@Nullable String text) {
            if (text != null && text.startsWith("{\"type\":\"summary\"")) {
              summaries++;
              if (summaries == 1_500 || summaries == conversations) {
                used[summaries == conversations ? 1 : 0] = inUse();
              }
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Outcome outcome =
        Replay.run(
            TestHouse.coaching(),
            List.of(new Source("-", new Endless(conversations))),
            Set.of(UpdateType.SUMMARY),
            nowhere,
            new PrintWriter(Writer.nullWriter()),
            false);
    assertThat(outcome.events()).isEqualTo(12L * conversations);
    assertThat(used[0]).isPositive();
    // Fifteen megabytes of texts are gone; hashes of their events stay.
    assertThat(used[1] - used[0]).as("bytes for 1,500 conversations more").isLessThan(2 << 20);
  }

  /** In bytes, by the machine's own count of what can be reached. */
  private static long inUse() {
    try {
      Object histogram =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
      Matcher total = TOTAL.matcher(String.valueOf(histogram));
      assertThat(total.find()).as("%s", histogram).isTrue();
      return Long.parseLong(total.group(1));
    } catch (JMException e) {
      throw new AssertionError("this machine doesn't count", e);
    }
  }
}
