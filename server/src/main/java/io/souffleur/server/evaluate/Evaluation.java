package io.souffleur.server.evaluate;

import io.souffleur.server.contract.Coaching;
import io.souffleur.server.core.Coach;
import io.souffleur.server.core.State;
import io.souffleur.server.core.Step;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.Checklists;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.MessageReader;
import io.souffleur.server.lines.Source;
import io.souffleur.wire.Author;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.json.ChannelCodec;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads labelled conversations as a replay would, and compares what their messages show with what
 * people say they show. Memory does not grow with the files. For one thread, one run.
 */
public final class Evaluation {

  /** The language of a message, as a subject. */
  public static final String LANGUAGE = "language";

  /** The language of a message of three words or fewer, as a subject. */
  public static final String SHORT_LANGUAGE = "short-language";

  private static final int SHORT_WORDS = 3;
  private static final String ANYBODY = "any";
  private static final String OTHER = "other";

  private final Coaching coaching;
  private final Labels labels;
  private final Predicate<String> wanted;
  private final Tally tally;
  private long conversations;
  private long messages;

  private Evaluation(
      MessageReader reader, Labels labels, Predicate<String> wanted, int mostFindings) {
    this.coaching = new Coaching(new Coach(new NoChecklists()), reader, Optional.empty());
    this.labels = labels;
    this.wanted = wanted;
    this.tally = new Tally(mostFindings);
  }

  /** Nothing is coached here, messages are only read. */
  private record NoChecklists() implements Checklists {
    @Override
    public Optional<Checklist> choose(Language language, Medium medium, Optional<String> queue) {
      return Optional.empty();
    }

    @Override
    public Language fallback() {
      return Language.ENGLISH;
    }
  }

  /** A message, with what was found in it. */
  private record Read(
      Place place,
      String language,
      int number,
      LabelledConversation.Turn turn,
      Update.Cues cues,
      List<Finding.Shown> shown) {}

  /**
   * Evaluates the conversations of all files.
   *
   * @param only names of cues, groups and languages to score; empty: all
   * @param mostFindings misses and false alarms to keep, for each row of the table
   * @param err where lines that can't be used are reported, as {@code file:line: reason}
   * @throws IOException when a file can't be read
   */
  public static Result run(
      MessageReader reader,
      Labels labels,
      List<Source> sources,
      Set<String> only,
      int mostFindings,
      PrintWriter err)
      throws IOException {
    Evaluation evaluation =
        new Evaluation(reader, labels, name -> only.isEmpty() || only.contains(name), mostFindings);
    long skipped =
        LabelledLines.each(
            sources,
            err,
            (place, conversation, events) -> evaluation.take(place, conversation, events));
    return new Result(
        evaluation.conversations,
        evaluation.messages,
        skipped,
        evaluation.tally.scores(),
        evaluation.tally.findings());
  }

  /**
   * Writes the conversations of all files as a channel would have told them, an event a line.
   *
   * @return how many lines were skipped
   * @throws IOException when a file can't be read or {@code out} can't be written
   */
  public static long events(List<Source> sources, Writer out, PrintWriter err) throws IOException {
    long skipped =
        LabelledLines.each(
            sources,
            err,
            (place, conversation, events) -> {
              for (ChannelEvent event : events) {
                out.write(ChannelCodec.encode(event));
                out.write('\n');
              }
            });
    out.flush();
    return skipped;
  }

  private void take(Place place, LabelledConversation conversation, List<ChannelEvent> events)
      throws LabelException {
    Map<Author, Map<String, Label>> annotated = annotated(conversation);
    State state = null;
    for (ChannelEvent event : events) {
      Step step = step(state, event);
      state = step.state();
      for (Update update : step.updates()) {
        if (update instanceof Update.Cues cues) {
          int number = Integer.parseInt(cues.message().key());
          judge(
              read(place, conversation, number, cues),
              annotated.getOrDefault(conversation.turns().get(number - 1).role(), Map.of()));
        }
      }
    }
    conversations++;
  }

  private Step step(@Nullable State state, ChannelEvent event) {
    Instant at = event.at().toInstant();
    return state == null
        ? coaching.start((ChannelEvent.ConversationStarted) event, at)
        : coaching.step(state, event, at.isBefore(state.reached()) ? state.reached() : at);
  }

  /** The labels to score, by who wrote and by their names in reports. */
  private Map<Author, Map<String, Label>> annotated(LabelledConversation conversation)
      throws LabelException {
    Map<Author, Map<String, Label>> annotated = new EnumMap<>(Author.class);
    for (Map.Entry<Author, Set<String>> entry : conversation.annotated().entrySet()) {
      Map<String, Label> byName = new LinkedHashMap<>();
      for (String written : entry.getValue()) {
        Label label = labels.known(written);
        byName.put(label.name(), label);
      }
      annotated.put(entry.getKey(), byName);
    }
    return annotated;
  }

  private static Read read(
      Place place, LabelledConversation conversation, int number, Update.Cues cues) {
    LabelledConversation.Turn turn = conversation.turns().get(number - 1);
    List<Finding.Shown> shown = new ArrayList<>();
    for (Cue cue : cues.cues()) {
      shown.add(new Finding.Shown(cue.name().wireName(), cue.text()));
    }
    return new Read(
        place,
        language(turn.language().orElse(conversation.language())),
        number,
        turn,
        cues,
        shown);
  }

  private void judge(Read read, Map<String, Label> annotated) {
    messages++;
    Set<String> said = names(read.turn().labels());
    Set<String> untold = names(read.turn().skip());
    String role = read.turn().role().name().toLowerCase(Locale.ROOT);
    Set<CueName> found = EnumSet.noneOf(CueName.class);
    read.cues().cues().forEach(cue -> found.add(cue.name()));
    for (Label label : annotated.values()) {
      if (!untold.contains(label.name())) {
        count(
            new Subject(label.name(), role, read.language()),
            said.contains(label.name()),
            label.cues().stream().anyMatch(found::contains),
            read);
      }
    }
    read.turn().language().ifPresent(declared -> judgeLanguage(read, language(declared)));
  }

  private void judgeLanguage(Read read, String declared) {
    boolean isShort = words(read.turn().text()) <= SHORT_WORDS;
    String found = language(read.cues().language());
    for (Language language : Language.values()) {
      String tag = language.tag();
      boolean labelled = declared.equals(tag);
      count(new Subject(LANGUAGE, ANYBODY, tag), labelled, found.equals(tag), read);
      if (isShort) {
        count(new Subject(SHORT_LANGUAGE, ANYBODY, tag), labelled, found.equals(tag), read);
      }
    }
  }

  private void count(Subject subject, boolean labelled, boolean found, Read read) {
    if (wanted.test(subject.cue())) {
      tally.count(
          subject, labelled, found, read.place(), read.number(), read.turn().text(), read.shown());
    }
  }

  /** Labels by their names in reports; those that nobody knows are no concern of a score. */
  private Set<String> names(Set<String> written) {
    Set<String> names = new HashSet<>();
    for (String label : written) {
      labels.find(label).ifPresent(known -> names.add(known.name()));
    }
    return names;
  }

  /** The tag without its region; all languages that nobody coaches in are one. */
  private static String language(String tag) {
    return Language.ofTag(tag).map(Language::tag).orElse(OTHER);
  }

  /** Words: what stands between spaces and has a letter or a digit. */
  private static int words(String text) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (Character.isWhitespace(unit) || Character.isSpaceChar(unit)) {
        inside = false;
      } else if (!inside && Character.isLetterOrDigit(unit)) {
        inside = true;
        words++;
      }
    }
    return words;
  }
}
