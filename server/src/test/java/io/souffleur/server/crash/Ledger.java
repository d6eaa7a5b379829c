package io.souffleur.server.crash;

import io.souffleur.wire.Ack;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.ChannelReply;
import io.souffleur.wire.Refused;
import io.souffleur.wire.json.ChannelCodec;
import io.souffleur.wire.json.RefusalException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * What channels have told, in order, and what the server has said of it. Safe for use by any
 * thread.
 *
 * <p>An acknowledgement names no revision, so an edit is told only once the version before it is
 * acknowledged: then an acknowledgement with another position can be that of the edit alone.
 */
final class Ledger {
  private static final int MOST_FAULTS = 20;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, List<Sent>> told = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();
  private long acknowledgements;
  private long repeats;

  /** Writes down what is about to be told. */
  Sent tell(ChannelEvent event) {
    Sent sent = new Sent(event);
    lock.lock();
    try {
      told.computeIfAbsent(event.conversation().value(), key -> new ArrayList<>()).add(sent);
      return sent;
    } finally {
      lock.unlock();
    }
  }

  /** Writes down an answer to a channel. */
  void hear(String json) {
    try {
      ChannelReply reply = ChannelCodec.decodeReply(json);
      switch (reply) {
        case Ack ack -> hear(ack);
        case Refused refused -> fault("refused: " + json);
        default -> {}
      }
    } catch (RefusalException e) {
      fault("unreadable: " + json);
    }
  }

  private void hear(Ack ack) {
    lock.lock();
    try {
      String conversation = ack.conversation().value();
      Sent waiting = null;
      for (Sent sent : told.getOrDefault(conversation, List.of())) {
        if (sent.event().id().equals(ack.id())) {
          if (sent.position() == ack.seq()) {
            repeats++;
            return;
          }
          if (sent.position() == Sent.NOWHERE && waiting == null) {
            waiting = sent;
          }
        }
      }
      if (waiting == null) {
        fault(
            "event %s of %s was acknowledged at %d, and elsewhere before"
                .formatted(ack.id(), conversation, ack.seq()));
      } else {
        waiting.acknowledged(ack.seq());
        acknowledgements++;
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Writes down what must not be. */
  void fault(String what) {
    lock.lock();
    try {
      if (faults.size() < MOST_FAULTS) {
        faults.add(what);
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Makes those who wait look again. */
  void nudge() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until it is as wanted, or the time is over; says whether it is. */
  boolean await(BooleanSupplier wanted, long millis) throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(millis);
      while (!wanted.getAsBoolean() && left > 0) {
        left = changed.awaitNanos(left);
      }
      return wanted.getAsBoolean();
    } finally {
      lock.unlock();
    }
  }

  /** What was told of a conversation and is not acknowledged, in order. */
  List<Sent> open(String conversation) {
    lock.lock();
    try {
      return told.getOrDefault(conversation, List.of()).stream()
          .filter(sent -> sent.position() == Sent.NOWHERE)
          .toList();
    } finally {
      lock.unlock();
    }
  }

  /** What was told of a conversation, in order. */
  List<Sent> told(String conversation) {
    lock.lock();
    try {
      return List.copyOf(told.getOrDefault(conversation, List.of()));
    } finally {
      lock.unlock();
    }
  }

  /** The conversations whose start is acknowledged. */
  List<String> live() {
    lock.lock();
    try {
      return told.entrySet().stream()
          .filter(one -> one.getValue().getFirst().position() != Sent.NOWHERE)
          .map(Map.Entry::getKey)
          .toList();
    } finally {
      lock.unlock();
    }
  }

  List<String> conversations() {
    lock.lock();
    try {
      return List.copyOf(told.keySet());
    } finally {
      lock.unlock();
    }
  }

  List<String> faults() {
    lock.lock();
    try {
      return List.copyOf(faults);
    } finally {
      lock.unlock();
    }
  }

  /** How many events were acknowledged, each counted once. */
  long acknowledgements() {
    lock.lock();
    try {
      return acknowledgements;
    } finally {
      lock.unlock();
    }
  }

  /** How many acknowledgements said once more what was said before. */
  long repeats() {
    lock.lock();
    try {
      return repeats;
    } finally {
      lock.unlock();
    }
  }
}
