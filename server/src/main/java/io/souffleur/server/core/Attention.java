package io.souffleur.server.core;

import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.hint.WithdrawalReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may speak. At most {@value #VISIBLE} hints are visible, at most one of them a prompt or more.
 * The most severe comes first; among equals the one that is already shown keeps its place, then
 * what runs out first, then the heavier rule, then the order of the checklist.
 */
final class Attention {

  static final int VISIBLE = 3;

  private static final Comparator<Claim> BY_RANK =
      Comparator.comparing(Claim::severity)
          .reversed()
          .thenComparing(claim -> !claim.holds())
          .thenComparing(Claim::runsOut)
          .thenComparingDouble(claim -> -claim.weight())
          .thenComparingInt(Claim::order);

  private Attention() {}

  /**
   * A hint that is visible or would like to be.
   *
   * @param mark the visible hint; null for a new one
   * @param call what calls for it; null for a visible hint whose moment was short
   * @param severity what it would be shown with
   * @param order its place, for rules equal in everything else
   */
  record Claim(@Nullable HintMark mark, @Nullable Call call, Severity severity, int order) {

    boolean visible() {
      return mark != null && mark.visible();
    }

    /** Whether it is shown already, as severely as it wants to be. */
    boolean holds() {
      return mark != null && mark.visible() && mark.severity() == severity;
    }

    Instant runsOut() {
      return call == null ? Instant.MAX : call.runsOut();
    }

    double weight() {
      return call == null ? 0 : call.weight();
    }
  }

  /** What a hint that went away is told. */
  record Withdrawal(HintMark mark, WithdrawalReason reason) {}

  /**
   * Those among {@code claims} that get a place, best first. A hint that wants to be more severe
   * and finds no room for it stays what it is.
   */
  static List<Claim> granted(List<Claim> claims) {
    List<Claim> waiting = new ArrayList<>(claims);
    List<Claim> granted = new ArrayList<>();
    boolean prominent = false;
    while (!waiting.isEmpty() && granted.size() < VISIBLE) {
      waiting.sort(BY_RANK);
      Claim best = waiting.removeFirst();
      if (best.severity() == Severity.NUDGE) {
        granted.add(best);
      } else if (!prominent) {
        prominent = true;
        granted.add(best);
      } else if (best.mark() != null
          && best.visible()
          && best.severity() != best.mark().severity()) {
        waiting.add(new Claim(best.mark(), best.call(), best.mark().severity(), best.order()));
      }
    }
    return granted;
  }
}
