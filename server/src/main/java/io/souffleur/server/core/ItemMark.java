package io.souffleur.server.core;

import io.souffleur.server.core.conversation.Contest;
import io.souffleur.server.core.conversation.ItemState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one item stands. Small on purpose: a live conversation holds one for every item.
 *
 * @param state as last told
 * @param opened since when the rule applies; null while it does not
 * @param trigger what made it apply; null when it applies from the start
 * @param said where it was said, latest first, bounded by {@link ItemJudge}
 * @param around what was said around it, where an order is asked for; null where nothing was
 * @param schedule when it comes due, where a calendar says so; null otherwise
 * @param passed how many of the agent's messages have passed since it applies; since it was said,
 *     where it has to be said lately
 * @param inARow how many of the agent's latest messages said it one after the other
 * @param contest the agent's latest word against it; null where there is none
 * @param seq of the last update about it
 * @param at of the last update about it
 */
record ItemMark(
    ItemState state,
    @Nullable Instant opened,
    @Nullable Mention trigger,
    @Nullable Mention said,
    @Nullable Around around,
    @Nullable Schedule schedule,
    short passed,
    short inARow,
    @Nullable Contest contest,
    int seq,
    Instant at) {

  /** A rule nothing has happened to yet. */
  static ItemMark fresh(Instant at) {
    return new ItemMark(
        ItemState.NOT_APPLICABLE, null, null, null, null, null, (short) 0, (short) 0, null, 0, at);
  }

  /** It applies from now on; what was said before goes on counting. */
  ItemMark opened(Instant when, @Nullable Schedule plan) {
    return new ItemMark(state, when, null, said, around, plan, (short) 0, inARow, contest, seq, at);
  }

  /** It applies from now on because of {@code by}; nothing was said yet. */
  ItemMark opened(Instant when, @Nullable Schedule plan, Mention by) {
    return new ItemMark(state, when, by, null, null, plan, (short) 0, inARow, contest, seq, at);
  }

  /** It does not apply any more. */
  ItemMark closed() {
    return new ItemMark(state, null, null, said, around, null, (short) 0, inARow, contest, seq, at);
  }

  ItemMark said(@Nullable Mention places, @Nullable Around near) {
    return new ItemMark(
        state, opened, trigger, places, near, schedule, passed, inARow, contest, seq, at);
  }

  ItemMark passed(int messages) {
    short bounded = (short) Math.min(messages, Short.MAX_VALUE);
    return new ItemMark(
        state, opened, trigger, said, around, schedule, bounded, inARow, contest, seq, at);
  }

  ItemMark inARow(int messages) {
    short bounded = (short) Math.min(messages, Short.MAX_VALUE);
    return new ItemMark(
        state, opened, trigger, said, around, schedule, passed, bounded, contest, seq, at);
  }

  ItemMark contested(Contest word) {
    return new ItemMark(
        state, opened, trigger, said, around, schedule, passed, inARow, word, seq, at);
  }

  ItemMark told(ItemState now, long number, Instant when) {
    int seqNow = Math.toIntExact(number);
    return new ItemMark(
        now, opened, trigger, said, around, schedule, passed, inARow, contest, seqNow, when);
  }
}
