package io.souffleur.server.lane;

import java.util.concurrent.atomic.LongAdder;

/** What the lanes count. Safe for use by any thread. */
final class Counters {
  final LongAdder inFlight = new LongAdder();
  final LongAdder resident = new LongAdder();
  final LongAdder watchers = new LongAdder();
  final LongAdder events = new LongAdder();
  final LongAdder repeated = new LongAdder();
  final LongAdder refused = new LongAdder();
  final LongAdder updates = new LongAdder();
  final LongAdder wakeUps = new LongAdder();
  final LongAdder degraded = new LongAdder();
  final LongAdder late = new LongAdder();

  Gauges with(long waiting) {
    return new Gauges(
        waiting,
        inFlight.sum(),
        resident.sum(),
        watchers.sum(),
        events.sum(),
        repeated.sum(),
        refused.sum(),
        updates.sum(),
        wakeUps.sum(),
        degraded.sum(),
        late.sum());
  }
}
