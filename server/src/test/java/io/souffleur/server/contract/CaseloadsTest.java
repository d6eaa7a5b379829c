package io.souffleur.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.State;
import io.souffleur.server.core.conversation.Customer;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.json.ChannelCodec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaseloadsTest {

  private static final Coaching COACHING = TestHouse.coaching();
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final Caseloads caseloads = new Caseloads();

  private static State state(String customer, String agent) throws Exception {
    ChannelEvent started =
        ChannelCodec.decode(
            """
            {"type":"conversation.started","id":"1","conversation":"any",\
            "at":"2026-11-23T12:00:00Z","medium":"chat","customer":%s,\
            "agent":{"key":"%s","name":"Inès"}}\
            """
                .formatted(customer, agent));
    return COACHING.start((ChannelEvent.ConversationStarted) started, NOON).state();
  }

  private static State named(String customer, String agent) throws Exception {
    return state("{\"name\":\"" + customer + "\"}", agent);
  }

  private State take(String key, State state) {
    caseloads.changed(new ConversationKey(key), null, state);
    return state;
  }

  private List<String> others(String key, State state) {
    return caseloads.others(new ConversationKey(key), state).stream()
        .map(Customer::name)
        .flatMap(Optional::stream)
        .toList();
  }

  @Test
  void others_are_all_but_the_one_at_hand() throws Exception {
    State ann = take("a", named("Ann", "ines"));
    State bob = take("b", named("Bob", "ines"));
    take("c", named("Cid", "marc"));
    assertThat(others("a", ann)).containsExactly("Bob");
    assertThat(others("b", bob)).containsExactly("Ann");
  }

  @Test
  void customers_without_a_name_do_not_count() throws Exception {
    State ann = take("a", named("Ann", "ines"));
    take("b", state("{}", "ines"));
    assertThat(caseloads.others(new ConversationKey("a"), ann)).isEmpty();
  }

  @Test
  void the_same_person_on_another_line_is_nobody_else() throws Exception {
    State chat = take("a", state("{\"key\":\"k\",\"name\":\"Ann\"}", "ines"));
    take("b", state("{\"key\":\"k\",\"name\":\"Annie\"}", "ines"));
    assertThat(others("a", chat)).isEmpty();
  }

  @Test
  void who_has_left_is_forgotten() throws Exception {
    State ann = take("a", named("Ann", "ines"));
    State bob = take("b", named("Bob", "ines"));
    caseloads.left(new ConversationKey("b"), bob);
    assertThat(others("a", ann)).isEmpty();
  }

  @Test
  void who_is_handed_over_goes_along() throws Exception {
    State ann = take("a", named("Ann", "ines"));
    State bob = take("b", named("Bob", "ines"));
    caseloads.changed(new ConversationKey("b"), bob, named("Bob", "marc"));
    assertThat(others("a", ann)).isEmpty();
    assertThat(others("x", named("X", "marc"))).containsExactly("Bob");
  }

  @Test
  void of_very_many_the_newest_are_kept() throws Exception {
    for (int i = 0; i < Caseloads.MOST + 3; i++) {
      take("c" + i, named("Name" + i, "ines"));
    }
    assertThat(others("x", named("X", "ines")))
        .hasSize(Caseloads.MOST)
        .startsWith("Name3")
        .endsWith("Name" + (Caseloads.MOST + 2));
  }
}
