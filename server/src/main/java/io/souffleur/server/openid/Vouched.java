package io.souffleur.server.openid;

import java.util.Optional;
import java.util.Set;

/**
 * Who somebody is, by the word of the provider.
 *
 * @param subject unique among all people of all providers, and never given to somebody else
 * @param login what they sign in with
 * @param name what they are called; empty: it doesn't say
 * @param agent the key under which channels know them; empty: it doesn't say
 * @param groups they belong to
 * @param teams they belong to, by name
 */
public record Vouched(
    String subject,
    String login,
    Optional<String> name,
    Optional<String> agent,
    Set<String> groups,
    Set<String> teams) {
  public Vouched {
    groups = Set.copyOf(groups);
    teams = Set.copyOf(teams);
  }
}
