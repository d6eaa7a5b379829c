package io.souffleur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskReserveTest {
  private static final long BYTES = 3_000_000;

  @TempDir private Path folder;
  private long usable = Long.MAX_VALUE;

  private DiskReserve open() {
    return DiskReserve.in(folder, BYTES, () -> usable);
  }

  @Test
  void room_is_set_aside_given_up_and_taken_back_when_there_is_twice_as_much() throws Exception {
    DiskReserve reserve = open();
    assertThat(reserve.held()).isTrue();
    assertThat(Files.size(folder.resolve("reserve"))).isEqualTo(BYTES);

    reserve.giveUp();
    assertThat(folder.resolve("reserve")).doesNotExist();
    usable = 2 * BYTES - 1;
    assertThat(reserve.takeBack()).isFalse();
    assertThat(reserve.held()).isFalse();
    usable = 2 * BYTES;
    assertThat(reserve.takeBack()).isTrue();
    assertThat(Files.size(folder.resolve("reserve"))).isEqualTo(BYTES);
  }

  @Test
  void a_start_on_a_full_disk_goes_on_with_the_room_that_was_set_aside_before() {
    assertThat(open().held()).isTrue();
    usable = 0;
    assertThat(open().held()).isTrue();
  }

  @Test
  void a_start_on_a_full_disk_sets_nothing_aside() {
    usable = BYTES;
    assertThat(open().held()).isFalse();
    assertThat(folder.resolve("reserve")).doesNotExist();
  }

  @Test
  void who_wants_no_reserve_misses_none() {
    usable = 0;
    DiskReserve none = DiskReserve.in(folder, 0, () -> usable);
    none.giveUp();
    assertThat(none.held()).isTrue();
    assertThat(folder.resolve("reserve")).doesNotExist();
  }
}
