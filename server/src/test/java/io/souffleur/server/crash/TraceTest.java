package io.souffleur.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The reader of traces is not taken in. */
class TraceTest {
  private static final String WRITE = "7 1.0 pwrite64(9</d/journal.db-wal>, \"..k1..\", 9, 0) = 9";
  private static final String SYNC = "7 1.1 fsync(9</d/journal.db-wal>) = 0";
  private static final String ACK =
      "8 1.2 write(5<TCP:[127.0.0.1:1->127.0.0.1:2]>,"
          + " \"\\201A{\\\"type\\\":\\\"ack\\\",\\\"id\\\":\\\"k1\\\"}\", 67) = 67";

  private static List<String> tooSoon(String... lines) {
    Trace trace = new Trace(Set.of("k1"), List.of(lines));
    assertThat(trace.acknowledged()).containsExactly("k1");
    return trace.tooSoon();
  }

  @Test
  void written_synced_acknowledged_is_the_right_order() {
    assertThat(tooSoon(WRITE, SYNC, ACK)).isEmpty();
    assertThat(
            tooSoon(
                WRITE,
                "7 1.1 fdatasync(9</d/journal.db-wal> <unfinished ...>",
                "7 1.1 <... fdatasync resumed>) = 0",
                ACK))
        .isEmpty();
  }

  @Test
  void every_other_order_is_found() {
    assertThat(tooSoon(WRITE, ACK, SYNC)).containsExactly("k1");
    assertThat(tooSoon(SYNC, WRITE, ACK)).containsExactly("k1");
    assertThat(tooSoon(ACK, WRITE, SYNC)).containsExactly("k1");
  }

  @Test
  void a_sync_that_is_under_way_failed_or_of_another_file_does_not_count() {
    String begun = "7 1.1 fsync(9</d/journal.db-wal> <unfinished ...>";
    String returned = "7 1.3 <... fsync resumed>) = 0";
    assertThat(tooSoon(WRITE, begun, ACK, returned)).containsExactly("k1");
    assertThat(tooSoon(begun, WRITE, returned, ACK)).containsExactly("k1");
    assertThat(tooSoon(WRITE, "7 1.1 fsync(9</d/journal.db-wal>) = -1 EIO", ACK))
        .containsExactly("k1");
    assertThat(tooSoon(WRITE, "7 1.1 fsync(3</d/journal.db>) = 0", ACK)).containsExactly("k1");
  }
}
