package io.souffleur.server.feedback;

import io.souffleur.server.lane.Bulletin;
import io.souffleur.server.lane.Watcher;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.DeskAction;
import io.souffleur.wire.DeskReply;
import io.souffleur.wire.Refused;
import io.souffleur.wire.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** How a conversation stood just before an agent objected. Safe for use by any thread. */
final class Overheard implements Watcher {

  private final CompletableFuture<Optional<Snapshot>> stood = new CompletableFuture<>();

  @Override
  public void snapshot(Snapshot snapshot) {
    stood.complete(Optional.of(snapshot));
  }

  @Override
  public void resumed(DeskReply.Resumed from, List<CoachingUpdate> missed) {}

  @Override
  public void updates(Bulletin bulletin) {}

  @Override
  public void refused(Refused refusal) {
    stood.complete(Optional.empty());
  }

  /** Waits until that is known: what comes to look is served after what happens. */
  void await(Duration most) {
    stood.completeOnTimeout(Optional.empty(), most.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  /**
   * What the agent objects to at {@code at}; empty when that is not known, or has been said of the
   * same before.
   */
  Optional<Objection> objection(DeskAction action, Instant at) {
    return switch (action) {
      case DeskAction.HintWrong wrong ->
          stood()
              .flatMap(
                  snapshot ->
                      snapshot.hints().stream()
                          .filter(hint -> hint.hint().equals(wrong.hint()))
                          .findFirst()
                          .flatMap(
                              hint ->
                                  against(snapshot, Objection.Kind.HINT_WRONG, hint.item(), at)));
      case DeskAction.ItemContested contested ->
          stood()
              .filter(snapshot -> isNew(snapshot, contested.item()))
              .flatMap(
                  snapshot ->
                      against(snapshot, Objection.Kind.ITEM_CONTESTED, contested.item(), at));
      case DeskAction.HintUsed used -> Optional.empty();
      case DeskAction.HintDismissed dismissed -> Optional.empty();
      case DeskAction.CommitmentKept kept -> Optional.empty();
      case DeskAction.CommitmentReopened reopened -> Optional.empty();
    };
  }

  private Optional<Snapshot> stood() {
    return stood.getNow(Optional.empty());
  }

  private static boolean isNew(Snapshot snapshot, String rule) {
    boolean isTimer = snapshot.timers().stream().anyMatch(timer -> timer.timer().equals(rule));
    return isTimer
        || snapshot.items().stream()
            .anyMatch(item -> item.item().equals(rule) && item.contested().isEmpty());
  }

  /** All items of a conversation are of one checklist, and so are its timers. */
  private static Optional<Objection> against(
      Snapshot snapshot, Objection.Kind kind, String rule, Instant at) {
    return snapshot.items().stream()
        .findFirst()
        .map(item -> new Objection(at, kind, item.checklist(), item.version(), rule));
  }
}
