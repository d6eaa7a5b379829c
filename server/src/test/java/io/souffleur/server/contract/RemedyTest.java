package io.souffleur.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.Customer;
import io.souffleur.server.core.conversation.Facts;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Acquaintance;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.LanguageEvidence;
import io.souffleur.server.core.text.Span;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemedyTest {

  private static final Facts OF_CAMILLE =
      new Facts(
          Medium.CHAT,
          Optional.empty(),
          Optional.empty(),
          new Customer(
              Optional.empty(),
              Optional.empty(),
              Optional.of("Camille"),
              Optional.empty(),
              Optional.empty(),
              Map.of()),
          Optional.empty(),
          ZoneOffset.UTC,
          Instant.EPOCH,
          Optional.empty(),
          LanguageEvidence.none(),
          Acquaintance.none());

  private static Remedy remedy(
      CueName name, String text, String words, @Nullable String value, Language in) {
    int start = text.indexOf(words);
    Span span = new Span(start, start + words.length());
    Cue cue = new Cue(name, span, words, 1, Optional.ofNullable(value));
    return Remedy.of(cue, text, OF_CAMILLE, in);
  }

  private static String mended(
      CueName name, String text, String words, @Nullable String value, Language in) {
    Remedy remedy = remedy(name, text, words, value, in);
    return text.substring(0, remedy.span().start())
        + remedy.replacements().getFirst()
        + text.substring(remedy.span().end());
  }

  @ParameterizedTest
  @CsvSource({
    "Carte 4970 1234 5678 1123 reçue., 4970 1234 5678 1123, card, Carte 4970 •••• •••• 1123 reçue.",
    "IBAN FR76 3000 6000., FR76 3000 6000, iban, IBAN •••• •••• ••••.",
    "Mot de passe : s3cret!, s3cret!, password, Mot de passe : ••••••!",
    "Écrivez à ines@example.com., ines@example.com, email, Écrivez à ••••@•••••••.•••."
  })
  void personal_data_is_masked_and_only_a_cards_ends_stay(
      String text, String words, String kind, String expected) {
    assertThat(mended(CueName.PERSONAL_DATA, text, words, kind, Language.FRENCH))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "VOUS DEVEZ ATTENDRE., VOUS DEVEZ ATTENDRE, FRENCH, Vous devez attendre.",
    "'Bien, VOUS ATTENDEZ.', VOUS ATTENDEZ, FRENCH, 'Bien, vous attendez.'",
    "NOW I KNOW, NOW I KNOW, ENGLISH, Now I know",
    "Déjà !!!, !!!, FRENCH, Déjà !",
    "Really?!?, ?!?, ENGLISH, Really?"
  })
  void shouting_is_calmed(String text, String words, Language in, String expected) {
    assertThat(mended(CueName.SHOUTING, text, words, null, in)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'Bonjour {{prenom}},', {{prenom}}, 'Bonjour Camille,'",
    "'Bonjour [NOM DU CLIENT],', [NOM DU CLIENT], 'Bonjour Camille,'",
    "Dear %CUSTOMER_NAME%, %CUSTOMER_NAME%, Dear Camille"
  })
  void the_customers_name_comes_in_where_a_template_left_room_for_it(
      String text, String words, String expected) {
    assertThat(mended(CueName.PLACEHOLDER, text, words, null, Language.FRENCH)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{numero_client}}", "{{date}}", "XXX", "[customer id]"})
  void whatever_else_a_template_left_is_for_somebody_to_fill_in(String left) {
    assertThat(
            remedy(CueName.PLACEHOLDER, "Le " + left, left, null, Language.FRENCH).replacements())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "EMOJI, '😀 Bonjour', 😀",
    "EMOJI, 'é👩‍👩‍👧 merci 🎉 !', 🎉",
    "OVER_PROMISE, 'Je le fais sans aucun problème.', sans aucun problème",
    "OVER_PROMISE, 'Je vous rembourse quoi qu’il arrive !', quoi qu’il arrive",
    "OVER_PROMISE, 'It arrives without fail, on Monday', without fail",
    "OVER_PROMISE, 'Nous la remplacerons sans aucun problème avant vendredi.', sans aucun problème",
    "OVER_PROMISE, 'It arrives without fail by Monday', without fail",
    "INTERNAL_INFORMATION, 'I see it in the CRM.', in the CRM"
  })
  void what_a_sentence_does_without_may_simply_go(CueName name, String text, String words) {
    Remedy remedy = remedy(name, text, words, null, Language.FRENCH);

    assertThat(remedy.replacements()).containsExactly("");
    assertThat(remedy.span().of(text)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "OVER_PROMISE, 'Je vous garantis que tout ira bien', Je vous garantis",
    "OVER_PROMISE, 'I guarantee 100% it will work', I guarantee",
    "OVER_PROMISE, 'C’est sans aucun risque.', sans aucun risque",
    "OVER_PROMISE, 'Sans aucun problème, je le fais.', Sans aucun problème",
    "OVER_PROMISE, 'Je livre sans aucun risque de retard', sans aucun risque",
    "OVER_PROMISE, 'Je vous rembourse, quoi qu’il arrive.', quoi qu’il arrive",
    "OVER_PROMISE, 'C’est garanti à 100', garanti à 100",
    "OVER_PROMISE, 'We do it no matter what happens', no matter what",
    "INTERNAL_INFORMATION, 'Je regarde notre jira.', notre jira",
    "INTERNAL_INFORMATION, 'The intranet says no.', intranet"
  })
  void what_the_sentence_needs_is_not_left_out(CueName name, String text, String words) {
    assertThat(remedy(name, text, words, null, Language.FRENCH).replacements()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"iphone 20, iphone, iPhone, iPhone 20", "Iphone 20, Iphone, iPhone, iPhone 20"})
  void a_products_name_keeps_its_own_capitals(
      String text, String words, String value, String expected) {
    assertThat(mended(CueName.PRODUCT_NAME, text, words, value, Language.FRENCH))
        .isEqualTo(expected);
  }
}
