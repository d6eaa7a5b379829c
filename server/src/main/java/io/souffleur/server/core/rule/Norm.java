package io.souffleur.server.core.rule;

import java.util.Optional;
import java.util.regex.Pattern;

/** The number of a service norm, such as {@code A3} or {@code D27}. */
public record Norm(String number) {

  private static final Pattern SHAPE = Pattern.compile("[A-Z][0-9]{1,3}");

  public Norm {
    if (!fits(number)) {
      throw new IllegalArgumentException("a norm is a capital letter and a number: " + number);
    }
  }

  /** The norm that is written {@code number}; empty when none is written so. */
  public static Optional<Norm> of(String number) {
    return fits(number) ? Optional.of(new Norm(number)) : Optional.empty();
  }

  private static boolean fits(String number) {
    return SHAPE.matcher(number).matches();
  }
}
