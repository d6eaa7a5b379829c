package io.souffleur.server.people;

import java.util.Locale;

/** Why something that was asked about people was refused; the same words on the wire. */
enum Code {
  /** Login and password don't go together, or there is no such account. */
  WRONG_LOGIN(401),
  /** The password that was to be changed is another one. */
  WRONG_PASSWORD(403),
  /** The set-up code is another one, or the house has an account already. */
  WRONG_CODE(403),
  /** People of this house sign in with its identity provider, not with passwords. */
  NO_PASSWORDS(403),
  /** Nothing the identity provider says of them gives them a role here. */
  NO_ROLE(403),
  /** Their account may not sign in for now. */
  WITHDRAWN(403),
  /** Too many attempts: wait. */
  TOO_MANY_ATTEMPTS(429),
  /** The server has too much to do: try again. */
  BUSY(503),
  /** The request can't be read. */
  NOT_JSON(400),
  /** A field is missing or can't be used. */
  INVALID_FIELD(400),
  /** Somebody has this login, agent key or name already. */
  TAKEN(409),
  /** The identity provider says it of this account, and it is not changed here. */
  PROVIDED(409),
  /** Nobody could look after accounts any more. */
  LAST_ADMIN(409),
  /** There is no such account or team. */
  NOT_FOUND(404);

  private final int status;

  Code(int status) {
    this.status = status;
  }

  /** As it is written on the wire. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Of HTTP. */
  int status() {
    return status;
  }
}
