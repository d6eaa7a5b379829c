package io.souffleur.server.core.hint;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * What a phrase can be filled with, fixed when the hint is shown. How each is worded (and the
 * phrase to fall back on when it is unknown) is the business of the phrase and its language.
 *
 * @param customer how to address the customer, such as "Camille" or "Mme Durand"
 * @param agent the agent's own name
 * @param at when it is shown
 * @param zone where the conversation takes place
 * @param delay a length of time that was announced or is running out
 * @param term the words of the message that the hint is about
 * @param replacement what to say instead
 */
public record Variables(
    Optional<String> customer,
    Optional<String> agent,
    Instant at,
    ZoneId zone,
    Optional<Duration> delay,
    Optional<String> term,
    Optional<String> replacement) {

  /** Local time, for the greeting of the hour and for naming a time. */
  public ZonedDateTime now() {
    return at.atZone(zone);
  }
}
