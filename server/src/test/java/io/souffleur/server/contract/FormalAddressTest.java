package io.souffleur.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Customer;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Acquaintance;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.LanguageEvidence;
import io.souffleur.server.core.text.ReadingContext;
import io.souffleur.server.core.text.Span;
import io.souffleur.server.core.text.TextPatterns;
import io.souffleur.server.nlp.CueReader;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormalAddressTest {

  private static final CueReader READER = CueReader.shipped();

  private static final ReadingContext OF_AN_AGENT =
      new ReadingContext(
          Author.AGENT,
          Customer.unknown(),
          Optional.empty(),
          Medium.CHAT,
          LanguageEvidence.settledOn(Language.FRENCH),
          Acquaintance.none(),
          LocalDateTime.of(2026, 11, 26, 14, 0),
          TextPatterns.NONE);

  /** The first word of a draft that says tu. */
  private static Optional<Span> first(String draft) {
    return READER.read(draft, OF_AN_AGENT).cues().stream()
        .filter(cue -> cue.name() == CueName.INFORMAL_ADDRESS)
        .map(Cue::span)
        .findFirst();
  }

  /** A draft after a click on each word that says tu, from the first to the last. */
  private static String mended(String draft) {
    String text = draft;
    for (int clicks = 0; clicks < 10; clicks++) {
      Span span = first(text).orElse(null);
      if (span == null) {
        return text;
      }
      Remedy remedy = FormalAddress.remedy(text, span).orElse(new Remedy(span, List.of()));
      if (remedy.replacements().isEmpty()) {
        return text;
      }
      text =
          text.substring(0, remedy.span().start())
              + remedy.replacements().getFirst()
              + text.substring(remedy.span().end());
    }
    return text;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tu peux me donner ton numéro ? | Vous pouvez me donner votre numéro ?",
        "Peux-tu vérifier ta facture ? | Pouvez-vous vérifier votre facture ?",
        "Je t’envoie tes codes. | Je vous envoie vos codes.",
        "T’as reçu le colis ? | Vous avez reçu le colis ?",
        "Tu n’as pas reçu le colis ? | Vous n’avez pas reçu le colis ?",
        "Tu t’es trompé de date. | Vous vous êtes trompé de date.",
        "Tu te connectes au site. | Vous vous connectez au site.",
        "Si tu ne vas pas sur la page | Si vous n’allez pas sur la page",
        "Dis-moi ce que tu vois. | Dites-moi ce que vous voyez.",
        "Envoie-moi une photo. | Envoyez-moi une photo.",
        "Clique sur le lien. | Cliquez sur le lien.",
        "Ne t’inquiète pas. | Ne vous inquiétez pas.",
        "t’inquiète pas, c’est réglé | ne vous inquiétez pas, c’est réglé",
        "Attends une minute, stp. | Attendez une minute, s’il vous plaît.",
        "C’est pour toi. | C’est pour vous.",
        "Je te rappelle quand tu seras chez toi. | Je vous rappelle quand vous serez chez vous.",
        "Tu pourrais essayer ? | Vous pourriez essayer ?",
        "Tu avais commandé une lampe. | Vous aviez commandé une lampe.",
        "Je t’avais dit demain. | Je vous avais dit demain.",
        "Quand tu appelles, tu attends. | Quand vous appelez, vous attendez.",
        "Que veux-tu essayer ? | Que voulez-vous essayer ?",
        "Tu travailles et tu payes. | Vous travaillez et vous payez.",
        "Tu essaies, tu envoies, tu appuies. | Vous essayez, vous envoyez, vous appuyez."
      })
  void one_click_a_word_says_vous_with_its_verb(String draft, String expected) {
    assertThat(mended(draft)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Tu sèmes quoi ?", "Et tu, Brutus ?", "Salut, tu vraiment crois ça ?"})
  void what_asks_for_a_thought_is_left_to_whoever_writes(String draft) {
    assertThat(first(draft)).isPresent();
    assertThat(FormalAddress.remedy(draft, first(draft).orElseThrow())).isEmpty();
  }
}
