package io.souffleur.wire.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Times as RFC 3339 writes them, section 5.6: nothing more lenient, and no leap seconds. */
final class Times {

  private static final int DATE_AND_TIME = 19;
  private static final int NANO_DIGITS = 9;

  private Times() {}

  /**
   * Reads a time.
   *
   * @throws DateTimeException when it isn't one
   */
  static OffsetDateTime parse(String text) {
    if (text.length() < DATE_AND_TIME + 1
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || (text.charAt(10) != 'T' && text.charAt(10) != 't')
        || text.charAt(13) != ':'
        || text.charAt(16) != ':') {
      throw new DateTimeException("not a time");
    }
    int at = DATE_AND_TIME;
    int nanos = 0;
    if (text.charAt(at) == '.') {
      int first = ++at;
      while (at < text.length() && isDigit(text.charAt(at))) {
        at++;
      }
      int digits = at - first;
      if (digits < 1 || digits > NANO_DIGITS) {
        throw new DateTimeException("not a fraction of a second");
      }
      nanos = number(text, first, digits);
      for (int i = digits; i < NANO_DIGITS; i++) {
        nanos *= 10;
      }
    }
    return OffsetDateTime.of(
        number(text, 0, 4),
        number(text, 5, 2),
        number(text, 8, 2),
        number(text, 11, 2),
        number(text, 14, 2),
        number(text, 17, 2),
        nanos,
        offset(text, at));
  }

  private static ZoneOffset offset(String text, int at) {
    int length = text.length() - at;
    if (length == 1 && (text.charAt(at) == 'Z' || text.charAt(at) == 'z')) {
      return ZoneOffset.UTC;
    }
    if (length != 6
        || text.charAt(at + 3) != ':'
        || (text.charAt(at) != '+' && text.charAt(at) != '-')) {
      throw new DateTimeException("not an offset");
    }
    int hours = number(text, at + 1, 2);
    int minutes = number(text, at + 4, 2);
    return text.charAt(at) == '-'
        ? ZoneOffset.ofHoursMinutes(-hours, -minutes)
        : ZoneOffset.ofHoursMinutes(hours, minutes);
  }

  private static int number(String text, int start, int digits) {
    int value = 0;
    for (int i = start; i < start + digits; i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (!isDigit(c)) {
        throw new DateTimeException("not a number");
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Writes a time, always with seconds, the fraction as short as it can be. */
  static String format(OffsetDateTime time) {
    StringBuilder text = new StringBuilder(35);
    dateAndTime(text, time.toLocalDateTime());
    if (time.getNano() > 0) {
      digits(text.append('.'), time.getNano(), NANO_DIGITS);
      while (text.charAt(text.length() - 1) == '0') {
        text.setLength(text.length() - 1);
      }
    }
    return text.append(time.getOffset().getId()).toString();
  }

  /** Writes an instant just as {@link Instant#toString} does, without its detours. */
  static void append(StringBuilder text, Instant instant) {
    LocalDateTime time =
        LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
    if (time.getYear() < 0 || time.getYear() > 9999) {
      text.append(instant);
      return;
    }
    dateAndTime(text, time);
    int nanos = instant.getNano();
    if (nanos % 1_000_000 == 0) {
      fraction(text, nanos / 1_000_000, 3);
    } else if (nanos % 1_000 == 0) {
      fraction(text, nanos / 1_000, 6);
    } else {
      fraction(text, nanos, NANO_DIGITS);
    }
    text.append('Z');
  }

  private static void fraction(StringBuilder text, int value, int width) {
    if (value > 0) {
      digits(text.append('.'), value, width);
    }
  }

  private static void dateAndTime(StringBuilder text, LocalDateTime time) {
    digits(text, time.getYear(), 4).append('-');
    digits(text, time.getMonthValue(), 2).append('-');
    digits(text, time.getDayOfMonth(), 2).append('T');
    digits(text, time.getHour(), 2).append(':');
    digits(text, time.getMinute(), 2).append(':');
    digits(text, time.getSecond(), 2);
  }

  private static StringBuilder digits(StringBuilder text, int value, int width) {
    int divisor = 1;
    for (int i = 1; i < width; i++) {
      divisor *= 10;
    }
    for (; divisor > 0; divisor /= 10) {
      text.append((char) ('0' + value / divisor % 10));
    }
    return text;
  }
}
