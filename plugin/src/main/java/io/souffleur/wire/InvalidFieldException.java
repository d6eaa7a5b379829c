package io.souffleur.wire;

/** A value that the contract doesn't allow, with the field it stands in. */
public final class InvalidFieldException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * A value out of its bounds.
   *
   * @param field as it is named on the wire
   * @param reason what is allowed, as the end of a sentence that starts with the field
   */
  public InvalidFieldException(String field, String reason) {
    super(field + " " + reason);
    this.field = field;
  }

  /** The field, as it is named on the wire. */
  public String field() {
    return field;
  }
}
