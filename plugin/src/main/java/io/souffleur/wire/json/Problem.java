package io.souffleur.wire.json;

import io.souffleur.wire.RefusalCode;
import org.jspecify.annotations.Nullable;

/** Why a message can't be read; becomes a {@link RefusalException} at the door of this package. */
final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final RefusalCode code;
  private final @Nullable String field;

  Problem(RefusalCode code, @Nullable String field, String reason) {
    super(reason, null, false, false);
    this.code = code;
    this.field = field;
  }

  RefusalCode code() {
    return code;
  }

  @Nullable String field() {
    return field;
  }

  String reason() {
    return String.valueOf(getMessage());
  }

  /** The beginning of a sender's value, for a sentence about it. */
  static String quoted(String value) {
    return '"' + (value.length() <= 40 ? value : value.substring(0, 40) + "…") + '"';
  }
}
