package io.souffleur.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Keys that open a door, shown as {@code Authorization: Bearer KEY} (RFC 6750, section 2.1). Only
 * their digests are kept, and every one of them is compared whole: the time of an answer tells
 * nothing of how much of a key was right.
 */
public final class BearerKeys {
  private static final String SCHEME = "Bearer ";

  private final List<byte[]> digests;

  public BearerKeys(Collection<String> keys) {
    digests = keys.stream().map(BearerKeys::digest).toList();
  }

  /** Whether {@code request} shows one of the keys. */
  public boolean open(HttpServletRequest request) {
    List<String> headers = Collections.list(request.getHeaders("Authorization"));
    if (headers.size() != 1
        || !headers.getFirst().regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return false;
    }
    byte[] shown = digest(headers.getFirst().substring(SCHEME.length()).strip());
    boolean known = false;
    for (byte[] digest : digests) {
      known |= MessageDigest.isEqual(digest, shown);
    }
    return known;
  }

  private static byte[] digest(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
