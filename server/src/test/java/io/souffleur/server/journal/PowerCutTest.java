package io.souffleur.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.journal.PowerCuts.Promise;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The power goes at any instant, and the disk has written what it had got round to. */
@Execution(ExecutionMode.CONCURRENT)
class PowerCutTest {

  @TempDir private Path folder;

  @Test
  void nothing_acknowledged_is_lost_whatever_sectors_the_disk_had_written() throws Exception {
    PowerCuts.Result result = new PowerCuts(folder, 20261126, Promise.KEPT).run(300);
    assertThat(result.faults()).isEmpty();
    assertThat(result.atCopies()).isGreaterThan(60);
  }

  @Test
  void an_entry_that_counted_as_kept_before_it_was_on_the_disk_would_be_missed() throws Exception {
    assertThat(new PowerCuts(folder, 20261126, Promise.BROKEN).run(50).faults())
        .anySatisfy(fault -> assertThat(fault).contains("entries found"));
  }
}
