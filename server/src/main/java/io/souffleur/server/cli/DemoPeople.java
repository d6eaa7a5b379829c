package io.souffleur.server.cli;

import io.souffleur.server.access.Role;
import io.souffleur.server.people.Guest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/**
 * Whose accounts a demo has from the start. Their password is another one at each start, so that a
 * folder in which a demo kept its data opens no door when it is used otherwise.
 */
final class DemoPeople {
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int GROUPS = 3;
  private static final int GROUP = 4;
  private static final String TEAM = "Demo";

  private DemoPeople() {}

  /** An admin, a supervisor, the agent of the demo’s desk, and one more. */
  static List<Guest> everybody() {
    String password = newPassword();
    return List.of(
        guest("demo-admin", "Ada Bell (demo)", Optional.empty(), Role.ADMIN, password),
        guest("demo-supervisor", "Sam Okoye (demo)", Optional.empty(), Role.SUPERVISOR, password),
        guest("demo-ines", "Inès Morel (demo)", Optional.of("ines"), Role.AGENT, password),
        guest("demo-tom", "Tom Leroy (demo)", Optional.of("tom"), Role.AGENT, password));
  }

  private static Guest guest(
      String login, String name, Optional<String> agent, Role role, String password) {
    return new Guest(login, name, agent, role, TEAM, password);
  }

  private static String newPassword() {
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder("demo");
    for (int i = 0; i < GROUPS * GROUP; i++) {
      if (i % GROUP == 0) {
        password.append('-');
      }
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }
}
