package io.souffleur.server.core;

import io.souffleur.server.core.Attention.Claim;
import io.souffleur.server.core.Attention.Withdrawal;
import io.souffleur.server.core.conversation.Agent;
import io.souffleur.server.core.conversation.Facts;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.hint.Variables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Tells which hints of a turn go, stay and come. Mutable, for one thread and one turn. */
final class HintTurn {

  /** A mail is answered hours later: what its answer can still say is told until then. */
  private static final Duration MAIL_WAITS = Duration.ofDays(7);

  private final Prompter prompter;
  private final Facts facts;
  private final Updates updates;
  private final Instant now;
  private int given;

  /**
   * @param given how many hints the conversation has had so far
   */
  HintTurn(Prompter prompter, int given, Facts facts, Updates updates, Instant now) {
    this.prompter = prompter;
    this.given = given;
    this.facts = facts;
    this.updates = updates;
    this.now = now;
  }

  int given() {
    return given;
  }

  /**
   * @param ends whether the conversation ends: then all hints go, and none comes
   * @param tellsAll whether those that stay are told again
   */
  void tell(boolean ends, boolean tellsAll) {
    if (ends) {
      prompter.withdrawAll();
    }
    List<Claim> shown = ends ? List.of() : prompter.settle();
    for (Withdrawal gone : prompter.withdrawn()) {
      updates.add(
          new Update.HintWithdrawn(
              updates.next(), now, HintMark.id(gone.mark().number()), gone.reason()));
    }
    if (tellsAll) {
      tellAgain(shown);
    }
    shown.forEach(this::show);
  }

  /** Words of hints that stay are in the language of the checklist they came from. */
  private void tellAgain(List<Claim> shown) {
    for (HintMark mark : prompter.marks()) {
      Update.Hint last = mark.shown();
      if (last != null && shown.stream().noneMatch(claim -> mark.equals(claim.mark()))) {
        Update.Hint again =
            new Update.Hint(
                updates.next(),
                now,
                last.hint(),
                last.item(),
                last.severity(),
                last.because(),
                last.variables(),
                last.expires());
        updates.add(again);
        prompter.put(mark.showing(again));
      }
    }
  }

  private void show(Claim claim) {
    Call call = Objects.requireNonNull(claim.call());
    HintMark mark = claim.mark();
    boolean again = mark != null && mark.visible();
    int number = again && mark != null ? mark.number() : ++given;
    Instant expires = now.plus(stays(call));
    Update.Hint hint =
        new Update.Hint(
            updates.next(),
            now,
            HintMark.id(number),
            call.rule().id(),
            claim.severity(),
            call.because(),
            variables(call),
            expires);
    updates.add(hint);
    HintMark.Answer kept =
        mark != null && mark.answer() == HintMark.Answer.DISMISSED
            ? HintMark.Answer.DISMISSED
            : HintMark.Answer.NONE;
    prompter.put(
        new HintMark(
            call.rule().id(),
            number,
            claim.severity(),
            call.episode(),
            expires,
            kept,
            HintMark.showings(mark, claim.severity()),
            hint));
  }

  private Duration stays(Call call) {
    Duration usual = call.rule().prompting().orElseThrow().expires();
    boolean mail = facts.medium() == Medium.EMAIL && call.waits();
    return mail && usual.compareTo(MAIL_WAITS) < 0 ? MAIL_WAITS : usual;
  }

  private Variables variables(Call call) {
    return new Variables(
        Address.of(facts.customer()),
        facts.agent().map(Agent::name),
        now,
        facts.zone(),
        call.delay(),
        call.term(),
        call.replacement());
  }
}
