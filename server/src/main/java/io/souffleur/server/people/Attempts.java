package io.souffleur.server.people;

import java.time.Duration;
import java.time.InstantSource;

/** Slows down who tries to come in often: by address, and by the login they try. For any thread. */
final class Attempts {
  private static final int FREE = 5;
  private static final int FREE_OF_ADDRESS = 30;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final Duration LONGEST_WAIT_OF_ADDRESS = Duration.ofMinutes(1);

  private final Throttle byLogin;
  private final Throttle byAddress;

  Attempts(InstantSource clock) {
    byLogin = new Throttle(clock, FREE, LONGEST_WAIT);
    byAddress = new Throttle(clock, FREE_OF_ADDRESS, LONGEST_WAIT_OF_ADDRESS);
  }

  /** Begins an attempt from an address. */
  void from(String address) throws RefusedException {
    limit(byAddress, address);
  }

  /** Begins an attempt as somebody. */
  void as(String login) throws RefusedException {
    limit(byLogin, login);
  }

  /** An attempt from an address went well; those before it count on. */
  void forgive(String address) {
    byAddress.forgive(address);
  }

  /** An attempt as somebody went well. */
  void forget(String login) {
    byLogin.forget(login);
  }

  private static void limit(Throttle throttle, String who) throws RefusedException {
    Duration wait = throttle.begin(who);
    if (!wait.isZero()) {
      throw RefusedException.later(
          Code.TOO_MANY_ATTEMPTS,
          wait,
          "too many attempts; wait " + wait.plusMillis(999).toSeconds() + " s");
    }
  }
}
