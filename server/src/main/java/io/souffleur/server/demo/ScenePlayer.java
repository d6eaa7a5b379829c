package io.souffleur.server.demo;

import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Plays the customer of a scene in one room: a line after each message of the agent, and an
 * impatient one when the agent is slow. For the chat's own thread only, which is also where it is
 * woken.
 */
final class ScenePlayer {

  /**
   * How fast a customer is.
   *
   * @param reading before typing starts
   * @param typing a character
   * @param longest typing of one line
   * @param patience before an impatient line
   */
  record Pace(Duration reading, Duration typing, Duration longest, Duration patience) {
    static Pace natural() {
      return new Pace(
          Duration.ofMillis(1_200),
          Duration.ofMillis(35),
          Duration.ofMillis(4_500),
          Duration.ofSeconds(75));
    }
  }

  /** What the player can do in the room. */
  interface Stage {
    void say(String line);

    void typing(boolean active);
  }

  private final Iterator<String> lines;
  private final Iterator<String> impatient;
  private final Stage stage;
  private final Pace pace;
  private final ScheduledExecutorService thread;
  private @Nullable ScheduledFuture<?> next;
  private boolean answering;
  private boolean over;

  ScenePlayer(Scene scene, Stage stage, Pace pace, ScheduledExecutorService thread) {
    this.lines = scene.lines().iterator();
    this.impatient = scene.impatient().iterator();
    this.stage = stage;
    this.pace = pace;
    this.thread = thread;
  }

  /** Starts with the first line. */
  void start() {
    stage.say(lines.next());
    loseNoPatience();
  }

  /** The agent wrote: the next line follows, unless one is on its way already. */
  void agentWrote() {
    if (over || answering) {
      return;
    }
    cancel();
    if (!lines.hasNext()) {
      return;
    }
    answering = true;
    next = after(pace.reading(), this::type);
  }

  /** Somebody else plays the customer from here on, or the room is closed. */
  void stop() {
    over = true;
    cancel();
  }

  private void type() {
    stage.typing(true);
    String line = lines.next();
    Duration typing = pace.typing().multipliedBy(line.length());
    Duration time = typing.compareTo(pace.longest()) > 0 ? pace.longest() : typing;
    next = after(time, () -> say(line));
  }

  private void say(String line) {
    answering = false;
    stage.typing(false);
    stage.say(line);
    loseNoPatience();
  }

  private void loseNoPatience() {
    if (impatient.hasNext() && lines.hasNext()) {
      next =
          after(
              pace.patience(),
              () -> {
                stage.say(impatient.next());
                loseNoPatience();
              });
    }
  }

  private ScheduledFuture<?> after(Duration time, Runnable what) {
    return thread.schedule(
        () -> {
          if (!over) {
            what.run();
          }
        },
        time.toNanos(),
        TimeUnit.NANOSECONDS);
  }

  private void cancel() {
    if (next != null) {
      next.cancel(false);
    }
  }
}
