package io.souffleur.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.Span;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FittingTest {

  private static Optional<String> fitted(
      String text, String words, String instead, Language language) {
    int start = text.indexOf(words);
    Span span = new Span(start, start + words.length());
    String cased = Fitting.cased(instead, text, span, language);
    return Fitting.between(cased, text, span, language)
        .map(
            fit ->
                text.substring(0, fit.span().start())
                    + fit.words()
                    + text.substring(fit.span().end()));
  }

  @ParameterizedTest
  @CsvSource({
    "Notre SAV répond., SAV, service après-vente, Notre service après-vente répond.",
    "SAV prévenu., SAV, service après-vente, Service après-vente prévenu.",
    "Bien. Il faut que vous veniez., Il faut que vous veniez, vous pouvez venir, Bien. Vous pouvez"
        + " venir.",
    "Le service d’ETA est là., ETA, livraison, Le service de livraison est là.",
    "Pas d'ETA ici., ETA, heure, Pas d'heure ici.",
    "Voici le code de RMA., RMA, échange, Voici le code d’échange.",
    "Que RMA suive., RMA, elle, Qu’elle suive.",
    "La PLV arrive., PLV, affiche, L’affiche arrive.",
    "C’est ce que OP dit., OP, l’opérateur, C’est ce que l’opérateur dit.",
    "du RIB, RIB, relevé bancaire, du relevé bancaire"
  })
  void french_words_fit_with_their_capital_and_their_elision(
      String text, String words, String instead, String expected) {
    assertThat(fitted(text, words, instead, Language.FRENCH)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"l’ETA, ETA, date prévue", "qu'est-ce que l'API, API, porte d’entrée"})
  void an_article_whose_gender_nobody_knows_is_left_to_somebody(
      String text, String words, String instead) {
    assertThat(fitted(text, words, instead, Language.FRENCH)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "We need an RMA first., RMA, return number, We need a return number first.",
    "A SLA is set., SLA, agreed time, An agreed time is set.",
    "It’s a KB article., KB, help, It’s a help article.",
    "RMA sent., RMA, return number, Return number sent.",
    "a PSU, PSU, unique part, a unique part",
    "an ISO, ISO, hour, an hour"
  })
  void english_words_fit_with_their_article(
      String text, String words, String instead, String expected) {
    assertThat(fitted(text, words, instead, Language.ENGLISH)).contains(expected);
  }
}
