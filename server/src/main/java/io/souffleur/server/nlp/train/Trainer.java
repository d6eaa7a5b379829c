package io.souffleur.server.nlp.train;

import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.nlp.category.Features;
import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.lexicon.Lexicon;
import io.souffleur.server.nlp.lexicon.LexiconLoader;
import io.souffleur.server.nlp.lexicon.Lexicons;
import io.souffleur.server.nlp.text.Scanner;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import opennlp.tools.ml.maxent.GISTrainer;
import opennlp.tools.ml.maxent.io.BinaryGISModelWriter;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/** Trains every model of every language. Deterministic. Not for several threads. */
public final class Trainer {

  private static final List<String> ROLES = List.of("customer", "agent");
  private static final String OTHER = "other";
  private static final int ITERATIONS = 120;

  private Trainer() {}

  /**
   * Trains from {@code sources/<lang>/training/<role>.txt}, with the lexicons beside, and writes
   * {@code out/<lang>/<role>.bin}.
   *
   * @return what was trained, in a fixed order
   * @throws TrainingException with every line that can't be read, as {@code file:line: reason}
   * @throws IOException when a file can't be read or written
   */
  public static List<Trained> train(Path sources, Path out) throws IOException {
    Lexicons lexicons = new LexiconLoader(name -> read(sources.resolve(name))).load();
    List<Trained> trained = new ArrayList<>();
    for (Language language : Language.values()) {
      for (String role : ROLES) {
        Path source = sources.resolve(language.tag()).resolve("training").resolve(role + ".txt");
        List<Event> events = events(source, lexicons.of(language));
        Path target = out.resolve(language.tag()).resolve(role + ".bin");
        Files.createDirectories(out.resolve(language.tag()));
        Files.write(target, model(events));
        trained.add(new Trained(language, role, events.size(), target));
      }
    }
    return trained;
  }

  private static Optional<String> read(Path file) {
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }

  private static List<Event> events(Path source, Lexicon lexicon) throws IOException {
    List<Event> events = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(source)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int colon = line.indexOf(": ");
      String label = colon < 0 ? "" : line.substring(0, colon);
      if (!label.equals(OTHER) && CueName.ofWireName(label).isEmpty()) {
        errors.add(source + ":" + number + ": expected “cue: sentence” or “other: sentence”");
        continue;
      }
      KnownWords known = lexicon.read(Scanner.scan(line.substring(colon + 2)));
      events.add(new Event(label, Features.all(known, lexicon.vocabulary(), 0, known.count())));
    }
    if (!errors.isEmpty()) {
      throw new TrainingException(errors);
    }
    return events;
  }

  private static byte[] model(List<Event> events) throws IOException {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 1);
    GISTrainer trainer = new GISTrainer();
    trainer.init(parameters, new HashMap<>());
    MaxentModel model = trainer.train(ObjectStreamUtils.createObjectStream(events));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream data = new DataOutputStream(bytes)) {
      new BinaryGISModelWriter((AbstractModel) model, data).persist();
    }
    return bytes.toByteArray();
  }

  /**
   * One model.
   *
   * @param role whose sentences it judges
   * @param sentences how many it learned from
   * @param file where it was written
   */
  public record Trained(Language language, String role, int sentences, Path file) {}
}
