package io.souffleur.server.http;

import io.souffleur.server.config.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Keys that open a door, shown as {@code Authorization: Bearer KEY} (RFC 6750, section 2.1). Only
 * their digests are kept, and every one of them is compared whole: the time of an answer tells
 * nothing of how much of a key was right.
 */
public final class BearerKeys {
  private static final String SCHEME = "Bearer ";

  private final List<Settings.Key> known;

  /** Keys by the names of their owners; an owner may have several. */
  public BearerKeys(Collection<Settings.Key> keys) {
    known = List.copyOf(keys);
  }

  /** Whose key {@code request} shows; empty when it shows none of these. */
  public Optional<String> owner(HttpServletRequest request) {
    List<String> headers = Collections.list(request.getHeaders("Authorization"));
    if (headers.size() != 1
        || !headers.getFirst().regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    String shown = headers.getFirst().substring(SCHEME.length()).strip();
    Optional<String> owner = Optional.empty();
    for (Settings.Key key : known) {
      if (key.digest().matches(shown)) {
        owner = Optional.of(key.name());
      }
    }
    return owner;
  }
}
