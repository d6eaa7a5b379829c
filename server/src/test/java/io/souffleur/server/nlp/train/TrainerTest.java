package io.souffleur.server.nlp.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.souffleur.server.core.text.Language;
import io.souffleur.server.nlp.category.Categoriser;
import io.souffleur.server.nlp.category.Categoriser.Judgement;
import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.lexicon.Lexicon;
import io.souffleur.server.nlp.lexicon.LexiconLoader;
import io.souffleur.server.nlp.text.Scanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {

  private static final Path SOURCES = Path.of("src/main/resources/nlp");

  @TempDir private Path out;

  @Test
  void training_again_gives_the_judgements_of_the_models_that_come_with_the_program()
      throws IOException {
    List<Trainer.Trained> trained = Trainer.train(SOURCES, out);
    assertThat(trained).hasSize(4);
    for (Trainer.Trained one : trained) {
      Lexicon lexicon = new LexiconLoader(TrainerTest::read).load().of(one.language());
      Categoriser again = Categoriser.of(Files.readAllBytes(one.file()), lexicon.vocabulary());
      Categoriser shipped =
          Categoriser.of(
              Files.readAllBytes(SOURCES.resolve(out.relativize(one.file()).toString())),
              lexicon.vocabulary());
      for (String line : sentences(one)) {
        KnownWords known = lexicon.read(Scanner.scan(line.substring(line.indexOf(": ") + 2)));
        Judgement now = again.judge(known, 0, known.count());
        Judgement before = shipped.judge(known, 0, known.count());
        assertThat(now.label()).as(line).isEqualTo(before.label());
        assertThat(now.probability()).as(line).isCloseTo(before.probability(), within(1e-9));
      }
    }
  }

  @Test
  void every_line_that_is_not_a_labelled_sentence_is_reported_at_once() throws IOException {
    for (Language language : Language.values()) {
      Path training = out.resolve(language.tag()).resolve("training");
      Files.createDirectories(training);
      Files.writeString(training.resolve("customer.txt"), "happy: fine\nno label here\n");
      Files.writeString(training.resolve("agent.txt"), "other: yes\nother: no\n");
    }
    assertThatThrownBy(() -> Trainer.train(out, out))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("customer.txt:1: ")
        .hasMessageContaining("customer.txt:2: ");
  }

  private static List<String> sentences(Trainer.Trained one) throws IOException {
    Path file =
        SOURCES.resolve(one.language().tag()).resolve("training").resolve(one.role() + ".txt");
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  private static Optional<String> read(String name) {
    try {
      Path file = SOURCES.resolve(name);
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
