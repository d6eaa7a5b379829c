package io.souffleur.server.config;

import io.souffleur.server.access.Role;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How people sign in, and for how long that is good.
 *
 * @param openId who else knows the people of the house; empty: nobody
 * @param passwords whether people sign in with passwords kept here
 * @param idle after how long without use a session ends
 * @param whole after how long a session ends in any case
 */
public record SignIn(Optional<OpenId> openId, boolean passwords, Duration idle, Duration whole) {

  /** With passwords, for an hour without use and half a day in all. */
  public static SignIn standard() {
    return new SignIn(Optional.empty(), true, Duration.ofHours(1), Duration.ofHours(12));
  }

  /** The same, for people whom a provider knows. */
  public SignIn with(OpenId provider) {
    return new SignIn(Optional.of(provider), passwords, idle, whole);
  }

  /**
   * An OpenID Connect provider.
   *
   * @param name what people call it
   * @param issuer as the provider writes itself, to the letter
   * @param clientId what it calls this server
   * @param clientSecret what this server shows it
   * @param scopes what is asked for; {@code openid} is among it
   * @param redirect where it sends people back to; empty: where they came from
   * @param claims where it says what about a person
   * @param grants what its groups are here
   */
  public record OpenId(
      String name,
      URI issuer,
      String clientId,
      String clientSecret,
      List<String> scopes,
      Optional<URI> redirect,
      Claims claims,
      List<Grant> grants) {
    public OpenId {
      scopes = List.copyOf(scopes);
      grants = List.copyOf(grants);
    }

    @Override
    public String toString() {
      return "OpenId[" + clientId + " at " + issuer + "]";
    }
  }

  /**
   * The names of claims. A name that is none as it stands is a path with dots: {@code a.b} is
   * {@code b} in {@code a}.
   *
   * @param login what they would sign in with here
   * @param name what they are called
   * @param agent the key under which channels know them; empty: an agent's is their login at first,
   *     and then whatever an admin makes it
   * @param groups texts that {@link Grant}s are about
   * @param teams names of teams, taken as they are; empty: teams come from groups alone
   */
  public record Claims(
      String login, String name, Optional<String> agent, String groups, Optional<String> teams) {

    /** Those that OpenID Connect has, and the usual one for groups. */
    public static Claims standard() {
      return new Claims("preferred_username", "name", Optional.empty(), "groups", Optional.empty());
    }
  }

  /**
   * What a group is here.
   *
   * @param group as the provider writes it
   * @param roles of its members
   * @param teams of its members, by name; those that are missing are made
   */
  public record Grant(String group, Set<Role> roles, Set<String> teams) {
    public Grant {
      roles = Set.copyOf(roles);
      teams = Set.copyOf(teams);
    }
  }
}
