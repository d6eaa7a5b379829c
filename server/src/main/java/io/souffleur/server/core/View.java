package io.souffleur.server.core;

import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.conversation.Update;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is on show for a conversation at one moment: what somebody sees who opens it now.
 * Each entry is the last update about its item, timer, promise or hint, with that update's {@code
 * seq} and {@code at}.
 */
public record View(
    Stage stage,
    List<Update.Item> items,
    List<Update.Timer> timers,
    List<Update.Commitment> commitments,
    List<Update.Hint> hints,
    Optional<Update.Summary> summary) {

  public View {
    items = List.copyOf(items);
    timers = List.copyOf(timers);
    commitments = List.copyOf(commitments);
    hints = List.copyOf(hints);
  }
}
