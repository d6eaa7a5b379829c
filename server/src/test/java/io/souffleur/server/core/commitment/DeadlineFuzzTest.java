package io.souffleur.server.core.commitment;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Any text is a deadline that can be written, read again and resolved, or none. */
class DeadlineFuzzTest {

  private static final List<String> ZONES =
      List.of("Europe/Paris", "America/Toronto", "Pacific/Apia", "Asia/Kathmandu", "UTC");

  @FuzzTest
  void any_text_is_a_deadline_or_none(FuzzedDataProvider data) {
    Instant at = Instant.ofEpochSecond(data.consumeLong(0, 4_102_444_800L));
    ZonedDateTime said = at.atZone(ZoneId.of(data.pickValue(ZONES)));
    Deadline.parse(data.consumeRemainingAsString())
        .ifPresent(
            deadline -> {
              if (!Deadline.parse(deadline.text()).equals(Optional.of(deadline))) {
                throw new AssertionError("not read again: " + deadline.text());
              }
              if (deadline.resolve(said, Deadline.WEEKDAYS).isBefore(said)) {
                throw new AssertionError(
                    deadline.text() + " is late before it is said, at " + said);
              }
            });
  }
}
