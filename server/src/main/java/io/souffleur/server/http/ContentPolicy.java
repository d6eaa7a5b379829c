package io.souffleur.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What pages of this server may do (Content Security Policy, Level 3): load from this server alone,
 * run no inline script, and turn no text into markup or script but through the templates of Lit
 * (Trusted Types). The directives stand in {@code content-security-policy.txt}, one a line, which
 * the tests of the pages read, too. Only the page that is made for frames may be framed.
 *
 * @param others of all answers but the framed page
 * @param framed of the page that hosts frame
 */
record ContentPolicy(String others, String framed) {
  private static final String FRAMED_PAGE = "/embed.html";

  /** The policy of a server whose framed page may lie in pages of {@code origins}. */
  static ContentPolicy of(Origins origins) {
    List<String> directives = directives();
    return new ContentPolicy(
        join(directives, "'none'"), join(directives, String.join(" ", origins.frameAncestors())));
  }

  /**
   * The value of the header.
   *
   * @param path that was asked for, decoded
   */
  String on(String path) {
    return path.equals(FRAMED_PAGE) ? framed : others;
  }

  private static String join(List<String> directives, String ancestors) {
    List<String> all = new ArrayList<>(directives);
    all.add("frame-ancestors " + ancestors);
    return String.join("; ", all);
  }

  private static List<String> directives() {
    try (InputStream file =
        Objects.requireNonNull(
            ContentPolicy.class.getResourceAsStream("content-security-policy.txt"))) {
      return new String(file.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
