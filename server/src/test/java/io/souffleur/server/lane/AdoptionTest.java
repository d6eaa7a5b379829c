package io.souffleur.server.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souffleur.server.contract.Talk;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.cue.Sighting;
import io.souffleur.server.core.text.Span;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.Wordless;
import io.souffleur.server.redaction.Redactor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What comes from another house is kept as it would have been here. */
class AdoptionTest {

  private static final String CARD = "4111 1111 1111 1111";
  private static final Talk TALK = new Talk("a");

  private static Entry said(String text) {
    return new Input.FromChannel(TALK.agent("m", LaneDriver.START, text))
        .entry(2, LaneDriver.CHAT, LaneDriver.START, List.of(), Optional.empty());
  }

  private static Adoption house(boolean keepsWords) {
    return new Adoption(
        new Discretion(
            Redactor.ofCards(),
            nothing -> false,
            nothing -> false,
            new Words(keepsWords, text -> "")));
  }

  @Test
  void a_card_is_masked_and_rules_still_see_it() {
    Entry kept = house(true).of(said("carte " + CARD + "."));
    assertThat(kept.body()).doesNotContain("4111").contains("1111");
    assertThat(kept.seen())
        .containsExactly(
            new Sighting(CueName.PERSONAL_DATA, new Span(6, 25), 0.97, Optional.of("card")));
  }

  @Test
  void what_was_seen_of_it_elsewhere_is_not_seen_twice() {
    Entry told = said("carte " + CARD + ".");
    Sighting seen = new Sighting(CueName.PERSONAL_DATA, new Span(6, 25), 0.9, Optional.of("card"));
    assertThat(house(true).of(told.with(told.body(), List.of(seen))).seen()).containsExactly(seen);
  }

  @Test
  void what_has_nothing_to_mask_is_the_same() {
    Entry told = said("greeting");
    assertThat(house(true).of(told)).isSameAs(told);
  }

  @Test
  void a_house_that_keeps_no_text_takes_none() {
    assertThatThrownBy(() -> house(false).of(said("greeting")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("this house keeps none")
        .hasMessageNotContaining("greeting");
    Entry wordless = said("").with(said("").body(), List.of(), Optional.of(Wordless.NOTHING));
    assertThat(house(false).of(wordless)).isSameAs(wordless);
  }
}
