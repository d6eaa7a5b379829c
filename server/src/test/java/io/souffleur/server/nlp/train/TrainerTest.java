package io.souffleur.server.nlp.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.nlp.category.Categoriser;
import io.souffleur.server.nlp.category.Register;
import io.souffleur.server.nlp.category.Thresholds;
import io.souffleur.server.nlp.category.Weights;
import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.lexicon.Lexicon;
import io.souffleur.server.nlp.lexicon.LexiconLoader;
import io.souffleur.server.nlp.text.Scanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class TrainerTest {

  private static final Path SOURCES = Path.of("src/main/resources/nlp");

  @TempDir private Path out;

  @Test
  void training_again_gives_the_files_that_come_with_the_program_byte_for_byte()
      throws IOException {
    Trainer.train(SOURCES, out);
    List<Path> written;
    try (Stream<Path> all = Files.walk(out)) {
      written = all.filter(Files::isRegularFile).toList();
    }
    assertThat(written).hasSize(10);
    for (Path file : written) {
      assertThat(file)
          .as("run “souffleur train” after every change of sentences or lexicons")
          .hasSameBinaryContentAs(SOURCES.resolve(out.relativize(file).toString()));
    }
  }

  @Test
  void a_sentence_can_show_two_cues_and_people_may_disagree_about_one() throws IOException {
    StringBuilder sentences = new StringBuilder("%precision 0.8\n");
    for (String fruit : List.of("apple", "pear", "plum", "cherry", "melon", "grape")) {
      sentences.append("complaint: the ").append(fruit).append(" is rotten\n");
      sentences.append("satisfaction: the ").append(fruit).append(" is lovely\n");
      sentences.append("complaint satisfaction: the ").append(fruit).append(" rotten or lovely\n");
      sentences.append("?complaint satisfaction: lovely though some ").append(fruit).append("s\n");
      sentences.append("other: where is the ").append(fruit).append("\n");
    }
    write(sentences.toString());
    Trainer.train(out, out);
    assertThat(shown("my melon is rotten")).containsExactly(CueName.COMPLAINT);
    assertThat(shown("my melon is lovely")).containsExactly(CueName.SATISFACTION);
    assertThat(shown("the bread is rotten or lovely"))
        .containsExactlyInAnyOrder(CueName.COMPLAINT, CueName.SATISFACTION);
    assertThat(shown("where is the bread")).isEmpty();
  }

  @Test
  void a_cue_that_never_gets_precise_enough_is_never_believed() throws IOException {
    write("complaint: alpha beta\nother: alpha beta\n".repeat(10));
    Trainer.Trained customer = Trainer.train(out, out).getFirst();
    assertThat(customer.measured()).singleElement().extracting(Measured::threshold).isEqualTo(1.0);
    assertThat(shown("alpha beta")).isEmpty();
  }

  @Test
  void posts_are_measured_apart_where_enough_of_them_show_a_cue() throws IOException {
    write(
        "complaint: @shop it is rotten\npost other: it is lovely\n".repeat(40)
            + "complaint: mine is rotten\nother: mine is lovely\n".repeat(10));
    Trainer.Trained customer = Trainer.train(out, out).getFirst();
    assertThat(customer.measured())
        .extracting(Measured::name, Measured::sentences)
        .containsExactly(tuple("complaint", 10), tuple("complaint in posts", 40));
    assertThat(Files.readString(customer.thresholds())).contains("\ncomplaint in posts ");
  }

  @Test
  void calls_are_measured_apart_where_enough_of_them_show_a_cue() throws IOException {
    write(
        "call complaint: it is rotten\ncall other: it is lovely\n".repeat(40)
            + "complaint: mine is rotten\nother: mine is lovely\n".repeat(10)
            + "call satisfaction: so lovely\n".repeat(10));
    assertThat(Trainer.train(out, out).getFirst().measured())
        .extracting(Measured::name, Measured::sentences)
        .containsExactly(
            tuple("complaint", 10), tuple("complaint in calls", 40), tuple("satisfaction", 10));
  }

  @Test
  void a_cue_can_be_asked_to_be_more_precise_than_others() throws IOException {
    String sentences = "complaint: it is rotten\n".repeat(30) + "other: it is rotten\n".repeat(10);
    write("%precision 0.6\n" + sentences);
    assertThat(Trainer.train(out, out).getFirst().measured().getFirst().threshold()).isLessThan(1);
    write("%precision 0.6\n%precision 0.9 complaint\n" + sentences);
    assertThat(Trainer.train(out, out).getFirst().measured().getFirst().threshold()).isEqualTo(1);
  }

  @Test
  void a_cue_can_be_asked_to_be_less_precise_in_posts() throws IOException {
    String sentences =
        "complaint: it is rotten\n".repeat(30)
            + "other: it is rotten\n".repeat(10)
            + "post complaint: it is rotten\n".repeat(60)
            + "post other: it is rotten\n".repeat(20);
    write("%precision 0.9 complaint\n%precision 0.6 complaint in posts\n" + sentences);
    assertThat(Trainer.train(out, out).getFirst().measured())
        .extracting(Measured::register, one -> one.threshold() < 1)
        .containsExactly(tuple(Register.CONVERSATION, false), tuple(Register.POST, true));
  }

  @Test
  void every_line_that_can_not_be_read_is_reported_at_once() throws IOException {
    write(
        "happy: fine\nno label here\n%precision 2\n%precision 0.9 joy\n%precision 0.9 in posts\n");
    assertThatThrownBy(() -> Trainer.train(out, out))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("customer.txt:1: ")
        .hasMessageContaining("customer.txt:2: ")
        .hasMessageContaining("customer.txt:3: ")
        .hasMessageContaining("customer.txt:4: ")
        .hasMessageContaining("customer.txt:5: ");
  }

  private void write(String customer) throws IOException {
    for (Language language : Language.values()) {
      Path training = out.resolve(language.tag()).resolve("training");
      Files.createDirectories(training);
      Files.writeString(training.resolve("customer.txt"), customer);
      Files.writeString(training.resolve("agent.txt"), "other: yes\nother: no\n");
    }
  }

  /** What the trained models see in a customer's sentence. */
  private Set<CueName> shown(String sentence) throws IOException {
    Path folder = out.resolve("en");
    Lexicon lexicon = new LexiconLoader(name -> Optional.empty()).load().of(Language.ENGLISH);
    Categoriser customer =
        new Categoriser(
            lexicon,
            Weights.read(Files.readAllBytes(folder.resolve("customer.bin"))),
            Thresholds.read("en", Files.readString(folder.resolve("customer-thresholds.txt"))));
    KnownWords known = lexicon.read(Scanner.scan(sentence));
    Set<CueName> shown = EnumSet.noneOf(CueName.class);
    customer.judge(
        known, 0, known.count(), Register.CONVERSATION, (cue, probability) -> shown.add(cue));
    return shown;
  }
}
