package io.souffleur.server.contract;

import io.souffleur.server.core.State;
import io.souffleur.server.core.conversation.Agent;
import io.souffleur.server.core.conversation.Customer;
import io.souffleur.server.core.conversation.Facts;
import io.souffleur.wire.ConversationKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * For each agent, the customers of the conversations they hold: those that have started, have not
 * ended, and have a customer with a name. Safe for use by any thread; the changes of one
 * conversation come one after the other.
 */
public final class Caseloads {

  /** Conversations kept for one agent, the newest: nobody talks to more people at a time. */
  static final int MOST = 8;

  private final Map<String, Map<ConversationKey, Customer>> held = new ConcurrentHashMap<>();

  /**
   * A conversation has changed.
   *
   * @param before null when nothing of it was known
   */
  public void changed(ConversationKey key, @Nullable State before, State after) {
    Optional<String> was = before == null ? Optional.empty() : holder(before);
    Optional<String> is = holder(after);
    Optional<Customer> customer = is.isEmpty() ? Optional.empty() : named(after.facts());
    if (before != null
        && was.equals(is)
        && customer.equals(was.isEmpty() ? Optional.empty() : named(before.facts()))) {
      return;
    }
    if (!was.equals(is)) {
      was.ifPresent(agent -> remove(agent, key));
    }
    if (is.isPresent() && customer.isPresent()) {
      put(is.get(), key, customer.get());
    }
  }

  /** A conversation is over, or was never begun after all; {@code last} is what was known of it. */
  public void left(ConversationKey key, @Nullable State last) {
    if (last != null) {
      last.facts().agent().map(Agent::key).ifPresent(agent -> remove(agent, key));
    }
  }

  /** The customers of the other conversations that the agent of this one holds. */
  public List<Customer> others(ConversationKey key, State state) {
    Map<ConversationKey, Customer> all = holder(state).map(held::get).orElseGet(Map::of);
    if (all.isEmpty()) {
      return List.of();
    }
    Optional<String> own = state.facts().customer().key();
    return all.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(key))
        .map(Map.Entry::getValue)
        .filter(other -> own.isEmpty() || !own.equals(other.key()))
        .toList();
  }

  private void put(String agent, ConversationKey key, Customer customer) {
    held.compute(
        agent,
        (name, present) -> {
          Map<ConversationKey, Customer> all =
              present == null ? new LinkedHashMap<>() : new LinkedHashMap<>(present);
          all.put(key, customer);
          if (all.size() > MOST) {
            all.remove(all.keySet().iterator().next());
          }
          return all;
        });
  }

  private void remove(String agent, ConversationKey key) {
    held.computeIfPresent(
        agent,
        (name, present) -> {
          Map<ConversationKey, Customer> all = new LinkedHashMap<>(present);
          all.remove(key);
          return all.isEmpty() ? null : all;
        });
  }

  private static Optional<String> holder(State state) {
    return state.facts().ended().isPresent()
        ? Optional.empty()
        : state.facts().agent().map(Agent::key);
  }

  /** The customer; by the name they gave themselves when the channel knows none. */
  private static Optional<Customer> named(Facts facts) {
    Customer customer = facts.customer();
    if (customer.name().or(customer::firstName).or(customer::lastName).isPresent()) {
      return Optional.of(customer);
    }
    return facts
        .acquaintance()
        .name()
        .map(
            told ->
                new Customer(
                    customer.key(),
                    Optional.of(told),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of()));
  }
}
