package io.souffleur.server.lane;

import io.souffleur.server.contract.Told;
import io.souffleur.server.core.State;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What may only be told once an entry is durable.
 *
 * @param after the position of that entry
 * @param input what is acknowledged; null for a wake-up
 * @param receipt who waits for the acknowledgement; null for a wake-up
 * @param told what follows from it
 * @param state what it leads to; null when the conversation is not coached
 */
record Held(
    long after,
    @Nullable Input input,
    @Nullable Consumer<Receipt> receipt,
    List<Told> told,
    @Nullable State state) {

  /** Tells whoever waits for it what became of it; says whether anybody does. */
  boolean answer(Function<Input, Receipt> outcome) {
    if (input == null || receipt == null) {
      return false;
    }
    Answers.tell(receipt, outcome.apply(input));
    return true;
  }
}
