package io.souffleur.server.nlp.train;

import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.nlp.category.Features;
import io.souffleur.server.nlp.category.Register;
import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.lexicon.Lexicon;
import io.souffleur.server.nlp.text.Scanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sentences of one file, with what they show; see the package's description for the notation.
 *
 * @param samples in the order of the file
 * @param precision to reach, for each cue that some sentence shows
 */
record TrainingFile(List<Sample> samples, Map<CueName, Precision> precision) {

  private static final String OTHER = "other";
  private static final String POST = "post";
  private static final String LABEL_END = ": ";
  private static final String CALL = "call";
  private static final String PRECISION = "%precision ";
  private static final double USUAL_PRECISION = 0.95;

  TrainingFile {
    samples = List.copyOf(samples);
  }

  /**
   * Reads a file.
   *
   * @throws TrainingException with every line that can't be read, as {@code file:line: reason}
   * @throws IOException when there is no such file
   */
  static TrainingFile read(Path file, Lexicon lexicon) throws IOException {
    List<Sample> samples = new ArrayList<>();
    Map<CueName, Double> precision = new EnumMap<>(CueName.class);
    Map<Register, Map<CueName, Double>> named = new EnumMap<>(Register.class);
    double usual = USUAL_PRECISION;
    List<String> errors = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String place = file + ":" + number + ": ";
      if (line.startsWith(PRECISION)) {
        Register register = Register.endOf(line);
        boolean apart = register != Register.CONVERSATION;
        String wanted = line.substring(0, line.length() - register.suffix().length());
        String[] words = wanted.substring(PRECISION.length()).strip().split(" +");
        Optional<Double> read = precision(words[0]);
        Optional<Set<CueName>> cues = cues(words);
        if (read.isEmpty() || cues.isEmpty() || (apart && cues.get().isEmpty())) {
          errors.add(place + "expected “%precision 0.9”, over 0, at most 1, and cues behind it");
        } else if (cues.get().isEmpty()) {
          usual = read.get();
        } else {
          Map<CueName, Double> there =
              named.computeIfAbsent(register, none -> new EnumMap<>(CueName.class));
          cues.get().forEach(cue -> there.put(cue, read.get()));
        }
        continue;
      }
      Optional<Sample> sample = sample(line, lexicon);
      if (sample.isEmpty()) {
        errors.add(place + "expected “cue ?cue: sentence” or “other: sentence”");
        continue;
      }
      samples.add(sample.get());
      for (CueName cue : sample.get().shown()) {
        precision.putIfAbsent(cue, usual);
      }
    }
    if (!errors.isEmpty()) {
      throw new TrainingException(errors);
    }
    Map<CueName, Precision> wanted = new EnumMap<>(CueName.class);
    precision.forEach((cue, unnamed) -> wanted.put(cue, Precision.of(cue, named, unnamed)));
    return new TrainingFile(samples, wanted);
  }

  /**
   * The sentences of a file, without what they show; a line that can't be read has none.
   *
   * @throws IOException when there is no such file
   */
  static List<String> sentences(Path file) throws IOException {
    List<String> sentences = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      int colon = line.indexOf(LABEL_END);
      if (!line.isBlank() && !line.startsWith("#") && !line.startsWith(PRECISION) && colon >= 0) {
        sentences.add(line.substring(colon + LABEL_END.length()));
      }
    }
    return sentences;
  }

  /** The cues named behind a precision, if each is one. */
  private static Optional<Set<CueName>> cues(String[] words) {
    Set<CueName> cues = EnumSet.noneOf(CueName.class);
    for (int i = 1; i < words.length; i++) {
      Optional<CueName> cue = CueName.ofWireName(words[i]);
      if (cue.isEmpty()) {
        return Optional.empty();
      }
      cues.add(cue.get());
    }
    return Optional.of(cues);
  }

  private static Optional<Double> precision(String number) {
    try {
      double read = Double.parseDouble(number);
      return read > 0 && read <= 1 ? Optional.of(read) : Optional.empty();
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private static Optional<Sample> sample(String line, Lexicon lexicon) {
    int colon = line.indexOf(LABEL_END);
    if (colon < 0) {
      return Optional.empty();
    }
    Set<CueName> shown = EnumSet.noneOf(CueName.class);
    Set<CueName> unclear = EnumSet.noneOf(CueName.class);
    Medium medium = Medium.CHAT;
    for (String label : line.substring(0, colon).split(" ", -1)) {
      boolean doubtful = label.startsWith("?");
      Optional<CueName> cue = CueName.ofWireName(doubtful ? label.substring(1) : label);
      if (cue.isPresent()) {
        (doubtful ? unclear : shown).add(cue.get());
      } else if (label.equals(POST)) {
        medium = Medium.SOCIAL;
      } else if (label.equals(CALL)) {
        medium = Medium.VOICE;
      } else if (!label.equals(OTHER)) {
        return Optional.empty();
      }
    }
    KnownWords known = lexicon.read(Scanner.scan(line.substring(colon + LABEL_END.length())));
    Register register = Register.of(known.words(), medium);
    long[] features = Features.of(lexicon, known, 0, known.count(), register);
    return Optional.of(new Sample(features, shown, unclear, register));
  }

  /**
   * How precise a cue has to be, from 0 to 1.
   *
   * @param apart in registers where another precision is asked for
   */
  record Precision(double usual, Map<Register, Double> apart) {

    Precision {
      apart = Map.copyOf(apart);
    }

    private static Precision of(
        CueName cue, Map<Register, Map<CueName, Double>> named, double unnamed) {
      Map<Register, Double> apart = new EnumMap<>(Register.class);
      named.forEach(
          (register, some) -> {
            Double precision = some.get(cue);
            if (precision != null) {
              apart.put(register, precision);
            }
          });
      return new Precision(apart.getOrDefault(Register.CONVERSATION, unnamed), apart);
    }

    double in(Register register) {
      return apart.getOrDefault(register, usual);
    }
  }
}
