package io.souffleur.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.State;
import io.souffleur.server.core.Step;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.text.Language;
import io.souffleur.wire.Because;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TellingTest {

  private static final Instant START = Instant.parse("2026-11-23T13:00:00Z");
  private static final ConversationKey KEY = new ConversationKey("a");
  private static final Talk TALK = new Talk("a");

  private final Coaching coaching = TestHouse.coaching();
  private final List<Told> told = new ArrayList<>();

  private State then(Step step) {
    for (Update update : step.updates()) {
      told.add(Told.of(update, step.state()));
    }
    return step.state();
  }

  private State lateAnswer() {
    State state = then(coaching.start(TALK.starts(START), START));
    state = then(coaching.step(state, TALK.customer("q", START, "question"), START));
    return then(coaching.wake(state, START.plusSeconds(120)));
  }

  private <T extends CoachingUpdate> List<T> words(Class<T> type, Optional<Language> language) {
    return told.stream()
        .map(one -> Telling.update(KEY, one, language))
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  @Test
  void titles_are_in_the_readers_language_and_phrases_in_the_conversations() {
    lateAnswer();
    CoachingUpdate.Item french = words(CoachingUpdate.Item.class, Optional.empty()).getFirst();
    CoachingUpdate.Item english =
        words(CoachingUpdate.Item.class, Optional.of(Language.ENGLISH)).getFirst();
    assertThat(french.title()).isNotEqualTo(english.title());
    assertThat(french.seq()).isEqualTo(english.seq());
    assertThat(french.checklist()).isEqualTo("fr-test");

    CoachingUpdate.Hint hint =
        words(CoachingUpdate.Hint.class, Optional.of(Language.ENGLISH)).getFirst();
    CoachingUpdate.Hint conseil = words(CoachingUpdate.Hint.class, Optional.empty()).getFirst();
    assertThat(hint.lang()).isEqualTo("fr");
    assertThat(hint.phrases()).isEqualTo(conseil.phrases());
    assertThat(hint.title()).isNotEqualTo(conseil.title());
  }

  @Test
  void a_hint_about_time_names_its_timer_and_deadline() {
    lateAnswer();
    assertThat(words(CoachingUpdate.Hint.class, Optional.empty()))
        .filteredOn(hint -> hint.item().equals("response"))
        .isNotEmpty()
        .allSatisfy(
            hint ->
                assertThat(hint.because())
                    .contains(new Because.Deadline("response", START.plusSeconds(60))));
  }

  @Test
  void a_snapshot_shows_what_the_updates_led_to() {
    State state = lateAnswer();
    Snapshot snapshot =
        Telling.snapshot(KEY, "epoch", state, START.plusSeconds(120), Optional.empty());
    assertThat(snapshot.seq()).isEqualTo(told.getLast().update().seq());
    assertThat(snapshot.facts().customer().name()).contains("Camille");
    assertThat(snapshot.facts().language()).contains("fr");
    assertThat(snapshot.items())
        .isNotEmpty()
        .allSatisfy(
            item -> assertThat(words(CoachingUpdate.Item.class, Optional.empty())).contains(item));
    assertThat(snapshot.timers())
        .isNotEmpty()
        .allSatisfy(
            timer ->
                assertThat(words(CoachingUpdate.Timer.class, Optional.empty())).contains(timer));
  }
}
