package io.souffleur.server.nlp.train;

import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.nlp.category.Thresholds;
import io.souffleur.server.nlp.category.Weights;
import io.souffleur.server.nlp.lexicon.LexiconLoader;
import io.souffleur.server.nlp.lexicon.Lexicons;
import io.souffleur.server.nlp.lexicon.SentenceWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Trains every model of every language. Deterministic. Not for several threads. */
public final class Trainer {

  private static final List<String> ROLES = List.of("customer", "agent");

  private Trainer() {}

  /**
   * Trains from {@code sources/<lang>/training/<role>.txt}, with the lexicons beside, and writes
   * {@code out/<lang>/<role>.bin}, {@code out/<lang>/<role>-thresholds.txt} and the words of all
   * sentences, {@code out/<lang>/words.txt}.
   *
   * @return what was trained, in a fixed order
   * @throws TrainingException with every line that can't be read, as {@code file:line: reason}
   * @throws IOException when a file can't be read or written
   */
  public static List<Trained> train(Path sources, Path out) throws IOException {
    Map<String, String> words = new HashMap<>();
    for (Language language : Language.values()) {
      String name = language.tag() + "/" + SentenceWords.FILE;
      words.put(name, words(sources.resolve(language.tag())));
      Files.createDirectories(out.resolve(language.tag()));
      Files.writeString(out.resolve(name), words.get(name));
    }
    Lexicons lexicons =
        new LexiconLoader(
                name -> Optional.ofNullable(words.get(name)).or(() -> read(sources.resolve(name))))
            .load();
    List<Trained> trained = new ArrayList<>();
    for (Language language : Language.values()) {
      Path folder = out.resolve(language.tag());
      for (String role : ROLES) {
        Path source = source(sources.resolve(language.tag()), role);
        TrainingFile file = TrainingFile.read(source, lexicons.of(language));
        CueTrainer trainer = new CueTrainer(file.samples());
        Weights.Builder weights = new Weights.Builder();
        List<Measured> measured = new ArrayList<>();
        for (Map.Entry<CueName, TrainingFile.Precision> cue : file.precision().entrySet()) {
          List<Measured> how = trainer.measure(cue.getKey(), cue.getValue());
          measured.addAll(how);
          if (how.stream().anyMatch(one -> one.threshold() < Thresholds.NEVER)) {
            trainer.learn(cue.getKey(), weights);
          }
        }
        Path model = folder.resolve(role + ".bin");
        Path thresholds = folder.resolve(role + "-thresholds.txt");
        Files.write(model, weights.build().toBytes());
        Files.writeString(thresholds, thresholds(role, measured));
        int sentences = file.samples().size();
        trained.add(new Trained(language, role, sentences, model, thresholds, measured));
      }
    }
    return trained;
  }

  private static Path source(Path language, String role) {
    return language.resolve("training").resolve(role + ".txt");
  }

  private static String words(Path language) throws IOException {
    List<String> sentences = new ArrayList<>();
    for (String role : ROLES) {
      sentences.addAll(TrainingFile.sentences(source(language, role)));
    }
    return SentenceWords.write(sentences);
  }

  private static String thresholds(String role, List<Measured> measured) {
    StringBuilder text =
        new StringBuilder("# From which probability on the model of ")
            .append(role)
            .append(".bin is believed; written by “souffleur train”.\n")
            .append("# Behind it: precision and recall on sentences it had not seen.\n");
    for (Measured one : measured) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-24s = %.2f  # %.2f %.2f of %d\n",
              one.name(),
              one.threshold(),
              one.precision(),
              one.recall(),
              one.sentences()));
    }
    return text.toString();
  }

  private static Optional<String> read(Path file) {
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }

  /**
   * One file of models.
   *
   * @param role whose sentences it judges
   * @param sentences how many it learned from
   * @param model where the models were written
   * @param thresholds where the thresholds were written
   * @param measured how well each cue was learned
   */
  public record Trained(
      Language language,
      String role,
      int sentences,
      Path model,
      Path thresholds,
      List<Measured> measured) {

    public Trained {
      measured = List.copyOf(measured);
    }
  }
}
