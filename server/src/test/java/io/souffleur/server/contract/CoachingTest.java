package io.souffleur.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souffleur.server.core.Coach;
import io.souffleur.server.core.State;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.cue.CueName;
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
            java.util.OptionalDouble.empty());
    assertThatThrownBy(() -> coaching.step(state, interim, START))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not kept");
  }
}
