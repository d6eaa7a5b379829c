package io.souffleur.server.replay;

import io.souffleur.server.core.Step;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.ItemState;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.hint.HintId;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.hint.WithdrawalReason;
import io.souffleur.server.core.rule.RuleId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What hints cost the agent of one conversation, heard from its updates. A hint counts once, with
 * the highest severity it reached; from then on the agent's next message is awaited. For one
 * thread.
 *
 * <p>The agent of a recorded conversation saw no hint. So when that message does what the hint asks
 * for, the hint was not needed.
 */
final class Price {

  /** What one hint came to. Mutable. */
  static final class Shown {
    private final RuleId rule;
    private Severity severity;
    private @Nullable WithdrawalReason gone;
    private Next next = Next.AWAITED;

    private Shown(RuleId rule, Severity severity) {
      this.rule = rule;
      this.severity = severity;
    }

    RuleId rule() {
      return rule;
    }

    Severity severity() {
      return severity;
    }

    /** Why it went away; null while it is visible. */
    @Nullable WithdrawalReason gone() {
      return gone;
    }

    Next next() {
      return next;
    }
  }

  /** What the agent's next message did. */
  enum Next {
    /** There was none. */
    AWAITED,

    /** What the hint asks for. */
    DID_IT,

    /** Something else. */
    DID_NOT
  }

  private final Map<HintId, Shown> hints = new LinkedHashMap<>();

  /** Every hint so far, in the order in which they came. */
  Iterable<Shown> hints() {
    return hints.values();
  }

  /** How many hints were a prompt or more. */
  int prompts() {
    int prompts = 0;
    for (Shown hint : hints.values()) {
      prompts += hint.severity == Severity.NUDGE ? 0 : 1;
    }
    return prompts;
  }

  /** Hears the updates of one event. */
  void hear(Step step) {
    Map<HintId, Shown> waiting = new HashMap<>();
    Set<RuleId> done = new HashSet<>();
    for (Update update : step.updates()) {
      switch (update) {
        case Update.Cues cues -> {
          if (cues.author() == Author.AGENT) {
            hints.forEach(
                (id, hint) -> {
                  if (hint.next == Next.AWAITED) {
                    waiting.put(id, hint);
                  }
                });
          }
        }
        case Update.Item item -> {
          if (item.state() == ItemState.DONE) {
            done.add(item.item());
          }
        }
        case Update.HintWithdrawn withdrawn -> {
          Shown hint = hints.get(withdrawn.hint());
          if (hint != null) {
            hint.gone = withdrawn.reason();
            if (withdrawn.reason() == WithdrawalReason.SATISFIED) {
              done.add(hint.rule);
            }
          }
        }
        case Update.Hint hint -> show(hint, waiting);
        case Update.Timer timer -> {}
        case Update.Commitment commitment -> {}
        case Update.Summary summary -> {}
      }
    }
    waiting
        .values()
        .forEach(hint -> hint.next = done.contains(hint.rule) ? Next.DID_IT : Next.DID_NOT);
  }

  /** A hint that grows is awaited anew; told again in another language it stays what it was. */
  private void show(Update.Hint hint, Map<HintId, Shown> waiting) {
    Shown shown = hints.get(hint.hint());
    if (shown == null) {
      hints.put(hint.hint(), new Shown(hint.item(), hint.severity()));
    } else if (hint.severity().compareTo(shown.severity) > 0) {
      shown.severity = hint.severity();
      shown.next = Next.AWAITED;
      waiting.remove(hint.hint());
    }
  }
}
