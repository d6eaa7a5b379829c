package io.souffleur.server.core;

import io.souffleur.server.core.Attention.Claim;
import io.souffleur.server.core.Attention.Withdrawal;
import io.souffleur.server.core.hint.Because;
import io.souffleur.server.core.hint.HintId;
import io.souffleur.server.core.hint.Showings;
import io.souffleur.server.core.hint.WithdrawalReason;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.Limit;
import io.souffleur.server.core.rule.Prompting;
import io.souffleur.server.core.rule.Requirement;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.RuleId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The hints of one step: which stay, which go, which come. Mutable, for one thread and one step.
 */
final class Prompter {

  private final @Nullable Checklist checklist;
  private final Instant now;
  private final Map<RuleId, HintMark> marks = new LinkedHashMap<>();
  private final List<Withdrawal> withdrawn = new ArrayList<>();
  private final Map<RuleId, Call> calls = new LinkedHashMap<>();

  Prompter(@Nullable Checklist checklist, List<HintMark> before, Instant now) {
    this.checklist = checklist;
    this.now = now;
    before.forEach(mark -> marks.put(mark.rule(), mark));
  }

  /** The agent did something with a hint; one that was never given is ignored. */
  void answered(HintId hint, HintMark.Answer answer) {
    for (HintMark mark : List.copyOf(marks.values())) {
      if (HintMark.id(mark.number()).equals(hint)) {
        answered(mark, answer);
      }
    }
  }

  /** The agent contests how a rule was judged: it gives no more hints. */
  void contested(RuleId rule) {
    HintMark mark = marks.get(rule);
    if (mark != null) {
      answered(mark, HintMark.Answer.WRONG);
    } else if (rule(rule) != null) {
      put(HintMark.silenced(rule));
    }
  }

  private void answered(HintMark mark, HintMark.Answer answer) {
    HintMark after = mark.answered(answer);
    marks.put(mark.rule(), after);
    if (mark.visible() && answer != HintMark.Answer.USED) {
      withdraw(after, WithdrawalReason.DISMISSED);
    }
  }

  void calls(@Nullable Call call) {
    if (call != null) {
      calls.put(call.rule().id(), call);
    }
  }

  /** Withdraws what is over or out of time. */
  void withdrawStale(List<ItemMark> items, List<TimerMark> timers, Ledger ledger) {
    for (HintMark mark : List.copyOf(marks.values())) {
      if (mark.visible()) {
        WithdrawalReason reason = over(mark, items, timers, ledger);
        if (reason != null) {
          withdraw(mark, reason);
        }
      }
    }
  }

  private @Nullable WithdrawalReason over(
      HintMark mark, List<ItemMark> items, List<TimerMark> timers, Ledger ledger) {
    if (checklist == null) {
      return WithdrawalReason.SUPERSEDED;
    }
    int item = checklist.rules().placeOfItem(mark.rule());
    int timer = checklist.rules().placeOfTimer(mark.rule());
    WithdrawalReason reason =
        item >= 0
            ? overItem(mark, checklist.items().get(item), items.get(item))
            : timer < 0
                ? WithdrawalReason.SUPERSEDED
                : checklist.timers().get(timer).limit() instanceof Limit.Promised
                    ? overPromise(mark, ledger)
                    : overTimer(mark, timers.get(timer));
    return reason == null && !mark.until().isAfter(now) ? WithdrawalReason.EXPIRED : reason;
  }

  private @Nullable WithdrawalReason overItem(HintMark mark, Rule.Item rule, ItemMark item) {
    return switch (rule.requirement()) {
      case Requirement.Avoid avoid ->
          stillBroken(avoid, mark, item) ? null : WithdrawalReason.SATISFIED;
      case Requirement.Say say -> {
        Instant opened = item.opened();
        if (opened == null || !mark.episode().equals(Episode.of(item, opened))) {
          yield WithdrawalReason.SUPERSEDED;
        }
        if (ItemJudge.saidEnough(say, item)) {
          yield WithdrawalReason.SATISFIED;
        }
        yield calls.containsKey(mark.rule()) ? null : WithdrawalReason.EXPIRED;
      }
    };
  }

  private static boolean stillBroken(Requirement.Avoid avoid, HintMark mark, ItemMark item) {
    if (mark.shown() == null || Mention.count(item.said()) <= avoid.allowed()) {
      return false;
    }
    for (Because because : mark.shown().because()) {
      if (because instanceof Because.Said said) {
        return Mention.in(item.said(), said.evidence().message().key());
      }
    }
    return true;
  }

  private @Nullable WithdrawalReason overPromise(HintMark mark, Ledger ledger) {
    if (!ledger.owes(mark.episode())) {
      return WithdrawalReason.SATISFIED;
    }
    Call call = calls.get(mark.rule());
    if (call == null) {
      return WithdrawalReason.EXPIRED;
    }
    return call.episode().equals(mark.episode()) ? null : WithdrawalReason.SUPERSEDED;
  }

  private @Nullable WithdrawalReason overTimer(HintMark mark, TimerMark timer) {
    if (!timer.open() || !mark.episode().equals(Episode.of(timer))) {
      return WithdrawalReason.SATISFIED;
    }
    return calls.containsKey(mark.rule()) ? null : WithdrawalReason.EXPIRED;
  }

  /** Withdraws everything that is left, at the end. */
  void withdrawAll() {
    for (HintMark mark : List.copyOf(marks.values())) {
      if (mark.visible()) {
        withdraw(mark, WithdrawalReason.EXPIRED);
      }
    }
  }

  private void withdraw(HintMark mark, WithdrawalReason reason) {
    withdrawn.add(new Withdrawal(mark, reason));
    marks.put(
        mark.rule(),
        switch (reason) {
          case BUDGET -> mark.crowdedOut();
          case SATISFIED, EXPIRED, SUPERSEDED, DISMISSED ->
              mark.gone(now.plus(coolDown(mark.rule())));
        });
  }

  private Duration coolDown(RuleId id) {
    Prompting prompting = prompting(id);
    return prompting == null ? Duration.ZERO : prompting.coolDown();
  }

  private @Nullable Prompting prompting(RuleId id) {
    Rule rule = rule(id);
    return rule == null ? null : rule.prompting().orElse(null);
  }

  private @Nullable Rule rule(RuleId id) {
    if (checklist == null) {
      return null;
    }
    int item = checklist.rules().placeOfItem(id);
    if (item >= 0) {
      return checklist.items().get(item);
    }
    int timer = checklist.rules().placeOfTimer(id);
    return timer >= 0 ? checklist.timers().get(timer) : null;
  }

  /**
   * Gives out the places, withdraws the visible hints that get none, and returns those to be shown
   * anew or more severely, best first.
   */
  List<Claim> settle() {
    List<Claim> claims = new ArrayList<>();
    int order = 0;
    for (HintMark mark : marks.values()) {
      if (mark.visible()) {
        Call call = calls.get(mark.rule());
        boolean more = call != null && mark.escalatesTo(call);
        claims.add(
            new Claim(
                mark, call, more && call != null ? call.severity() : mark.severity(), order++));
      }
    }
    for (Call call : calls.values()) {
      HintMark mark = marks.get(call.rule().id());
      if (mark == null || (!mark.visible() && mark.lets(call, now))) {
        claims.add(new Claim(mark, call, call.severity(), order++));
      }
    }
    List<Claim> granted = Attention.granted(claims);
    for (Claim claim : claims) {
      if (claim.mark() != null && claim.visible() && !keeps(granted, claim.mark())) {
        withdraw(claim.mark(), WithdrawalReason.BUDGET);
      }
    }
    return granted.stream().filter(claim -> !claim.holds()).toList();
  }

  private static boolean keeps(List<Claim> granted, HintMark mark) {
    return granted.stream().anyMatch(claim -> mark.equals(claim.mark()));
  }

  void put(HintMark mark) {
    marks.put(mark.rule(), mark);
  }

  /** What went away, in the order it had come. */
  List<Withdrawal> withdrawn() {
    return withdrawn.stream()
        .sorted(Comparator.comparingInt(gone -> gone.mark().number()))
        .toList();
  }

  List<HintMark> marks() {
    return List.copyOf(marks.values());
  }

  /** How often each rule has spoken that has, in the order in which they began to. */
  Map<RuleId, Showings> showings() {
    Map<RuleId, Showings> showings = new LinkedHashMap<>();
    for (HintMark mark : marks.values()) {
      if (!mark.showings().equals(Showings.NONE)) {
        showings.put(mark.rule(), mark.showings());
      }
    }
    return showings;
  }

  /** The next instant at which a hint expires, or a rule that was told to wait may speak. */
  @Nullable Instant wakeUp() {
    Instant next = null;
    for (HintMark mark : marks.values()) {
      Call call = calls.get(mark.rule());
      if (mark.visible() || (call != null && mark.lets(call, mark.until()))) {
        next = Wake.earlier(next, Wake.after(now, mark.until()));
      }
    }
    return next;
  }
}
