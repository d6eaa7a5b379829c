package io.souffleur.server.privacy;

import io.souffleur.server.sealing.Hold;

/** Nothing was erased, because it is held. */
public final class HeldException extends Exception {
  private static final long serialVersionUID = 1;

  HeldException(Hold hold) {
    super(
        "nothing was erased: since "
            + hold.at()
            + " there is a hold on it, placed by "
            + hold.by()
            + "; lift hold "
            + hold.id()
            + " first");
  }
}
