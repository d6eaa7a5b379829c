package io.souffleur.link;

import io.souffleur.wire.Ack;
import io.souffleur.wire.ChannelReply;
import io.souffleur.wire.Ping;
import io.souffleur.wire.Pong;
import io.souffleur.wire.Refused;
import io.souffleur.wire.ReturnHint;
import io.souffleur.wire.json.ChannelCodec;
import io.souffleur.wire.json.RefusalException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Keeps a line to the server and empties the outbox over it, on one thread of its own. The lock is
 * never held while anything is sent, connected or told to the host, so that whoever offers an event
 * waits for memory only.
 */
final class Link implements Runnable {

  private static final System.Logger LOG = System.getLogger("io.souffleur.link");

  /** After so many times that the server couldn't take an event, it is counted as refused. */
  private static final int MOST_FAILURES = 5;

  private static final int NORMAL = 1000;

  private final LinkSettings settings;
  private final Supplier<Line.Dialer> dialers;
  private final Pauses pauses;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  // All below: guarded by the lock.
  private final Outbox outbox;
  private LinkState state = LinkState.CONNECTING;
  private String lastTrouble = "";
  private boolean closing;
  private long lingerUntil;
  private final Tally tally = new Tally();

  /**
   * A link that has yet to run.
   *
   * @param dialers makes the dialer, on the link's thread
   */
  Link(LinkSettings settings, Supplier<Line.Dialer> dialers, RandomGenerator random) {
    this.settings = settings;
    this.dialers = dialers;
    this.pauses =
        new Pauses(settings.firstPause(), settings.longestPause(), settings.refusedPause(), random);
    this.outbox = new Outbox(settings.mostEvents(), settings.mostBytes());
  }

  /** Takes an event to send; says whether it was taken. */
  boolean offer(Parcel parcel) {
    lock.lock();
    try {
      if (closing || state == LinkState.STOPPED) {
        tally.rejected();
        return false;
      }
      if (!parcel.kept() && state != LinkState.CONNECTED) {
        outbox.drop(parcel);
        return false;
      }
      boolean taken = outbox.offer(parcel);
      changed.signalAll();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** Counts an event that can't be sent at all. */
  void reject() {
    change(tally::rejected);
  }

  /** Takes no more events; the rest is still sent for as long as it may linger. */
  void close() {
    lock.lock();
    try {
      if (!closing) {
        closing = true;
        lingerUntil = System.nanoTime() + settings.lingering().toNanos();
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  LinkCounters counters() {
    lock.lock();
    try {
      return read();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the counters are as wanted, or the time is over; gives what they are then. */
  LinkCounters await(Predicate<LinkCounters> wanted, Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (!wanted.test(read()) && left > 0) {
        left = changed.awaitNanos(left);
      }
      return read();
    } finally {
      lock.unlock();
    }
  }

  private LinkCounters read() {
    return tally.read(state, lastTrouble, outbox);
  }

  @Override
  public void run() {
    try {
      Line.Dialer dialer = dialers.get();
      while (!isOver()) {
        Ride ride = new Ride();
        try {
          ride.go(dialer.dial(ride));
        } catch (KeyRefusedException e) {
          ride.turnAway(e.status());
        } catch (IOException | RuntimeException e) {
          trouble("can't connect: " + e.getMessage());
        }
        lose(ride);
        pause();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "the link to Souffleur has failed and is over", e);
      trouble("the link has failed: " + e);
      change(() -> state = LinkState.STOPPED);
    }
    if (counters().state() != LinkState.STOPPED) {
      change(() -> state = LinkState.CLOSED);
    }
  }

  private boolean isOver() {
    lock.lock();
    try {
      return state == LinkState.STOPPED
          || (closing && (outbox.isEmpty() || System.nanoTime() - lingerUntil >= 0));
    } finally {
      lock.unlock();
    }
  }

  private void lose(Ride ride) {
    lock.lock();
    try {
      outbox.rewind();
      if (ride.good) {
        pauses.reset();
      }
      LinkState before = state;
      state = ride.turnedAway ? LinkState.REFUSED : LinkState.afterClose(ride.code);
      ride.comeBack.ifPresent(pauses::name);
      changed.signalAll();
      if (state.refuses() && state != before) {
        String remedy = state.remedy(lastTrouble, settings.refusedPause());
        LOG.log(System.Logger.Level.WARNING, "Souffleur refuses this channel: {0}", remedy);
      }
    } finally {
      lock.unlock();
    }
  }

  private void pause() throws InterruptedException {
    lock.lock();
    try {
      long left = state == LinkState.REFUSED ? pauses.refused() : pauses.next();
      while (state.pauses() && left > 0 && !isOver()) {
        left = changed.awaitNanos(closing ? Math.min(left, lingerUntil - System.nanoTime()) : left);
      }
      if (state == LinkState.WAITING) {
        state = LinkState.CONNECTING;
      }
    } finally {
      lock.unlock();
    }
  }

  private void trouble(String what) {
    change(() -> lastTrouble = what);
    LOG.log(System.Logger.Level.DEBUG, "link to {0}: {1}", settings.server(), what);
  }

  private void change(Runnable what) {
    lock.lock();
    try {
      what.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** One line, from the moment it is had until it is lost. */
  private final class Ride implements Line.Listener {

    // All guarded by the lock of the link.
    private boolean turnedAway;
    private boolean over;
    private boolean good;
    private boolean pongOwed;
    private int code;
    private Optional<ReturnHint> comeBack = Optional.empty();
    private long heardAt = System.nanoTime();

    /** There is no line: the server refuses the key. */
    void turnAway(int status) {
      trouble("the server refuses the key (HTTP " + status + ")");
      change(
          () -> {
            turnedAway = true;
            tally.turnedAway();
          });
    }

    /** Sends until the line is lost, given up or no longer needed. */
    void go(Line line) throws InterruptedException {
      change(
          () -> {
            state = LinkState.CONNECTED;
            tally.opened();
            heardAt = System.nanoTime();
          });
      try {
        for (Optional<String> frame = next(); frame.isPresent(); frame = next()) {
          line.send(frame.get());
        }
      } catch (IOException e) {
        trouble("can't send: " + e.getMessage());
      }
      change(() -> over = true);
      line.close(NORMAL, "done");
    }

    /** Waits for the next frame to send; empty when the line is no longer of use. */
    private Optional<String> next() throws InterruptedException {
      lock.lock();
      try {
        while (true) {
          if (over || isOver()) {
            return Optional.empty();
          }
          long now = System.nanoTime();
          long patience = patience(now);
          if (patience <= 0) {
            return Optional.empty();
          }
          if (pongOwed) {
            pongOwed = false;
            return Optional.of(ChannelCodec.encode(new Pong()));
          }
          Optional<Parcel> parcel =
              outbox.unanswered() < settings.mostUnanswered() ? outbox.next() : Optional.empty();
          if (parcel.isPresent()) {
            tally.sent(parcel.get().send(now));
            changed.signalAll();
            return Optional.of(parcel.get().frame());
          }
          changed.awaitNanos(patience);
        }
      } finally {
        lock.unlock();
      }
    }

    /** How many nanoseconds the line may stay as it is; 0 or less when it is to be given up. */
    private long patience(long now) {
      long left = settings.silence().toNanos() - (now - heardAt);
      if (left <= 0) {
        lastTrouble = "nothing came from the server for " + settings.silence();
        return 0;
      }
      Optional<Parcel> oldest = outbox.oldestUnanswered();
      if (oldest.isPresent()) {
        long answer = settings.answerWithin().toNanos() - (now - oldest.get().sentAt());
        if (answer <= 0) {
          lastTrouble = "an event wasn't answered for " + settings.answerWithin();
          outbox.answered(oldest.get().address()).ifPresent(this::failed);
          return 0;
        }
        left = Math.min(left, answer);
      }
      return closing ? Math.min(left, Math.max(1, lingerUntil - now)) : left;
    }

    @Override
    public void received(String frame) {
      try {
        take(ChannelCodec.decodeReply(frame)).ifPresent(Link.this::tell);
      } catch (RefusalException e) {
        LOG.log(System.Logger.Level.DEBUG, "a reply that can't be read: {0}", e.getMessage());
      }
    }

    private Optional<Refused> take(ChannelReply reply) {
      lock.lock();
      try {
        if (over) {
          return Optional.empty();
        }
        heardAt = System.nanoTime();
        good = true;
        changed.signalAll();
        return switch (reply) {
          case Ping ping -> {
            pongOwed = true;
            yield Optional.empty();
          }
          case Ack ack -> {
            if (outbox.answered(new Parcel.Address(ack.conversation(), ack.id())).isPresent()) {
              tally.acknowledged();
            }
            yield Optional.empty();
          }
          case Refused refusal -> refuse(refusal) ? Optional.of(refusal) : Optional.empty();
        };
      } finally {
        lock.unlock();
      }
    }

    /** Says whether the refusal is final. */
    private boolean refuse(Refused refusal) {
      if (refusal.id().isEmpty() || refusal.conversation().isEmpty()) {
        lastTrouble = "refused without a name: " + refusal.reason();
        return true;
      }
      Optional<Parcel> parcel =
          outbox.answered(new Parcel.Address(refusal.conversation().get(), refusal.id().get()));
      if (parcel.isEmpty()) {
        return true;
      }
      if (refusal.code().passing()) {
        lastTrouble = "the server can't take events now: " + refusal.reason();
        over = true;
        good = false;
        return failed(parcel.get());
      }
      tally.refused();
      return true;
    }

    /** The server couldn't take an event: it is put back, or refused after too many times. */
    private boolean failed(Parcel parcel) {
      if (parcel.fail() < MOST_FAILURES) {
        outbox.putBack(parcel);
        return false;
      }
      tally.refused();
      return true;
    }

    @Override
    public void closed(int code, String reason) {
      lock.lock();
      try {
        if (!over) {
          over = true;
          this.code = code;
          comeBack = ReturnHint.in(reason);
          lastTrouble = "the line was closed: " + code + " " + reason;
          changed.signalAll();
        }
      } finally {
        lock.unlock();
      }
    }
  }

  private void tell(Refused refusal) {
    try {
      settings.onRefused().accept(refusal);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "whoever is told of refusals has failed", e);
    }
  }
}
