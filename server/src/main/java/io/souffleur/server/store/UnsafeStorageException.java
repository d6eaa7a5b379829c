package io.souffleur.server.store;

import java.io.IOException;

/** A store could be opened but would lose what it said it had kept; says what to do about it. */
public final class UnsafeStorageException extends IOException {
  private static final long serialVersionUID = 1;

  public UnsafeStorageException(String message) {
    super(message);
  }
}
