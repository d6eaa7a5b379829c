package io.souffleur.server.feedback;

import io.souffleur.server.audit.Audit;
import io.souffleur.server.lane.Conversations;
import io.souffleur.server.lane.ForwardingConversations;
import io.souffleur.server.lane.Receipt;
import io.souffleur.server.lane.Watch;
import io.souffleur.wire.DeskAction;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Conversations, and an ear for what agents have against rules: it is noted once it is durable.
 * Which rule a hint is of, and which version judged, is looked up in the conversation as it stood
 * just before. Safe for use by any thread.
 */
public final class HeardConversations extends ForwardingConversations {

  /** For a look at a conversation; without it the objection is kept, and noted nowhere else. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Audit audit;
  private final InstantSource clock;

  public HeardConversations(Conversations inner, Audit audit, InstantSource clock) {
    super(inner);
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void act(DeskAction action, Consumer<Receipt> told) {
    switch (action) {
      case DeskAction.HintWrong wrong -> hear(wrong, told);
      case DeskAction.ItemContested contested -> hear(contested, told);
      case DeskAction.HintUsed used -> inner.act(used, told);
      case DeskAction.HintDismissed dismissed -> inner.act(dismissed, told);
      case DeskAction.CommitmentKept kept -> inner.act(kept, told);
      case DeskAction.CommitmentReopened reopened -> inner.act(reopened, told);
    }
  }

  private void hear(DeskAction action, Consumer<Receipt> told) {
    Overheard overheard = new Overheard();
    Watch watch =
        inner.watch(
            action.conversation(), anybody -> true, Optional.empty(), Optional.empty(), overheard);
    overheard.await(PATIENCE);
    inner.act(
        action,
        receipt -> {
          watch.close();
          if (receipt instanceof Receipt.Kept) {
            overheard
                .objection(action, clock.instant())
                .map(Objection::deed)
                .ifPresent(audit::note);
          }
          told.accept(receipt);
        });
  }
}
