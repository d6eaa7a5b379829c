package io.souffleur.server.core;

import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a conversation has come. It only goes forward, by one message through several stages at
 * most:
 *
 * <ul>
 *   <li>understanding, once the customer writes after the agent, or the agent, after the customer
 *       has written, asks something other than how to help, or shows empathy, listening, a
 *       restatement or an apology;
 *   <li>solving, once the customer has written and the agent gives a solution, a next step, a
 *       commitment, a compensation, or announces a wait or a transfer; or with the agent's fourth
 *       message of understanding;
 *   <li>closing, from understanding on, once the agent takes leave or offers further help; from the
 *       opening on, once the customer has written and the agent takes leave in a message that is no
 *       welcome; from understanding on, once the customer takes leave or says that it is solved; or
 *       once the customer thanks or is pleased after a solution or a next step, and neither asks
 *       nor complains in the same breath.
 * </ul>
 *
 * @param answered whether the agent has given a solution or a next step
 * @param replies the agent's messages since understanding began
 * @param enteredBy the words that brought the present stage; null when none did
 */
record Progress(
    Stage stage,
    boolean customerSpoke,
    boolean agentSpoke,
    boolean answered,
    byte replies,
    @Nullable Mention enteredBy) {

  private static final int ENOUGH_REPLIES = 4;

  /** A farewell so few characters behind a greeting wishes a good day and leaves nobody. */
  private static final int SAME_BREATH = 20;

  private static final Set<CueName> ENGAGES =
      EnumSet.of(
          CueName.EMPATHY,
          CueName.LISTENING,
          CueName.RESTATEMENT,
          CueName.APOLOGY,
          CueName.WISH_QUESTION);
  private static final Set<CueName> SOLVES =
      EnumSet.of(
          CueName.SOLUTION,
          CueName.NEXT_STEP,
          CueName.COMMITMENT,
          CueName.COMPENSATION,
          CueName.WAIT_NOTICE,
          CueName.TRANSFER_NOTICE);
  private static final Set<CueName> ANSWERS = EnumSet.of(CueName.SOLUTION, CueName.NEXT_STEP);

  /** What an agent says that closes a conversation. */
  static final Set<CueName> AGENT_CLOSES = EnumSet.of(CueName.FAREWELL, CueName.FURTHER_HELP);

  private static final Set<CueName> LEAVES = EnumSet.of(CueName.FAREWELL);
  private static final Set<CueName> WELCOMES = EnumSet.of(CueName.GREETING);
  private static final Set<CueName> OFFERS = EnumSet.of(CueName.HELP_OFFER, CueName.QUESTION);

  private static final Set<CueName> CUSTOMER_CLOSES =
      EnumSet.of(CueName.FAREWELL, CueName.RESOLVED);
  private static final Set<CueName> PLEASED = EnumSet.of(CueName.THANKS, CueName.SATISFACTION);
  private static final Set<CueName> STILL_OPEN =
      EnumSet.of(
          CueName.QUESTION,
          CueName.UNRESOLVED,
          CueName.DISSATISFACTION,
          CueName.COMPLAINT,
          CueName.IMPATIENCE,
          CueName.REPETITION);

  static Progress none() {
    return new Progress(Stage.OPENING, false, false, false, (byte) 0, null);
  }

  /** How far the conversation is after {@code message}. */
  Progress after(Message message) {
    return switch (message.author()) {
      case CUSTOMER -> afterCustomer(message);
      case AGENT -> afterAgent(message);
      case BOT, SYSTEM -> this;
    };
  }

  private Progress afterCustomer(Message message) {
    Progress next = new Progress(stage, true, agentSpoke, answered, replies, enteredBy);
    if (stage == Stage.OPENING && agentSpoke) {
      next = next.entered(Stage.UNDERSTANDING, message, null);
    }
    if (next.stage == Stage.OPENING) {
      return next;
    }
    Cue closing = first(message, CUSTOMER_CLOSES);
    if (closing == null && answered && first(message, STILL_OPEN) == null) {
      closing = first(message, PLEASED);
    }
    return closing == null ? next : next.entered(Stage.CLOSING, message, closing);
  }

  private Progress afterAgent(Message message) {
    boolean counts = stage == Stage.UNDERSTANDING && !message.edited();
    Progress next =
        new Progress(
            stage,
            customerSpoke,
            true,
            answered || first(message, ANSWERS) != null,
            (byte) (counts ? replies + 1 : replies),
            enteredBy);
    if (!customerSpoke) {
      return next;
    }
    Cue engaging = first(message, ENGAGES);
    if (engaging == null && first(message, EnumSet.of(CueName.HELP_OFFER)) == null) {
      engaging = first(message, EnumSet.of(CueName.QUESTION));
    }
    if (engaging != null) {
      next = next.entered(Stage.UNDERSTANDING, message, engaging);
    }
    Cue solving = first(message, SOLVES);
    if (solving != null || next.replies >= ENOUGH_REPLIES) {
      next = next.entered(Stage.SOLVING, message, solving);
    }
    Cue closing = next.stage == Stage.OPENING ? leaving(message) : first(message, AGENT_CLOSES);
    return closing == null ? next : next.entered(Stage.CLOSING, message, closing);
  }

  /** The words by which an agent takes leave at once; null when they may be part of a welcome. */
  private static @Nullable Cue leaving(Message message) {
    Cue farewell = first(message, LEAVES);
    Cue greeting = first(message, WELCOMES);
    boolean welcome =
        first(message, OFFERS) != null
            || (farewell != null
                && greeting != null
                && farewell.span().start() - greeting.span().end() < SAME_BREATH);
    return welcome ? null : farewell;
  }

  private Progress entered(Stage to, Message message, @Nullable Cue by) {
    if (to.compareTo(stage) <= 0) {
      return this;
    }
    Mention words = by == null ? null : Mention.of(message.id(), by, null);
    return new Progress(to, customerSpoke, agentSpoke, answered, replies, words);
  }

  /** The first of a message's cues that is one of {@code any}; null when none is. */
  static @Nullable Cue first(Message message, Set<CueName> any) {
    for (Cue cue : message.cues()) {
      if (any.contains(cue.name())) {
        return cue;
      }
    }
    return null;
  }
}
