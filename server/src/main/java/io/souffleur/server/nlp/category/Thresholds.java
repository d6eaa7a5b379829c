package io.souffleur.server.nlp.category;

import io.souffleur.server.core.cue.CueName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * From which probability on each cue is believed. Read from a file that training writes and people
 * can read and edit, one {@code cue = probability} a line, or {@code cue in posts = probability} or
 * {@code cue in calls = probability} where these need another; {@code #} starts a comment.
 * Immutable.
 */
public final class Thresholds {

  /** Never reached: for a cue whose model was not good enough. */
  public static final double NEVER = 1;

  private final Map<Register, Map<CueName, Double>> from;

  private Thresholds(Map<Register, Map<CueName, Double>> from) {
    this.from = new EnumMap<>(from);
  }

  /**
   * The thresholds of a file.
   *
   * @param name of the file, for errors
   * @throws IllegalArgumentException with every line that can't be read
   */
  public static Thresholds read(String name, String content) {
    Map<Register, Map<CueName, Double>> from = new EnumMap<>(Register.class);
    List<String> errors = new ArrayList<>();
    int number = 0;
    for (String raw : content.lines().toList()) {
      number++;
      int comment = raw.indexOf('#');
      String line = (comment < 0 ? raw : raw.substring(0, comment)).strip();
      if (!line.isEmpty() && !readLine(line, from)) {
        errors.add(
            "nlp/" + name + ":" + number + ": expected “cue = probability”, from 0 to " + NEVER);
      }
    }
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", errors));
    }
    return new Thresholds(from);
  }

  private static boolean readLine(String line, Map<Register, Map<CueName, Double>> from) {
    int equals = line.indexOf('=');
    if (equals < 0) {
      return false;
    }
    try {
      double probability = Double.parseDouble(line.substring(equals + 1).strip());
      String name = line.substring(0, equals).strip();
      Register register = Register.endOf(name);
      String of = name.substring(0, name.length() - register.suffix().length());
      CueName cue = CueName.ofWireName(of).orElse(null);
      if (cue == null || !(probability >= 0 && probability <= NEVER)) {
        return false;
      }
      from.computeIfAbsent(register, none -> new EnumMap<>(CueName.class)).put(cue, probability);
      return true;
    } catch (NumberFormatException notANumber) {
      return false;
    }
  }

  /** From which probability on {@code cue} is believed; {@link #NEVER} when nothing is said. */
  public double of(CueName cue, Register register) {
    double usual = in(Register.CONVERSATION).getOrDefault(cue, NEVER);
    return in(register).getOrDefault(cue, usual);
  }

  private Map<CueName, Double> in(Register register) {
    return from.getOrDefault(register, Map.of());
  }
}
