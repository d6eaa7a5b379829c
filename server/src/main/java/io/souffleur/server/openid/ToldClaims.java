package io.souffleur.server.openid;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the provider tells about a person: in the ID token, and where that is silent, at its
 * userinfo endpoint. A claim of another kind than wanted counts as not told.
 */
record ToldClaims(Map<String, Object> token, Map<String, Object> userInfo) {
  private static final Pattern DOT = Pattern.compile("\\.");

  ToldClaims {
    token = Map.copyOf(known(token));
    userInfo = Map.copyOf(known(userInfo));
  }

  /** JSON has nulls, and a null says nothing. */
  private static Map<String, Object> known(Map<String, Object> claims) {
    return claims.entrySet().stream()
        .filter(claim -> claim.getValue() != null)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Whether it says anything by this name. */
  boolean tells(String name) {
    return value(name).isPresent();
  }

  /** A text that is not blank. */
  Optional<String> text(String name) {
    return value(name)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(Predicate.not(String::isBlank));
  }

  /** Texts; one alone is a list of one. */
  Set<String> texts(String name) {
    return value(name).stream()
        .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(Predicate.not(String::isBlank))
        .collect(Collectors.toSet());
  }

  private Optional<Object> value(String name) {
    return in(token, name).or(() -> in(userInfo, name));
  }

  private static Optional<Object> in(Map<String, Object> claims, String name) {
    Object here = claims.get(name);
    if (here != null) {
      return Optional.of(here);
    }
    String[] path = DOT.split(name, 2);
    return path.length == 2 && claims.get(path[0]) instanceof Map<?, ?> inner
        ? in(texted(inner), path[1])
        : Optional.empty();
  }

  private static Map<String, Object> texted(Map<?, ?> claims) {
    return claims.entrySet().stream()
        .filter(claim -> claim.getKey() instanceof String && claim.getValue() != null)
        .collect(Collectors.toMap(claim -> (String) claim.getKey(), Map.Entry::getValue));
  }
}
