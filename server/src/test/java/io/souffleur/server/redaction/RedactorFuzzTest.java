package io.souffleur.server.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.EnumSet;

class RedactorFuzzTest {

  private static final Redactor ALL = new Redactor(EnumSet.allOf(Kind.class));
  private static final Redactor CARDS = Redactor.ofCards();

  /** Whatever the text: its length stays, masks lie in it, nothing else changes. */
  @FuzzTest
  void any_text_keeps_its_length_and_what_is_not_masked(@NotNull String text) {
    for (Redactor redactor : new Redactor[] {ALL, CARDS}) {
      Redacted redacted = redactor.redact(text);
      assertThat(redacted.text()).hasSameSizeAs(text);
      assertThat(redacted.changed()).isEqualTo(!redacted.text().equals(text));
      for (int i = 0; i < text.length(); i++) {
        if (redacted.text().charAt(i) != text.charAt(i)) {
          int at = i;
          assertThat(redacted.text().charAt(i)).isEqualTo(Redactor.MASK);
          assertThat(redacted.masks())
              .anyMatch(mask -> mask.span().start() <= at && at < mask.span().end());
        }
      }
    }
  }
}
