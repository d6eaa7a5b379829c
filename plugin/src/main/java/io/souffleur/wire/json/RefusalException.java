package io.souffleur.wire.json;

import io.souffleur.wire.Refused;

/** A message can't be read; says what is wrong, where, and whose it is where that could be read. */
public final class RefusalException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Refused refused;

  RefusalException(Refused refused) {
    super(refused.reason(), null, false, false);
    this.refused = refused;
  }

  /** The answer to whoever sent it. */
  public Refused refused() {
    return refused;
  }
}
