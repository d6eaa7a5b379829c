package io.souffleur.server.core.rule;

import java.util.Optional;
import java.util.regex.Pattern;

/** The name of an item or timer, such as {@code customer-name}; unique within its checklist. */
public record RuleId(String key) {

  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  public RuleId {
    if (!fits(key)) {
      throw new IllegalArgumentException(
          "a rule's id is lower-case words joined by hyphens, 64 characters at most: " + key);
    }
  }

  /** The id that is written {@code key}; empty when no id is written so. */
  public static Optional<RuleId> of(String key) {
    return fits(key) ? Optional.of(new RuleId(key)) : Optional.empty();
  }

  private static boolean fits(String key) {
    return key.length() <= 64 && SHAPE.matcher(key).matches();
  }
}
