package io.souffleur.server.openid;

import java.util.Locale;

/** The provider did not say, or not so that it can be believed, who somebody is. */
public final class ProviderException extends Exception {
  private static final long serialVersionUID = 1;

  /** What went wrong, as the page to sign in is told. */
  public enum Trouble {
    /** It does not answer, or not in time, or with a fault of its own. */
    UNREACHABLE,
    /** Too many people sign in at once. */
    BUSY,
    /** It would not let them in, or they changed their mind there. */
    DENIED,
    /** This browser began no sign-in, or another one, or too long ago. */
    STALE,
    /** What it says can't be believed, or lacks what is needed. */
    INVALID;

    /** As it is written in addresses. */
    public String word() {
      return "provider_" + name().toLowerCase(Locale.ROOT);
    }
  }

  private final Trouble trouble;

  /**
   * Something went wrong.
   *
   * @param detail for whoever runs the server; names no person
   */
  ProviderException(Trouble trouble, String detail) {
    super(detail, null, false, false);
    this.trouble = trouble;
  }

  public Trouble trouble() {
    return trouble;
  }

  /** For whoever runs the server; names no person. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
