package io.souffleur.server.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.redaction.TypedNumbers.Typed;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** How much is found of what is to be masked, and how much else is taken for it. */
class RedactionRatesTest {

  private static final int MANY = 20_000;

  private final TypedNumbers numbers = new TypedNumbers(7);
  private final Redactor everything = new Redactor(EnumSet.allOf(Kind.class));

  /** The share of numbers of which no more is left than {@code shown} digits. */
  private double recall(Supplier<Typed> typed, Redactor redactor, int shown, Kind kind) {
    int found = 0;
    for (int i = 0; i < MANY; i++) {
      Typed one = typed.get();
      Redacted redacted = redactor.redact(one.text());
      assertThat(redacted.text()).hasSameSizeAs(one.text());
      boolean masked =
          redacted.masks().stream()
              .anyMatch(
                  mask ->
                      mask.kind() == kind
                          && bare(mask.span().of(one.text())).contains(bare(one.number()))
                          && bare(mask.span().of(redacted.text())).length() <= shown);
      found += masked ? 1 : 0;
    }
    return (double) found / MANY;
  }

  private static String bare(String text) {
    StringBuilder bare = new StringBuilder();
    for (char c : text.toUpperCase(Locale.ROOT).toCharArray()) {
      if (Character.isLetterOrDigit(c)) {
        bare.append(Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c);
      }
    }
    return bare.toString();
  }

  private double falseAlarms(Supplier<String> text, Redactor redactor) {
    int alarms = 0;
    for (int i = 0; i < MANY; i++) {
      alarms += redactor.redact(text.get()).changed() ? 1 : 0;
    }
    return (double) alarms / MANY;
  }

  @Test
  void of_cards_in_the_ways_people_type_them_hardly_one_is_missed() {
    assertThat(recall(numbers::card, Redactor.ofCards(), 4, Kind.CARD))
        .isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void of_what_a_house_asks_for_hardly_one_is_missed() {
    double iban = recall(numbers::iban, new Redactor(Set.of(Kind.IBAN)), 2, Kind.IBAN);
    double email = recall(numbers::email, new Redactor(Set.of(Kind.EMAIL)), 0, Kind.EMAIL);
    double phone = recall(numbers::phone, new Redactor(Set.of(Kind.PHONE)), 0, Kind.PHONE);
    assertThat(iban).isGreaterThanOrEqualTo(0.99);
    assertThat(email).isGreaterThanOrEqualTo(0.99);
    assertThat(phone).isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void order_and_tracking_numbers_articles_companies_and_dates_stay() {
    double cards = falseAlarms(numbers::nearMiss, Redactor.ofCards());
    double all = falseAlarms(numbers::nearMiss, everything);
    double wrong = falseAlarms(numbers::wrongCard, Redactor.ofCards());
    assertThat(cards).isLessThan(0.005);
    assertThat(all).isLessThan(0.005);
    assertThat(wrong).isLessThan(0.02);
  }
}
