package io.souffleur.wire;

/** Why something was refused. */
public enum RefusalCode {
  /** The frame is not one well-formed JSON object in UTF-8. */
  NOT_JSON,
  /** The frame is larger than {@link Limits#FRAME_BYTES}. */
  TOO_LARGE,
  /** More than {@link Limits#DEPTH} objects and lists inside one another. */
  TOO_DEEP,
  /** No such {@code type}. */
  UNKNOWN_TYPE,
  /** A field that the type needs is not there. */
  MISSING_FIELD,
  /** A field has the wrong type or a value out of its bounds. */
  INVALID_FIELD,
  /** The conversation was never started. */
  UNKNOWN_CONVERSATION,
  /** The conversation is over: only a survey may follow. */
  CONVERSATION_ENDED,
  /** The conversation was started before, under another id. */
  ALREADY_STARTED,
  /** The id was used before, with another body. */
  CONFLICT,
  /** A newer revision of the message, or of the draft, is known. */
  STALE_REVISION,
  /** The key or ticket doesn't allow it. */
  UNAUTHORISED,
  /** Another channel started the conversation. */
  FORBIDDEN,
  /** The server can't take it now; the same thing may be sent again later. */
  BUSY,
  /** The server failed; the same thing may be sent again later. */
  INTERNAL,
  /**
   * A code that this version doesn't know; final, like all but {@code BUSY} and {@code INTERNAL}.
   */
  OTHER;

  /** Whether the same thing may succeed when it is sent again, unchanged. */
  public boolean passing() {
    return this == BUSY || this == INTERNAL;
  }
}
