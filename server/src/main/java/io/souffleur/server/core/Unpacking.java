package io.souffleur.server.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Packing} wrote, in the same order. Mutable, for one thread. */
final class Unpacking {

  private final byte[] bytes;
  private final Instant base;
  private final List<String> texts = new ArrayList<>();
  private final List<Instant> instants = new ArrayList<>();
  private int place;

  /**
   * At the first byte.
   *
   * @param base the one they were packed with
   */
  Unpacking(byte[] bytes, Instant base) {
    this.bytes = bytes;
    this.base = base;
  }

  long number() {
    long value = 0;
    int shift = 0;
    byte part = bytes[place++];
    while (part < 0) {
      value |= (part & (Packing.MORE - 1L)) << shift;
      shift += 7;
      part = bytes[place++];
    }
    return value | (long) part << shift;
  }

  /** A number that was an {@code int}. */
  int count() {
    return (int) number();
  }

  /**
   * A number of things that follow, each of which takes a byte at least.
   *
   * @throws IllegalArgumentException when there can't be so many: nothing that could be read sizes
   *     what is to hold it
   */
  int size() {
    long size = number();
    if (size < 0 || size > bytes.length - place) {
      throw new IllegalArgumentException("bytes that were not packed here");
    }
    return (int) size;
  }

  byte[] raw() {
    int size = size();
    place += size;
    return Arrays.copyOfRange(bytes, place - size, place);
  }

  <T> List<T> each(Supplier<T> part) {
    int size = size();
    List<T> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      all.add(part.get());
    }
    return all;
  }

  <T> @Nullable T optional(Supplier<T> part) {
    return flag() ? part.get() : null;
  }

  /** A place and all before it; null when there are none. */
  @Nullable Mention mentions() {
    Mention latest = null;
    for (int left = size(); left > 0; left--) {
      latest = new Mention(text(), (char) count(), (char) count(), latest);
    }
    return latest;
  }

  /** Whether everything has been read. */
  boolean isDone() {
    return place == bytes.length;
  }

  boolean flag() {
    return number() != 0;
  }

  /** One of {@code all}. */
  <T> T oneOf(List<T> all) {
    return all.get(count());
  }

  String text() {
    int known = count();
    if (known == texts.size()) {
      char[] units = new char[size()];
      for (int i = 0; i < units.length; i++) {
        units[i] = (char) number();
      }
      texts.add(new String(units));
    }
    return texts.get(known);
  }

  Instant instant() {
    int known = count();
    if (known == instants.size()) {
      long seconds = number();
      instants.add(
          Instant.ofEpochSecond(
              base.getEpochSecond() + ((seconds >>> 1) ^ -(seconds & 1)), nanos()));
    }
    return instants.get(known);
  }

  Duration duration() {
    return Duration.ofSeconds(number(), nanos());
  }

  private long nanos() {
    long value = number();
    return (value & 1) == 0 ? value / 2 * Packing.NANOS_A_MILLI : value / 2;
  }
}
