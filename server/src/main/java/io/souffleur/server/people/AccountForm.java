package io.souffleur.server.people;

import io.souffleur.server.access.Role;
import io.souffleur.server.access.TeamId;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can be said about an account; what is empty stays as it is. */
record AccountForm(
    Optional<String> login,
    Optional<String> name,
    Optional<Optional<String>> agent,
    Optional<Set<Role>> roles,
    Optional<Set<TeamId>> teams,
    Optional<Boolean> disabled) {
  static final int MOST_LETTERS = 128;
  private static final int SHORTEST_PASSWORD = 12;
  private static final int LONGEST_PASSWORD = 256;
  private static final int FEWEST_KINDS = 5;

  /** A login as it is kept: the same for whoever types it in capitals. */
  static String login(String typed) throws RefusedException {
    String login =
        Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    if (login.isEmpty()
        || login.length() > MOST_LETTERS
        || login.chars().anyMatch(c -> Character.isISOControl(c) || Character.isWhitespace(c))) {
      throw RefusedException.field(
          Code.INVALID_FIELD,
          "login",
          "a login has 1 to " + MOST_LETTERS + " characters, and no blanks");
    }
    return login;
  }

  /** A name or key as it is kept. */
  static String label(String field, String typed) throws RefusedException {
    String label = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
    if (label.isEmpty()
        || label.length() > MOST_LETTERS
        || label.chars().anyMatch(Character::isISOControl)) {
      throw RefusedException.field(
          Code.INVALID_FIELD, field, field + " has 1 to " + MOST_LETTERS + " characters");
    }
    return label;
  }

  /** Checks a new password of somebody. */
  static void password(String field, String password, String login) throws RefusedException {
    if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
      throw RefusedException.field(
          Code.INVALID_FIELD,
          field,
          "a password has " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + " characters");
    }
    if (password.chars().distinct().count() < FEWEST_KINDS
        || password.toLowerCase(Locale.ROOT).replace(login, "").length() < SHORTEST_PASSWORD / 2) {
      throw RefusedException.field(
          Code.INVALID_FIELD, field, "this password is too easy to guess; write a longer sentence");
    }
  }
}
