package io.souffleur.server.core.rule;

import java.util.regex.Pattern;

/** The number of a service norm, such as {@code A3} or {@code D27}. */
public record Norm(String number) {

  private static final Pattern SHAPE = Pattern.compile("[A-Z][0-9]{1,3}");

  public Norm {
    if (!SHAPE.matcher(number).matches()) {
      throw new IllegalArgumentException("a norm is a capital letter and a number: " + number);
    }
  }
}
