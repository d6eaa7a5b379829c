package io.souffleur.server.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.text.Span;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

  private final Redactor cards = Redactor.ofCards();
  private final Redactor all = new Redactor(EnumSet.allOf(Kind.class));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4111 1111 1111 1111 | •••• •••• •••• 1111",
        "Ma carte : 4111111111111111, merci | Ma carte : ••••••••••••1111, merci",
        "4111-1111-1111-1111 exp 04/28 | ••••-••••-••••-1111 exp 04/28",
        "amex 3782 822463 10005 | amex •••• •••••• •0005",
        "CB4111111111111111 | CB••••••••••••1111",
        "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 | • • • • • • • • • • • • 1 1 1 1",
        "4111 1111 1111 1111 04/28 123 | •••• •••• •••• 1111 04/28 123",
        "4111 1111 1111 1111 ou 5555 5555 5555 4444 | •••• •••• •••• 1111 ou •••• •••• •••• 4444"
      })
  void a_card_keeps_its_length_and_its_last_four_digits(String text, String masked) {
    assertThat(cards.redact(text).text()).isEqualTo(masked);
  }

  @Test
  void digits_of_any_script_are_digits_and_masks_are_as_long_as_they_were() {
    String wide = "４１１１ １１１１ １１１１ １１１１";
    assertThat(cards.redact(wide).text()).isEqualTo("•••• •••• •••• １１１１");
    String mathematical = "𝟒𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏";
    Redacted redacted = cards.redact(mathematical);
    assertThat(redacted.text()).hasSameSizeAs(mathematical).endsWith("𝟏𝟏𝟏𝟏").startsWith("••••");
    assertThat(redacted.masks()).containsExactly(new Redacted.Mask(new Span(0, 32), Kind.CARD));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "commande 4111111111111112",
        "SIRET 380 129 866 46850",
        "EAN 4006381333931",
        "06 12 34 56 78",
        "le 12/03/2026 à 14:30:15",
        "FR76 3000 6000 0112 3456 7890 189",
        "camille@example.org",
        "1 299,90 €",
        "",
        "bonjour"
      })
  void nothing_else_is_masked_unless_it_is_asked_for(String text) {
    assertThat(cards.redact(text)).isEqualTo(new Redacted(text, List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "IBAN FR76 3000 6000 0112 3456 7890 189 ok | IBAN FR•• •••• •••• •••• •••• •••• ••• ok",
        "mail camille.d@example.org. | mail •••••••••@•••••••••••.",
        "tel 06 12 34 56 78 svp | tel •• •• •• •• •• svp",
        "tel +33 6 12 34 56 78 svp | tel +•• • •• •• •• •• svp",
        "call (514) 555-0199 | call (•••) •••-••••",
        "call +1 514 555 0199 | call +• ••• ••• ••••",
        "nir 1 85 05 78 006 084 91 | nir • •• •• •• ••• ••• ••",
        "NAS 046 454 286 | NAS ••• ••• •••"
      })
  void what_is_asked_for_is_masked_whole(String text, String masked) {
    assertThat(all.redact(text).text()).isEqualTo(masked);
  }

  @Test
  void a_kind_that_is_not_asked_for_stays() {
    String text = "06 12 34 56 78, camille@example.org";
    assertThat(new Redactor(Set.of(Kind.EMAIL)).redact(text).text())
        .isEqualTo("06 12 34 56 78, •••••••@•••••••••••");
  }

  @Test
  void what_was_masked_is_not_masked_again() {
    String once = all.redact("4111 1111 1111 1111, 06 12 34 56 78, c@example.org").text();
    assertThat(all.redact(once).text()).isEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "4 ", "41", "@a", "@a.", "FR7", "+1 ", "0", "4\u200b", "1(", "4-"})
  void the_time_grows_with_the_length_and_no_faster(String part) {
    String text = part.repeat(16 * 1024 / part.length());
    org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(1), () -> all.redact(text));
  }
}
