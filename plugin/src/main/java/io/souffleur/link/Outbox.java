package io.souffleur.link;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Events on their way, in order, in bounds.
 *
 * <p>An event that the server keeps stays until it is answered; when a line is lost, all that
 * weren't answered are sent again, in their order. Interim events (typing, drafts, speech that
 * isn't final) are answered by nobody: they leave when they are sent, they make room for the
 * others, and they don't outlive a line, for what was being typed before it is of no use after.
 * When room can't be made, the newcomer is dropped: what is already waiting came first and may be
 * half-way.
 *
 * <p>Not safe for threads: its owner guards it.
 */
final class Outbox {

  private final int mostEvents;
  private final long mostBytes;

  /** Not sent on this line, by place. */
  private final TreeMap<Long, Parcel> unsent = new TreeMap<>();

  /** Those of the unsent that are interim, oldest first. */
  private final LinkedHashMap<Long, Parcel> interim = new LinkedHashMap<>();

  /** Sent on this line and not answered, in the order of sending. */
  private final LinkedHashMap<Long, Parcel> unanswered = new LinkedHashMap<>();

  /** The unanswered by what an answer names; several versions of a message share it. */
  private final Map<Parcel.Address, Deque<Parcel>> byAddress = new HashMap<>();

  private long bytes;
  private long interimBytes;
  private long places;
  private long droppedInterim;
  private long droppedKept;

  Outbox(int mostEvents, long mostBytes) {
    this.mostEvents = mostEvents;
    this.mostBytes = mostBytes;
  }

  /** Takes an event, unless there is no room; drops interim ones to make it. */
  boolean offer(Parcel parcel) {
    int others = size() - interim.size();
    if (others + 1 > mostEvents || bytes - interimBytes + parcel.bytes() > mostBytes) {
      drop(parcel);
      return false;
    }
    while (size() + 1 > mostEvents || bytes + parcel.bytes() > mostBytes) {
      Parcel oldest = interim.values().iterator().next();
      forgetUnsent(oldest);
      drop(oldest);
    }
    parcel.take(places++);
    unsent.put(parcel.number(), parcel);
    bytes += parcel.bytes();
    if (!parcel.kept()) {
      interim.put(parcel.number(), parcel);
      interimBytes += parcel.bytes();
    }
    return true;
  }

  /** The next to send; from now on it is unanswered, or gone if nobody will answer it. */
  Optional<Parcel> next() {
    if (unsent.isEmpty()) {
      return Optional.empty();
    }
    Parcel parcel = unsent.firstEntry().getValue();
    forgetUnsent(parcel);
    if (parcel.kept()) {
      bytes += parcel.bytes();
      unanswered.put(parcel.number(), parcel);
      byAddress.computeIfAbsent(parcel.address(), address -> new ArrayDeque<>()).add(parcel);
    }
    return Optional.of(parcel);
  }

  /** Takes out the oldest unanswered event of an address: its answer has come. */
  Optional<Parcel> answered(Parcel.Address address) {
    Deque<Parcel> versions = byAddress.get(address);
    if (versions == null) {
      return Optional.empty();
    }
    Parcel parcel = versions.remove();
    if (versions.isEmpty()) {
      byAddress.remove(address);
    }
    unanswered.remove(parcel.number());
    bytes -= parcel.bytes();
    return Optional.of(parcel);
  }

  /** Puts back an event whose answer was that it should be sent again. */
  void putBack(Parcel parcel) {
    unsent.put(parcel.number(), parcel);
    bytes += parcel.bytes();
  }

  /** The unanswered event that was sent first. */
  Optional<Parcel> oldestUnanswered() {
    Iterator<Parcel> parcels = unanswered.values().iterator();
    return parcels.hasNext() ? Optional.of(parcels.next()) : Optional.empty();
  }

  /** The line is lost: all that weren't answered will be sent again, interim events are dropped. */
  void rewind() {
    for (Parcel parcel : interim.values()) {
      unsent.remove(parcel.number());
      bytes -= parcel.bytes();
      drop(parcel);
    }
    interim.clear();
    interimBytes = 0;
    unsent.putAll(unanswered);
    unanswered.clear();
    byAddress.clear();
  }

  /** Counts an event that isn't taken. */
  void drop(Parcel parcel) {
    if (parcel.kept()) {
      droppedKept++;
    } else {
      droppedInterim++;
    }
  }

  boolean isEmpty() {
    return size() == 0;
  }

  int size() {
    return unsent.size() + unanswered.size();
  }

  long bytes() {
    return bytes;
  }

  int unanswered() {
    return unanswered.size();
  }

  long droppedInterim() {
    return droppedInterim;
  }

  long droppedKept() {
    return droppedKept;
  }

  private void forgetUnsent(Parcel parcel) {
    unsent.remove(parcel.number());
    bytes -= parcel.bytes();
    if (interim.remove(parcel.number()) != null) {
      interimBytes -= parcel.bytes();
    }
  }
}
