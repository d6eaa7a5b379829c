package io.souffleur.server.replay;

import io.souffleur.server.contract.Caseloads;
import io.souffleur.server.contract.Coaching;
import io.souffleur.server.contract.Elsewhere;
import io.souffleur.server.contract.Revisions;
import io.souffleur.server.contract.Telling;
import io.souffleur.server.contract.Told;
import io.souffleur.server.core.State;
import io.souffleur.server.core.Step;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.lines.Lines;
import io.souffleur.server.lines.Source;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.Limits;
import io.souffleur.wire.json.ChannelCodec;
import io.souffleur.wire.json.RefusalException;
import io.souffleur.wire.json.UpdateCodec;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Coaches recorded conversations. Time is the events' own: an event is handled at its {@code at},
 * or at the instant its conversation has already reached, and only events move time. What is due
 * before an event of its conversation is handled first, at its own instant; what would have been
 * due after the last event is not, so timers that ran then still run. For one thread, one run.
 */
public final class Replay {

  /** Events of ended conversations that are remembered, in at most 64 bytes each. */
  private static final int MOST_OVER = 500_000;

  private final Coaching coaching;
  private final Set<UpdateType> only;
  private final Writer out;
  private final Progress progress;
  private final Map<ConversationKey, Played> live = new HashMap<>();
  private final Caseloads caseloads = new Caseloads();
  private final Totals totals = new Totals();
  private final Service service = new Service();
  private final Results results = new Results();

  private final Ended over = new Ended(MOST_OVER);

  private long events;
  private long updates;
  private long skipped;
  private long faults;

  private Replay(Coaching coaching, Set<UpdateType> only, Writer out, Progress progress) {
    this.coaching = coaching;
    this.only = only;
    this.out = out;
    this.progress = progress;
  }

  /** One conversation on its way; without a state once its coaching has stopped. */
  private record Played(
      Optional<State> state, Fingerprints seen, Price price, Tenure tenure, boolean surveyed) {

    private static Played unstarted(Fingerprints seen) {
      return new Played(Optional.empty(), seen, new Price(), new Tenure(), false);
    }

    private Played at(Optional<State> next, boolean answered) {
      return new Played(next, seen, price, tenure, surveyed || answered);
    }
  }

  /**
   * Replays all sources, one after the other, as if they were one.
   *
   * @param only the types of updates to write; empty: all
   * @param out where updates are written, a line each
   * @param err where lines that can't be read are reported, as {@code file:line: reason}
   * @param terminal whether {@code err} is a terminal, where progress is shown
   * @throws IOException when a source can't be read or {@code out} can't be written
   */
  public static Outcome run(
      Coaching coaching,
      List<Source> sources,
      Set<UpdateType> only,
      Writer out,
      PrintWriter err,
      boolean terminal)
      throws IOException {
    Progress progress = new Progress(err, terminal, System::nanoTime);
    Replay replay = new Replay(coaching, only, out, progress);
    for (Source source : sources) {
      replay.play(source);
    }
    progress.clear();
    out.flush();
    replay.live.values().forEach(played -> replay.totals.add(played.price()));
    return new Outcome(
        replay.events,
        replay.updates,
        replay.skipped,
        replay.faults,
        replay.totals,
        replay.service,
        replay.results);
  }

  private void play(Source source) throws IOException {
    Lines lines = new Lines(source.in(), Limits.FRAME_BYTES);
    byte[] line = lines.next();
    while (line != null) {
      if (!Lines.isBlank(line)) {
        Optional<String> trouble = play(line);
        if (trouble.isPresent()) {
          progress.report(source.name() + ":" + lines.number() + ": " + trouble.get());
        }
        progress.events(events);
      }
      line = lines.next();
    }
  }

  /** What there is to report about the line; empty when nothing. */
  private Optional<String> play(byte[] line) throws IOException {
    ChannelEvent event;
    try {
      event = ChannelCodec.decode(line);
    } catch (RefusalException e) {
      return skip(e.refused().reason());
    }
    if (!event.kept()) {
      return Optional.empty();
    }
    Played played = live.get(event.conversation());
    Fingerprints seen = played == null ? seenOver(event.conversation()) : played.seen();
    boolean start = event instanceof ChannelEvent.ConversationStarted;
    if (seen == null) {
      if (!start) {
        return skip(
            event,
            event instanceof ChannelEvent.SurveyAnswered
                ? "was never started, or ended too long ago to be remembered"
                : "was never started: send conversation.started first");
      }
      seen = new Fingerprints();
    }
    return switch (seen.judge(
        event.id().value(), Revisions.of(event), ChannelCodec.encode(event))) {
      case REPEATED -> Optional.empty();
      case CONFLICT -> skip("the id " + event.id() + " was used before with another body");
      case STALE -> skip("a newer revision of message " + event.id() + " came before");
      case FRESH -> fresh(event, Optional.ofNullable(played), seen);
    };
  }

  private @Nullable Fingerprints seenOver(ConversationKey conversation) {
    Ended.Over ended = over.of(conversation);
    return ended == null ? null : ended.seen();
  }

  private Optional<String> fresh(ChannelEvent event, Optional<Played> played, Fingerprints seen)
      throws IOException {
    if (event instanceof ChannelEvent.ConversationStarted started) {
      if (played.isPresent() || over.of(event.conversation()) != null) {
        return skip(event, "was started before, under another id");
      }
      return step(event, Played.unstarted(seen), () -> List.of(start(started)));
    }
    if (event instanceof ChannelEvent.SurveyAnswered survey) {
      service.answered(survey);
    }
    if (played.isEmpty()) {
      if (event instanceof ChannelEvent.SurveyAnswered survey) {
        answeredAfterwards(survey);
        events++;
        return Optional.empty();
      }
      return skip(event, "has ended: only survey.answered may follow");
    }
    Optional<State> state = played.get().state();
    return state.isEmpty()
        ? step(event, played.get(), List::of)
        : step(event, played.get(), () -> steps(state.get(), event));
  }

  private void answeredAfterwards(ChannelEvent.SurveyAnswered survey) {
    Ended.Over ended = over.of(survey.conversation());
    if (ended != null && !ended.surveyed()) {
      ended
          .end()
          .ifPresent(end -> service.returned(Duration.between(end, survey.at().toInstant())));
      over.surveyed(survey.conversation());
    }
  }

  private Step start(ChannelEvent.ConversationStarted event) {
    return coaching.start(event, event.at().toInstant());
  }

  private List<Step> steps(State state, ChannelEvent event) {
    Instant at = event.at().toInstant();
    Instant handled = at.isBefore(state.reached()) ? state.reached() : at;
    Step woken = coaching.wake(state, handled);
    Elsewhere elsewhere =
        new Elsewhere.Customers(caseloads.others(event.conversation(), woken.state()));
    return List.of(woken, coaching.step(woken.state(), event, handled, elsewhere));
  }

  private Optional<String> step(ChannelEvent event, Played before, Supplier<List<Step>> work)
      throws IOException {
    events++;
    before.tenure().hear(event);
    Optional<State> after = before.state();
    Optional<String> fault = Optional.empty();
    try {
      for (Step step : work.get()) {
        before.price().hear(step);
        write(event.conversation(), before, step);
        after = Optional.of(step.state());
      }
    } catch (RuntimeException | StackOverflowError e) {
      faults++;
      after = Optional.empty();
      fault =
          Optional.of(
              "coaching of conversation " + event.conversation() + " stopped after a fault: " + e);
    }
    count(event.conversation(), before.state(), after);
    if (event instanceof ChannelEvent.ConversationEnded) {
      live.remove(event.conversation());
      over.add(
          event.conversation(),
          new Ended.Over(before.seen(), after.map(State::reached), before.surveyed()));
      totals.add(before.price());
    } else {
      live.put(
          event.conversation(), before.at(after, event instanceof ChannelEvent.SurveyAnswered));
    }
    return fault;
  }

  private void count(ConversationKey key, Optional<State> before, Optional<State> after) {
    if (after.isPresent()) {
      caseloads.changed(key, before.orElse(null), after.get());
    } else {
      caseloads.left(key, before.orElse(null));
    }
  }

  private void write(ConversationKey conversation, Played played, Step step) throws IOException {
    for (Update update : step.updates()) {
      updates++;
      if (update instanceof Update.Summary summary) {
        service.ended(step.state(), summary, played.tenure().held());
        results.ended(step.state(), summary);
        if (played.surveyed()) {
          service.returned(Duration.ZERO);
        }
      }
      if (only.isEmpty() || only.contains(UpdateType.of(update))) {
        Told told = Told.of(update, step.state());
        out.write(UpdateCodec.encode(Telling.update(conversation, told, Optional.empty())));
        out.write('\n');
      }
    }
  }

  private Optional<String> skip(ChannelEvent event, String reason) {
    return skip("conversation " + event.conversation() + " " + reason);
  }

  private Optional<String> skip(String reason) {
    skipped++;
    return Optional.of(reason);
  }
}
