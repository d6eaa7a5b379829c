package io.souffleur.server.access;

import java.util.Set;

/** Which teams agents belong to. For any thread; must not block. */
public interface Rosters {

  /** The teams of an agent; none when nobody has an account with this key. */
  Set<TeamId> teamsOf(String agent);

  /** Changes whenever an answer of {@link #teamsOf} may have changed. */
  long edition();

  /** No teams at all. */
  static Rosters empty() {
    return new Rosters() {
      @Override
      public Set<TeamId> teamsOf(String agent) {
        return Set.of();
      }

      @Override
      public long edition() {
        return 0;
      }
    };
  }
}
