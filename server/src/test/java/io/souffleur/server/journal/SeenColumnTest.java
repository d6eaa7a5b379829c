package io.souffleur.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.cue.Sighting;
import io.souffleur.server.core.text.Acquaintance;
import io.souffleur.server.core.text.Gist;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.LanguageEvidence;
import io.souffleur.server.core.text.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenColumnTest {

  @Test
  void what_is_written_is_read_again() {
    List<Sighting> seen =
        List.of(
            new Sighting(CueName.WRONG_NAME, new Span(8, 13), 0.95, Optional.of("nadia benali")),
            new Sighting(CueName.WRONG_NAME, new Span(20, 25), 0.5, Optional.empty()));
    String column = SeenColumn.write(seen);
    assertThat(column).isEqualTo("wrong-name 8 13 0.95 nadia benali\nwrong-name 20 25 0.5");
    assertThat(SeenColumn.read(column)).isEqualTo(seen);
  }

  @Test
  void nothing_is_an_empty_column() {
    assertThat(SeenColumn.write(List.of())).isEmpty();
    assertThat(SeenColumn.read("")).isEmpty();
  }

  private static final Entry ENTRY =
      new Entry(
          new ConversationId("c"),
          1,
          Origin.CHANNEL,
          "k",
          0,
          "message",
          Instant.EPOCH,
          "{\"text\":\"\"}");

  @ParameterizedTest
  @ValueSource(strings = {"", "0f3a"})
  void what_is_kept_in_place_of_words_is_read_again(String mark) {
    Gist gist =
        new Gist(
            "fr",
            new LanguageEvidence(Optional.of(Language.FRENCH), 0, 0, ""),
            new Acquaintance(Optional.of("Nadia Ben Ali"), true, false),
            List.of(new Sighting(CueName.GREETING, new Span(0, 7), 0.9, Optional.empty())),
            12);
    Gist early =
        new Gist(
            "und",
            new LanguageEvidence(Optional.empty(), 2, 1, ""),
            new Acquaintance(Optional.empty(), false, true),
            List.of(),
            0);
    for (Optional<Gist> one :
        List.of(Optional.of(gist), Optional.of(early), Optional.<Gist>empty())) {
      Entry entry = ENTRY.with(ENTRY.body(), List.of(), Optional.of(new Wordless(one, mark)));
      assertThat(SeenColumn.filled(ENTRY, ENTRY.body(), SeenColumn.write(entry))).isEqualTo(entry);
    }
    assertThat(SeenColumn.filled(ENTRY, ENTRY.body(), "")).isEqualTo(ENTRY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wordless -\nx",
        "wordless -\nread fr",
        "wordless -\nread fr xx 0 0 0 0 0",
        "wordless -\nread fr fr 0 0 0 0 0\nx"
      })
  void what_nobody_wrote_in_place_of_words_is_refused(String column) {
    assertThatThrownBy(() -> SeenColumn.filled(ENTRY, ENTRY.body(), column))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "no-cue 1 2 0.5", "wrong-name 2 1 0.5", "wrong-name 1 2 much"})
  void anything_else_is_refused(String column) {
    assertThatThrownBy(() -> SeenColumn.read(column)).isInstanceOf(IllegalStateException.class);
  }
}
