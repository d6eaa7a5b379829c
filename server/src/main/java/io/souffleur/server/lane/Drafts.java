package io.souffleur.server.lane;

import io.souffleur.server.contract.Coaching;
import io.souffleur.server.core.State;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.cue.Misspelling;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskReply;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what sending a draft would do: at once, and once more when errors of spelling were found in
 * it, or are no longer. For the lane's thread.
 */
final class Drafts {

  private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);

  private final Surroundings around;
  private final Function<ConversationKey, @Nullable Resident> find;

  /**
   * Checks drafts of the conversations that {@code find} knows.
   *
   * @param find the conversation; null when it was never started
   */
  Drafts(Surroundings around, Function<ConversationKey, @Nullable Resident> find) {
    this.around = around;
    this.find = find;
  }

  /** A draft to be looked at again, with the errors that were found in it. */
  interface Again {
    void check(List<Misspelling> errors, int number);
  }

  /**
   * Tells at once what a draft would do.
   *
   * @param again called later, on another thread, with what a proofreader found
   */
  void check(DraftCheck draft, Again again) {
    try {
      Resident resident = find.apply(draft.conversation());
      if (resident == null) {
        Answers.tell(draft.told(), Refusals.unknown(draft.conversation()));
        return;
      }
      int number = ++resident.drafts;
      State state = resident.state;
      if (state == null || resident.degraded) {
        Answers.tell(draft.told(), Refusals.degraded(draft.conversation()));
        return;
      }
      Answers.tell(draft.told(), checked(draft, resident, state, List.of()));
      around
          .proofreader()
          .read(draft.text(), Coaching.spoken(state), errors -> again.check(errors, number));
    } catch (RuntimeException e) {
      failed(draft, e);
      Answers.tell(draft.told(), Refusals.failed(draft.conversation()));
    }
  }

  /**
   * Tells it once more, now that errors are known; nothing when another draft or the agent's
   * message came meanwhile, or when there are none and the desk shows none.
   *
   * @param number of the draft, as it was given to {@link Again}
   */
  void checkAgain(DraftCheck draft, List<Misspelling> errors, int number) {
    try {
      Resident resident = find.apply(draft.conversation());
      if (resident == null || resident.drafts != number) {
        return;
      }
      State state = resident.state;
      boolean nothingNew = errors.isEmpty() && !resident.misspelt;
      if (state == null || resident.degraded || nothingNew) {
        return;
      }
      DeskReply.DraftChecked reply = checked(draft, resident, state, errors);
      boolean misspelt = reply.findings().stream().anyMatch(Drafts::isOfSpelling);
      if (misspelt || resident.misspelt) {
        resident.misspelt = misspelt;
        Answers.tell(draft.told(), reply);
      }
    } catch (RuntimeException e) {
      failed(draft, e);
    }
  }

  private static boolean isOfSpelling(DeskReply.Finding finding) {
    return finding.cue().equals(CueName.SPELLING.wireName());
  }

  private DeskReply.DraftChecked checked(
      DraftCheck draft, Resident resident, State state, List<Misspelling> errors) {
    Instant at = Answers.later(resident.reached, around.clock().instant());
    return around
        .coaching()
        .draft(
            state,
            draft.conversation(),
            draft.text(),
            draft.revision(),
            at,
            draft.language(),
            around.caseloads().others(draft.conversation(), state),
            errors);
  }

  /** Not the fault's own message: it may quote the draft. */
  private static void failed(DraftCheck draft, RuntimeException fault) {
    LOG.error(
        "a draft of conversation {} failed: {}", draft.conversation(), fault.getClass().getName());
  }
}
