package io.souffleur.wire;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * After how long a peer is to come back, as the end of the reason with which its socket is closed
 * says: each peer gets a moment of its own, so that they don't all come at once.
 *
 * @param in whole milliseconds, from 0 to a minute
 */
public record ReturnHint(Duration in) {
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Pattern END = Pattern.compile("; come back in ([0-9]{1,5}) ms$");

  public ReturnHint {
    if (in.isNegative() || in.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a peer comes back within a minute: " + in);
    }
  }

  /** What the reason of a closed socket says; empty where it says nothing, or too much. */
  public static Optional<ReturnHint> in(String reason) {
    Matcher end = END.matcher(reason);
    if (!end.find()) {
      return Optional.empty();
    }
    Duration in = Duration.ofMillis(Long.parseLong(end.group(1)));
    return in.compareTo(LONGEST) > 0 ? Optional.empty() : Optional.of(new ReturnHint(in));
  }

  /** The reason with the hint at its end. */
  public String after(String reason) {
    return reason + "; come back in " + in.toMillis() + " ms";
  }
}
