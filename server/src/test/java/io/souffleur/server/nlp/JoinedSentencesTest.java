package io.souffleur.server.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.LanguageEvidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A message of several sentences shows what each of them shows alone, however they are joined: two
 * to four sentences of {@code nlp/held-out}, drawn in a fixed order. Where no mark stands between
 * them a share may be lost, since nothing but a capital then tells where a sentence begins.
 */
class JoinedSentencesTest {

  private static final CueReader READER = CueReader.shipped();
  private static final Path HELD_OUT = Path.of("src/test/resources/nlp/held-out");
  private static final int MESSAGES = 500;
  private static final int LONGEST = 120;
  private static final Pattern MARKS = Pattern.compile("[\\s.!?…,]+$");

  private static final Set<CueName> ACTS =
      Set.of(
          CueName.GREETING,
          CueName.THANKS,
          CueName.HELP_OFFER,
          CueName.FURTHER_HELP,
          CueName.APOLOGY,
          CueName.WAIT_NOTICE,
          CueName.NEXT_STEP,
          CueName.FAREWELL);

  @ParameterizedTest(name = "{0} joined by “{3}”")
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "en-houses,ENGLISH,AGENT,'. ',0.02",
        "en-houses,ENGLISH,AGENT,'! ',0.02",
        "en-houses,ENGLISH,AGENT,'\n',0.02",
        "en-houses,ENGLISH,AGENT,', ',0.05",
        "en-houses,ENGLISH,AGENT,' ',0.10",
        "fr-houses,FRENCH,AGENT,'. ',0.02",
        "fr-houses,FRENCH,AGENT,'! ',0.02",
        "fr-houses,FRENCH,AGENT,'\n',0.02",
        "fr-houses,FRENCH,AGENT,', ',0.05",
        "fr-houses,FRENCH,AGENT,' ',0.08",
        "en-people,ENGLISH,CUSTOMER,'. ',0.01",
        "en-people,ENGLISH,CUSTOMER,'! ',0.01",
        "en-people,ENGLISH,CUSTOMER,'\n',0.01",
        "en-people,ENGLISH,CUSTOMER,', ',0.02",
        "en-people,ENGLISH,CUSTOMER,' ',0.12"
      })
  void a_message_shows_what_its_sentences_show(
      String file, Language language, Author author, String joint, double most) throws IOException {
    List<String> sentences = sentences(file);
    Random random = new Random(7);
    int expected = 0;
    int lost = 0;
    for (int i = 0; i < MESSAGES; i++) {
      List<String> drawn = new ArrayList<>();
      Set<CueName> alone = EnumSet.noneOf(CueName.class);
      for (int count = 2 + random.nextInt(3); count > 0; count--) {
        String sentence = sentences.get(random.nextInt(sentences.size()));
        alone.addAll(read(sentence, language, author));
        drawn.add(count == 1 ? sentence : MARKS.matcher(sentence).replaceFirst(""));
      }
      Set<CueName> joined = read(String.join(joint, drawn), language, author);
      expected += alone.size();
      lost += (int) alone.stream().filter(cue -> !joined.contains(cue)).count();
    }
    assertThat(expected).isGreaterThan(MESSAGES / 2);
    assertThat((double) lost / expected).isLessThanOrEqualTo(most);
  }

  private static Set<CueName> read(String text, Language language, Author author) {
    LanguageEvidence evidence = LanguageEvidence.settledOn(language);
    return READER
        .read(text, Contexts.over(Medium.CHAT, author, "Camille Petit", evidence))
        .cues()
        .stream()
        .map(Cue::name)
        .filter(ACTS::contains)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(CueName.class)));
  }

  private static List<String> sentences(String file) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(HELD_OUT.resolve(file + ".txt")));
    lines.addAll(Files.readAllLines(HELD_OUT.resolve(file + "-unread.txt")));
    return lines.stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(": ", 2)[1])
        .filter(sentence -> sentence.length() < LONGEST)
        .toList();
  }
}
