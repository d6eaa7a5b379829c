package io.souffleur.server.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Stretches of time, each instant counted once however many of them it lies in. For one thread. */
final class Stretches {

  /** Their ends by their beginnings; none overlaps or touches another. */
  private final TreeMap<Instant, Instant> apart = new TreeMap<>();

  /** Adds the time from {@code from} to {@code to}; nothing when there is none. */
  void add(Instant from, Instant to) {
    if (!from.isBefore(to)) {
      return;
    }
    Instant begin = from;
    Instant end = to;
    Map.Entry<Instant, Instant> near = apart.floorEntry(end);
    while (near != null && !near.getValue().isBefore(begin)) {
      begin = near.getKey().isBefore(begin) ? near.getKey() : begin;
      end = near.getValue().isAfter(end) ? near.getValue() : end;
      apart.remove(near.getKey());
      near = apart.floorEntry(end);
    }
    apart.put(begin, end);
  }

  /** How long all of them last together. */
  Duration length() {
    Duration sum = Duration.ZERO;
    for (Map.Entry<Instant, Instant> stretch : apart.entrySet()) {
      sum = sum.plus(Duration.between(stretch.getKey(), stretch.getValue()));
    }
    return sum;
  }
}
