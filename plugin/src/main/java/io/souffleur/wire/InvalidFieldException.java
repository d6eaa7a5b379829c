package io.souffleur.wire;

/** A value that the contract doesn't allow, with the field it stands in. */
public final class InvalidFieldException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final RefusalCode code;
  private final String field;
  private final String reason;

  /**
   * A value out of its bounds.
   *
   * @param field as it is named on the wire
   * @param reason what is allowed, as the end of a sentence that starts with the field
   */
  public InvalidFieldException(String field, String reason) {
    this(RefusalCode.INVALID_FIELD, field, reason);
  }

  InvalidFieldException(RefusalCode code, String field, String reason) {
    super(field + " " + reason);
    this.code = code;
    this.field = field;
    this.reason = reason;
  }

  /**
   * {@link RefusalCode#TOO_LARGE} for a text that is too long, else {@link
   * RefusalCode#INVALID_FIELD}.
   */
  public RefusalCode code() {
    return code;
  }

  /** The field, as it is named on the wire. */
  public String field() {
    return field;
  }

  /** What is allowed, as the end of a sentence that starts with the field. */
  public String reason() {
    return reason;
  }
}
