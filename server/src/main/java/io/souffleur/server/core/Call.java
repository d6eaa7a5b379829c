package io.souffleur.server.core;

import io.souffleur.server.core.hint.Because;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A rule that has something to say now, whether or not it will be let.
 *
 * @param episode what it is about
 * @param runsOut when the chance is gone; {@link Instant#MAX} where no instant says so
 * @param because what decided
 * @param delay a length of time the phrases may name
 * @param term words the phrases may quote
 * @param replacement what to say instead of {@code term}
 * @param waits whether it is about something that the agent's next message can still say
 */
record Call(
    Rule rule,
    Severity severity,
    Episode episode,
    Instant runsOut,
    List<Because> because,
    Optional<Duration> delay,
    Optional<String> term,
    Optional<String> replacement,
    boolean waits) {

  double weight() {
    return switch (rule) {
      case Rule.Item item -> item.weight();
      case Rule.Timer timer -> 1;
      case Rule.Figure figure -> 0;
    };
  }
}
