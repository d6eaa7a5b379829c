package io.souffleur.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A server that is killed has lost nothing that it acknowledged, nor anything that it showed. */
@Execution(ExecutionMode.CONCURRENT)
class CrashTest {
  private static final int KILLS = 50;
  private static final int KILLS_TO_BE_FOUND = 5;

  @TempDir private Path folder;

  @Test
  void what_was_acknowledged_and_shown_survives_fifty_kills() throws Exception {
    long seed = System.nanoTime();
    CrashRun.Result result = CrashRun.run(folder, seed, KILLS, ServerProcess::start);
    assertThat(result.faults()).as("seed %s: %s", seed, result.text()).isEmpty();
    assertThat(result.repeats()).isPositive();
    assertThat(result.linked()).isPositive();
    assertThat(result.updates()).isPositive();
  }

  @Test
  void the_checker_finds_a_server_that_acknowledges_too_soon() throws Exception {
    CrashRun.Result result =
        CrashRun.run(
            folder,
            7,
            KILLS_TO_BE_FOUND,
            (data, random) -> ServerProcess.start(data, TooSoonServer.class, random));
    assertThat(result.faults()).as(result.text()).isNotEmpty();
  }
}
