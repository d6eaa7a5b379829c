package io.souffleur.server.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.LanguageEvidence;
import io.souffleur.server.nlp.lexicon.LexiconException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseLexiconsTest {

  @TempDir Path folder;

  @Test
  void words_of_the_house_add_to_those_that_come_with_the_program() throws IOException {
    write("fr/jargon.txt", "# Nos mots.\n(nps|score nps) => votre avis\n");
    assertThat(shown("Votre SAV et votre NPS.", Language.FRENCH))
        .extracting(Cue::name, Cue::text, Cue::value)
        .containsExactly(
            tuple(CueName.JARGON, "SAV", Optional.of("service après-vente")),
            tuple(CueName.JARGON, "NPS", Optional.of("votre avis")));
  }

  @Test
  void what_stands_behind_a_slash_must_follow_but_does_not_show_the_cue() throws IOException {
    write("jargon.txt", "nps / (score|du mois)\nf/b\n");
    assertThat(shown("Votre NPS, le NPS du mois et le f/b.", Language.FRENCH))
        .extracting(Cue::text, cue -> cue.span().start())
        .containsExactly(tuple("NPS", 14), tuple("f/b", 32));
  }

  @Test
  void a_house_may_keep_a_word_that_comes_with_the_program() throws IOException {
    write("jargon.txt", "! sav\n");
    assertThat(shown("Le SAV vous répond.", Language.FRENCH)).isEmpty();
  }

  @Test
  void a_product_without_a_value_is_right_as_it_stands() throws IOException {
    write("products.txt", "Souffleur Duo\nVite-Prêt | VP\n");
    assertThat(shown("Le souffleur duo et le Souffleur Duo.", Language.FRENCH))
        .extracting(Cue::text, Cue::value)
        .containsExactly(
            tuple("souffleur duo", Optional.of("Souffleur Duo")),
            tuple("Souffleur Duo", Optional.empty()));
    assertThat(shown("the SOUFFLEUR DUO is ready", Language.ENGLISH))
        .extracting(Cue::value)
        .containsExactly(Optional.of("Souffleur Duo"));
  }

  @Test
  void what_is_for_one_language_is_not_heard_in_the_other() throws IOException {
    write("en/internal.txt", "(project atlas|atlas)\n");
    assertThat(shown("we track it in project Atlas", Language.ENGLISH)).isNotEmpty();
    assertThat(shown("nous le suivons dans Atlas", Language.FRENCH)).isEmpty();
  }

  @Test
  void every_mistake_is_told_at_once_with_its_line() throws IOException {
    write(
        "jargon.txt",
        """
        %unless somewhere
        (open
        fine => good
        @nobody
        ((((((((((a))))))))))
        ~
        %confidence x
        <n> [a] / (b
        (nps / score)
        nps / score $
        """);
    write("fr/reasons.txt", "=> billing\n");
    assertThatThrownBy(() -> CueReader.shippedWith(HouseLexicons.in(folder)))
        .isInstanceOf(LexiconException.class)
        .hasMessage(
            String.join(
                "\n",
                jargon(1, "no “somewhere”: there are " + surroundings()),
                jargon(2, "“)” is missing"),
                jargon(4, "there is no group “@nobody” in groups.txt"),
                jargon(5, "brackets in brackets, more than 8 deep"),
                jargon(6, "a phrase begins with a word, not with anything"),
                jargon(7, "confidence is one number over 0, at most 1"),
                jargon(8, "“)” is missing"),
                jargon(9, "“/” stands once, behind words, in no brackets"),
                jargon(10, "something follows behind “/”, so “$” can’t hold"),
                folder.resolve("fr/reasons.txt") + ":1: a phrase without words"));
  }

  @Test
  void files_that_are_no_lexicons_are_told_at_once() throws IOException {
    write("jragon.txt", "sav\n");
    Files.write(folder.resolve("products.txt"), "Été".getBytes(StandardCharsets.ISO_8859_1));
    write("README.md", "not looked at");
    assertThatThrownBy(() -> HouseLexicons.in(folder))
        .isInstanceOf(LexiconException.class)
        .hasMessage(
            folder.resolve("jragon.txt")
                + ":1: no such lexicon; there are internal.txt, jargon.txt, products.txt,"
                + " reasons.txt, unsuitable.txt\n"
                + folder.resolve("products.txt")
                + ":1: the file is not UTF-8");
  }

  @Test
  void a_folder_that_is_not_there_is_a_mistake() {
    assertThatThrownBy(() -> HouseLexicons.in(folder.resolve("nowhere")))
        .isInstanceOf(LexiconException.class)
        .hasMessageEndingWith("nowhere:1: there is no such folder");
  }

  private String jargon(int line, String reason) {
    return folder.resolve("jargon.txt") + ":" + line + ": " + reason;
  }

  private static String surroundings() {
    return "negated, conditional, reported, question, statement, last, early, opening, begun";
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private List<Cue> shown(String text, Language language) throws IOException {
    return CueReader.shippedWith(HouseLexicons.in(folder))
        .read(
            text, Contexts.of(Author.AGENT, "Camille Petit", LanguageEvidence.settledOn(language)))
        .cues()
        .stream()
        .filter(
            cue ->
                switch (cue.name()) {
                  case JARGON, PRODUCT_NAME, INTERNAL_INFORMATION, UNSUITABLE_TERM -> true;
                  default -> false;
                })
        .toList();
  }
}
