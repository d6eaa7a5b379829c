package io.souffleur.server.people;

import java.time.Duration;
import java.util.Optional;

/** Something that was asked about people was refused, and changed nothing. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1;

  private final Code code;
  private final transient Optional<String> field;
  private final transient Optional<Duration> wait;

  private RefusedException(
      Code code, String reason, Optional<String> field, Optional<Duration> wait) {
    super(reason, null, false, false);
    this.code = code;
    this.field = field;
    this.wait = wait;
  }

  RefusedException(Code code, String reason) {
    this(code, reason, Optional.empty(), Optional.empty());
  }

  /** A field that can't be used as it is. */
  static RefusedException field(Code code, String field, String reason) {
    return new RefusedException(code, reason, Optional.of(field), Optional.empty());
  }

  /** Something that may be tried again in a while. */
  static RefusedException later(Code code, Duration wait, String reason) {
    return new RefusedException(code, reason, Optional.empty(), Optional.of(wait));
  }

  Code code() {
    return code;
  }

  String reason() {
    return String.valueOf(getMessage());
  }

  Optional<String> field() {
    return field;
  }

  Optional<Duration> retryAfter() {
    return wait;
  }
}
