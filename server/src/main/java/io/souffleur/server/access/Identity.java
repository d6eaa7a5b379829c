package io.souffleur.server.access;

/**
 * Who somebody has shown to be.
 *
 * @param standing of what they have shown
 */
public record Identity(Caller caller, Standing standing) {

  /** Somebody who has shown nothing. */
  public static Identity nobody() {
    return new Identity(new Caller.Nobody(), Standing.lasting());
  }

  /** The holder of a key of the settings. */
  public static Identity ofKey(Caller caller) {
    return new Identity(caller, Standing.lasting());
  }
}
