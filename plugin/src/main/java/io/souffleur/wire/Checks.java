package io.souffleur.wire;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The checks that the records of the contract share. */
final class Checks {

  private static final int SECONDS_A_MINUTE = 60;

  /** Stands for characters that were lost on the way: two different keys could look the same. */
  private static final char REPLACEMENT = '\uFFFD';

  private Checks() {}

  /** A key: 1 to 128 units, without control or broken characters. */
  static void key(String field, String value) {
    if (value.isEmpty() || value.length() > Limits.KEY_UNITS) {
      throw new InvalidFieldException(
          field, "has 1 to " + Limits.KEY_UNITS + " characters, not " + value.length());
    }
    for (int i = 0; i < value.length(); i++) {
      char unit = value.charAt(i);
      if (Character.isISOControl(unit)) {
        throw new InvalidFieldException(field, "has a control character at offset " + i);
      }
      if (unit == REPLACEMENT) {
        throw new InvalidFieldException(field, "has a broken character at offset " + i);
      }
      if (Character.isSurrogate(unit)) {
        if (!Character.isHighSurrogate(unit)
            || i + 1 == value.length()
            || !Character.isLowSurrogate(value.charAt(i + 1))) {
          throw new InvalidFieldException(field, "has a broken character at offset " + i);
        }
        i++;
      }
    }
  }

  static void text(String field, String value) {
    atMost(field, value, Limits.TEXT_UNITS);
  }

  static void text(String field, Optional<String> value) {
    value.ifPresent(text -> text(field, text));
  }

  static void label(String field, String value) {
    atMost(field, value, Limits.LABEL_UNITS);
  }

  static void label(String field, Optional<String> value) {
    value.ifPresent(label -> label(field, label));
  }

  private static void atMost(String field, String value, int units) {
    if (value.length() > units) {
      throw new InvalidFieldException(
          RefusalCode.TOO_LARGE,
          field,
          "has at most " + units + " characters, not " + value.length());
    }
  }

  /** A time that RFC 3339 can write: years 1970 to 9999, an offset of whole minutes. */
  static void time(String field, OffsetDateTime value) {
    if (value.getYear() < 1970 || value.getYear() > 9999) {
      throw new InvalidFieldException(field, "lies in the years 1970 to 9999");
    }
    if (value.getOffset().getTotalSeconds() % SECONDS_A_MINUTE != 0) {
      throw new InvalidFieldException(field, "has an offset of whole minutes");
    }
  }

  /**
   * A BCP 47 tag by its shape: subtags of 1 to 8 letters and digits, the first of 2 to 8 letters.
   */
  static void language(String field, String tag) {
    int subtag = 0;
    int start = 0;
    boolean good = tag.length() <= 64;
    for (int i = 0; good && i <= tag.length(); i++) {
      if (i < tag.length() && tag.charAt(i) != '-') {
        char c = tag.charAt(i);
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        good = letter || (subtag > 0 && c >= '0' && c <= '9');
      } else {
        int length = i - start;
        good = length >= (subtag == 0 ? 2 : 1) && length <= 8;
        start = i + 1;
        subtag++;
      }
    }
    if (!good) {
      throw new InvalidFieldException(
          field, "is a BCP 47 tag such as fr or en-GB, not \"" + cut(tag) + "\"");
    }
  }

  static void language(String field, Optional<String> tag) {
    tag.ifPresent(value -> language(field, value));
  }

  static void notNegative(String field, long value) {
    if (value < 0) {
      throw new InvalidFieldException(field, "is at least 0, not " + value);
    }
  }

  static void positive(String field, long value) {
    if (value < 1) {
      throw new InvalidFieldException(field, "is at least 1, not " + value);
    }
  }

  static void positive(String field, OptionalInt value) {
    if (value.isPresent()) {
      positive(field, value.getAsInt());
    }
  }

  static void share(String field, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new InvalidFieldException(field, "lies between 0 and 1, not " + value);
    }
  }

  static void span(long start, long end) {
    notNegative("start", start);
    if (end < start) {
      throw new InvalidFieldException("end", "is at least start (" + start + "), not " + end);
    }
  }

  /** A copy that always lists its entries in the order of their keys. */
  static <V> Map<String, V> sorted(Map<String, V> map) {
    return Collections.unmodifiableMap(new TreeMap<>(map));
  }

  /** The beginning of a value, for a sentence about it. */
  private static String cut(String value) {
    return value.length() <= 40 ? value : value.substring(0, 40) + "…";
  }
}
