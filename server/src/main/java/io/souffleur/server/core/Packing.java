package io.souffleur.server.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes values in as few bytes as they need, for {@link Unpacking} to read in the same order. A
 * text or instant that comes again is written as the number it got the first time. The bytes mean
 * nothing to another build of the program. Mutable, for one thread.
 */
final class Packing {

  /** Seven bits of a number a byte; the eighth says that more follow. */
  static final int MORE = 0x80;

  static final int NANOS_A_MILLI = 1_000_000;

  private final Instant base;
  private final List<String> texts = new ArrayList<>();
  private final List<Instant> instants = new ArrayList<>();
  private byte[] bytes = new byte[512];
  private int size;

  /**
   * Nothing is written yet.
   *
   * @param base near which most instants lie
   */
  Packing(Instant base) {
    this.base = base;
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }

  /** A number; the smaller, the shorter, negative ones are the longest. */
  void number(long value) {
    long left = value;
    while ((left & -MORE) != 0) {
      put((int) left | MORE);
      left >>>= 7;
    }
    put((int) left);
  }

  void flag(boolean value) {
    put(value ? 1 : 0);
  }

  /** One of {@code all}. */
  <T> void oneOf(List<T> all, T value) {
    number(all.indexOf(value));
  }

  void text(String value) {
    if (isNew(value, texts)) {
      number(value.length());
      for (int i = 0; i < value.length(); i++) {
        number(value.charAt(i));
      }
    }
  }

  void instant(Instant value) {
    if (isNew(value, instants)) {
      long seconds = value.getEpochSecond() - base.getEpochSecond();
      number((seconds << 1) ^ (seconds >> (Long.SIZE - 1)));
      nanos(value.getNano());
    }
  }

  /** So many bytes, as they are. */
  void raw(byte[] value) {
    number(value.length);
    for (byte each : value) {
      put(each);
    }
  }

  <T> void each(Collection<T> all, Consumer<T> part) {
    number(all.size());
    all.forEach(part);
  }

  <T> void optional(@Nullable T value, Consumer<T> part) {
    flag(value != null);
    if (value != null) {
      part.accept(value);
    }
  }

  /** A place and all before it. */
  void mentions(@Nullable Mention latest) {
    number(Mention.count(latest));
    mentionsInOrder(latest);
  }

  private void mentionsInOrder(@Nullable Mention latest) {
    if (latest != null) {
      mentionsInOrder(latest.earlier());
      text(latest.message());
      number(latest.start());
      number(latest.end());
    }
  }

  void duration(Duration value) {
    number(value.getSeconds());
    nanos(value.getNano());
  }

  /** Most are whole milliseconds, so those are shorter. */
  private void nanos(int value) {
    boolean whole = value % NANOS_A_MILLI == 0;
    number(whole ? value / NANOS_A_MILLI * 2L : value * 2L + 1);
  }

  /** Writes the number of {@code value}; whether it got that number just now. */
  private <T> boolean isNew(T value, List<T> known) {
    int place = known.indexOf(value);
    number(place >= 0 ? place : known.size());
    return place < 0 && known.add(value);
  }

  private void put(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, size * 2);
    }
    bytes[size++] = (byte) value;
  }
}
