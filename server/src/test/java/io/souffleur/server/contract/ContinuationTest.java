package io.souffleur.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContinuationTest {

  private static boolean goesOn(String text, String words, String instead, Language language) {
    int start = text.indexOf(words);
    return Continuation.holds(instead, text, new Span(start, start + words.length()), language);
  }

  @ParameterizedTest
  @CsvSource({
    "vous devez renvoyer le colis, vous devez, je vous invite à",
    "vous devez nous l’écrire, vous devez, je vous invite à",
    "il vous faut remplir ce champ, il vous faut, il vous suffit de",
    "'C’est impossible.', C’est impossible, voici ce que je peux faire",
    "je ne sais pas, je ne sais pas, je me renseigne",
    "Pas avant lundi, Pas avant, dès"
  })
  void a_french_sentence_goes_on(String text, String words, String instead) {
    assertThat(goesOn(text, words, instead, Language.FRENCH)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "il faut que vous renvoyiez le colis, il faut que vous, je vous invite à",
    "vous devez votre facture, vous devez, je vous invite à",
    "je ne peux pas vous rembourser, je ne peux pas, voici ce que je peux faire",
    "vous ne pouvez pas annuler, vous ne pouvez pas, vous pouvez",
    "vous n’avez pas le droit à un échange, vous n’avez pas le droit, vous avez droit à",
    "nous ne remboursons pas les soldes, nous ne remboursons pas, nous proposons",
    "ce n’est pas mon travail, ce n’est pas mon travail, je vous mets en relation avec"
  })
  void or_the_french_words_are_left_to_somebody(String text, String words, String instead) {
    assertThat(goesOn(text, words, instead, Language.FRENCH)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "You must send it back., You must, please",
    "'It’s impossible.', It’s impossible, here is what I can do",
    "not before Monday, not before, as of",
    "'I don’t know, sorry', I don’t know, let me find out"
  })
  void an_english_sentence_goes_on(String text, String words, String instead) {
    assertThat(goesOn(text, words, instead, Language.ENGLISH)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "You can’t return it., You can’t, you can",
    "You have no right to a refund, You have no right, you are entitled to",
    "We can’t refund that, We can’t, here is what I can do",
    "We don’t offer refunds, We don’t offer, what we offer is",
    "You must the form, You must, please"
  })
  void or_the_english_words_are_left_to_somebody(String text, String words, String instead) {
    assertThat(goesOn(text, words, instead, Language.ENGLISH)).isFalse();
  }
}
