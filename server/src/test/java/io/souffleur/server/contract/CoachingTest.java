package io.souffleur.server.contract;

import static io.souffleur.server.core.testing.ItemBuilder.avoid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souffleur.server.core.Coach;
import io.souffleur.server.core.State;
import io.souffleur.server.core.conversation.ItemState;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.testing.House;
import io.souffleur.wire.Author;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.CustomerRef;
import io.souffleur.wire.EventKey;
import io.souffleur.wire.Medium;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CoachingTest {

  private static final Instant START = Instant.parse("2026-11-23T13:00:00Z");
  private static final Talk TALK = new Talk("a");

  private static State started(Optional<ZoneId> house, Map<String, String> attributes) {
    Coaching coaching = new Coaching(new Coach(House.of()), new NamedCues(), house);
    return coaching
        .start(
            new ChannelEvent.ConversationStarted(
                new EventKey("s"),
                new ConversationKey("a"),
                OffsetDateTime.ofInstant(START, ZoneOffset.ofHours(-5)),
                Medium.CHAT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new CustomerRef(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    attributes),
                Optional.empty()),
            START)
        .state();
  }

  @Test
  void a_conversation_takes_place_where_the_customer_is() {
    Optional<ZoneId> house = Optional.of(ZoneId.of("Europe/Paris"));
    assertThat(started(house, Map.of("timeZone", "America/Toronto")).facts().zone())
        .isEqualTo(ZoneId.of("America/Toronto"));
    assertThat(started(house, Map.of("timeZone", "The Moon")).facts().zone())
        .isEqualTo(ZoneId.of("Europe/Paris"));
    assertThat(started(house, Map.of()).facts().zone()).isEqualTo(ZoneId.of("Europe/Paris"));
    assertThat(started(Optional.empty(), Map.of()).facts().zone())
        .isEqualTo(ZoneOffset.ofHours(-5));
  }

  @Test
  void a_note_among_colleagues_is_not_read() {
    Coaching coaching = TestHouse.coaching();
    State state = coaching.start(TALK.starts(START), START).state();
    ChannelEvent.Message note =
        new ChannelEvent.Message(
            new EventKey("n"),
            new ConversationKey("a"),
            START.atOffset(ZoneOffset.UTC),
            Author.AGENT,
            "boom greeting",
            0,
            true);
    List<Update> updates = coaching.step(state, note, START).updates();
    assertThat(updates).filteredOn(Update.Item.class::isInstance).isEmpty();
    assertThat(updates)
        .filteredOn(Update.Cues.class::isInstance)
        .allSatisfy(update -> assertThat(((Update.Cues) update).cues()).isEmpty());
  }

  @Test
  void an_agent_who_interrupts_breaks_a_rule_that_says_so() {
    House house = House.of(avoid("listens", CueName.INTERRUPTION).missed(Severity.NUDGE).build());
    Coaching coaching = new Coaching(new Coach(house), new NamedCues(), Optional.empty());
    State state = coaching.start(TALK.starts(START), START).state();
    state = coaching.step(state, spoken("1", Author.CUSTOMER, 0, 6_000), START).state();
    List<Update> updates =
        coaching.step(state, spoken("2", Author.AGENT, 4_000, 7_000), START).updates();
    assertThat(updates)
        .filteredOn(Update.Cues.class::isInstance)
        .flatExtracting(update -> ((Update.Cues) update).cues())
        .extracting(cue -> cue.name())
        .containsExactly(CueName.GREETING, CueName.INTERRUPTION, CueName.TALK_OVER);
    assertThat(updates)
        .filteredOn(Update.Item.class::isInstance)
        .extracting(update -> ((Update.Item) update).state())
        .containsExactly(ItemState.MISSED);
  }

  @Test
  void what_a_customer_says_into_a_sentence_of_the_agent_is_no_matter() {
    Coaching coaching = TestHouse.coaching();
    State state = coaching.start(TALK.starts(START), START).state();
    state = coaching.step(state, spoken("1", Author.AGENT, 0, 6_000), START).state();
    assertThat(coaching.step(state, spoken("2", Author.CUSTOMER, 4_000, 7_000), START).updates())
        .filteredOn(Update.Cues.class::isInstance)
        .flatExtracting(update -> ((Update.Cues) update).cues())
        .extracting(cue -> cue.name())
        .containsExactly(CueName.GREETING);
  }

  private static ChannelEvent.Utterance spoken(String id, Author author, long start, long end) {
    return new ChannelEvent.Utterance(
        new EventKey(id),
        new ConversationKey("a"),
        START.atOffset(ZoneOffset.UTC),
        author,
        "greeting to you and all of yours",
        0,
        false,
        true,
        start,
        end,
        OptionalDouble.empty());
  }

  @Test
  void speech_that_is_not_final_leads_to_nothing() {
    Coaching coaching = TestHouse.coaching();
    State state = coaching.start(TALK.starts(START), START).state();
    ChannelEvent.Utterance interim =
        new ChannelEvent.Utterance(
            new EventKey("u"),
            new ConversationKey("a"),
            START.atOffset(ZoneOffset.UTC),
            Author.AGENT,
            CueName.GREETING.wireName(),
            0,
            false,
            false,
            0,
            10,
            OptionalDouble.empty());
    assertThatThrownBy(() -> coaching.step(state, interim, START))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not kept");
  }
}
