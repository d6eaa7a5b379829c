package io.souffleur.server.checklist;

import io.souffleur.server.checklist.Example.Happened;
import io.souffleur.server.checklist.Example.Line;
import io.souffleur.server.checklist.Example.Said;
import io.souffleur.server.checklist.Written.Mapping;
import io.souffleur.server.checklist.Written.Sequence;
import io.souffleur.server.checklist.Written.Text;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Speech;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.SpokenWords;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the examples of a rule: a sentence ({@code Bonjour Camille}), a conversation (a list of
 * {@code customer: …}, {@code agent: …} and {@code event: …}, in a call with {@code from} and
 * {@code to} where it matters when something is spoken), or one of these at an hour ({@code {at:
 * "21:30", say: Bonsoir}}).
 */
final class ExampleReader {

  /** When an example is said that names no hour. */
  static final LocalTime USUAL_TIME = LocalTime.of(10, 0);

  static final String SILENT = "silent";

  private static final String FROM = "from";
  private static final String TO = "to";

  private final Optional<Language> only;
  private final Problems problems;
  private final Values values;

  private ExampleReader(Optional<Language> only, Problems problems) {
    this.only = only;
    this.problems = problems;
    this.values = new Values(problems);
  }

  /** A reader of examples that are all in {@code language}. */
  static ExampleReader in(Language language, Problems problems) {
    return new ExampleReader(Optional.of(language), problems);
  }

  /** A reader of examples under {@code fr}, under {@code en}, or under both. */
  static ExampleReader inEachLanguage(Problems problems) {
    return new ExampleReader(Optional.empty(), problems);
  }

  /**
   * The examples in {@code rule}.
   *
   * @param yes the key of those that must be recognised
   * @param author who says a sentence that stands alone
   */
  List<Example> read(Section rule, String yes, Author author) {
    Optional<Written> written = rule.require("examples");
    if (written.isEmpty()) {
      return List.of();
    }
    return only.isPresent()
        ? read(written.get(), only.get(), yes, author)
        : inEachLanguage(written.get(), yes, author);
  }

  private List<Example> inEachLanguage(Written written, String yes, Author author) {
    List<String> tags = Arrays.stream(Language.values()).map(Language::tag).toList();
    Section section = Section.open(written, "examples", tags, problems);
    List<Example> examples = new ArrayList<>();
    for (Language language : Language.values()) {
      section
          .find(language.tag())
          .ifPresent(found -> examples.addAll(read(found, language, yes, author)));
    }
    if (tags.stream().noneMatch(section::has)) {
      section.missing("in which language? Write examples: {fr: {" + yes + ": […], silent: […]}}");
    }
    return examples;
  }

  private List<Example> read(Written written, Language language, String yes, Author author) {
    Section section = Section.open(written, "examples", List.of(yes, SILENT), problems);
    List<Example> examples = new ArrayList<>();
    for (String key : List.of(yes, SILENT)) {
      for (Written each :
          section.require(key).map(list -> values.list(list, key)).orElse(List.of())) {
        example(each, language, key.equals(yes), author).ifPresent(examples::add);
      }
    }
    return examples;
  }

  private Optional<Example> example(
      Written written, Language language, boolean expected, Author author) {
    if (written instanceof Mapping mapping && isTimed(mapping)) {
      Section section = Section.open(written, "an example", List.of("at", "say"), problems);
      LocalTime time =
          section
              .require("at")
              .flatMap(values::text)
              .flatMap(text -> values.timeOfDay(text, text.value()))
              .orElse(USUAL_TIME);
      return section
          .require("say")
          .flatMap(said -> said(said, written.at(), language, expected, author, time));
    }
    return said(written, written.at(), language, expected, author, USUAL_TIME);
  }

  private Optional<Example> said(
      Written written,
      Place at,
      Language language,
      boolean expected,
      Author author,
      LocalTime time) {
    if (!(written instanceof Sequence sequence)) {
      return line(written, author)
          .map(line -> new Example(at, language, expected, false, time, List.of(line)));
    }
    List<Line> lines = new ArrayList<>();
    values.oneOrMore(sequence).forEach(each -> spoken(each).ifPresent(lines::add));
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new Example(at, language, expected, true, time, lines));
  }

  private static boolean isTimed(Mapping mapping) {
    return mapping.entries().stream()
        .anyMatch(entry -> entry.key().value().equals("at") || entry.key().value().equals("say"));
  }

  private Optional<Line> line(Written written, Author author) {
    return written instanceof Text
        ? values.text(written).map(text -> new Said(author, text.value(), Optional.empty()))
        : spoken(written);
  }

  private Optional<Line> spoken(Written written) {
    List<Written.Entry> entries =
        written instanceof Mapping mapping
            ? mapping.entries().stream().filter(entry -> !isTime(entry)).toList()
            : List.of();
    if (entries.size() != 1) {
      problems.add(
          written.at(),
          "who says this? Each line of a conversation begins with customer: or agent:, or with"
              + " event: for what happens without words");
      return Optional.empty();
    }
    Written.Entry entry = entries.getFirst();
    if (entry.key().value().equals("event")) {
      return values
          .choice(entry.value(), "event", SoughtReader.EVENTS, SoughtReader.OTHER_EVENTS)
          .map(Happened::new);
    }
    Optional<Author> author =
        values.choice(entry.key(), "author", CueReader.AUTHORS, Map.of("events", "event"));
    Optional<Text> text = values.text(entry.value());
    return author.isPresent() && text.isPresent()
        ? Optional.of(new Said(author.get(), text.get().value(), speech(written, text.get())))
        : Optional.empty();
  }

  private static boolean isTime(Written.Entry entry) {
    return entry.key().value().equals(FROM) || entry.key().value().equals(TO);
  }

  /** When a line is spoken; empty where it does not say so. */
  private Optional<Speech> speech(Written line, Text text) {
    if (!(line instanceof Mapping mapping) || mapping.entries().size() == 1) {
      return Optional.empty();
    }
    Optional<Written> from = moment(mapping, FROM);
    Optional<Written> to = moment(mapping, TO);
    Optional<Duration> start = from.flatMap(values::duration);
    Optional<Duration> end = to.flatMap(values::duration);
    if (start.isPresent() && end.isPresent() && end.get().compareTo(start.get()) > 0) {
      return Optional.of(new Speech(start.get(), end.get(), SpokenWords.in(text.value())));
    }
    if (start.isPresent() == from.isPresent() && end.isPresent() == to.isPresent()) {
      problems.add(line.at(), "when is this spoken? Write from: 2 s, to: 6 s");
    }
    return Optional.empty();
  }

  private static Optional<Written> moment(Mapping line, String key) {
    return line.entries().stream()
        .filter(entry -> entry.key().value().equals(key))
        .findFirst()
        .map(Written.Entry::value);
  }
}
