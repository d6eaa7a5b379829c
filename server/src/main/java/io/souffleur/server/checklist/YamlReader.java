package io.souffleur.server.checklist;

import io.souffleur.server.checklist.Written.Entry;
import io.souffleur.server.checklist.Written.Mapping;
import io.souffleur.server.checklist.Written.Sequence;
import io.souffleur.server.checklist.Written.Text;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads YAML as plain data with places: texts, lists, keys with values. Nothing is ever built by a
 * type's name, nothing is expanded: tags, anchors and aliases are refused, nesting is bounded.
 */
final class YamlReader {

  private static final int DEEPEST = 16;

  private final Problems problems;
  private final Iterator<Event> events;

  private YamlReader(Iterator<Event> events, Problems problems) {
    this.events = events;
    this.problems = problems;
  }

  /** What {@code yaml} says; empty, and a problem reported, when it is no YAML or not allowed. */
  static Optional<Written> read(String yaml, Problems problems) {
    LoadSettings settings =
        LoadSettings.builder().setUseMarks(true).setCodePointLimit(Integer.MAX_VALUE).build();
    try {
      return new YamlReader(new Parse(settings).parseString(yaml).iterator(), problems).document();
    } catch (Stopped stopped) {
      problems.add(stopped.at, stopped.reason);
    } catch (MarkedYamlEngineException e) {
      Place at =
          e.getProblemMark().or(e::getContextMark).map(YamlReader::place).orElse(Place.START);
      problems.add(at, inPlainWords(e.getProblem()));
    } catch (ReaderException e) {
      problems.add(placeOfControl(yaml), "a control character; remove it");
    } catch (YamlEngineException e) {
      problems.add(Place.START, inPlainWords(String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  private Optional<Written> document() {
    Optional<Written> written = Optional.empty();
    while (events.hasNext()) {
      Event event = events.next();
      switch (event.getEventId()) {
        case Scalar, SequenceStart, MappingStart, Alias -> {
          if (written.isPresent()) {
            throw new Stopped(
                place(event), "a second document begins here; a file holds one checklist");
          }
          written = Optional.of(node(event, 0));
        }
        case StreamStart,
            StreamEnd,
            DocumentStart,
            DocumentEnd,
            SequenceEnd,
            MappingEnd,
            Comment -> {}
      }
    }
    if (written.isEmpty()) {
      problems.add(Place.START, "the file is empty; a checklist begins with “checklist: NAME”");
    }
    return written;
  }

  private Written node(Event event, int depth) {
    if (depth > DEEPEST) {
      throw new Stopped(place(event), "nested too deep: at most " + DEEPEST + " levels");
    }
    return switch (event) {
      case ScalarEvent scalar -> text(scalar);
      case CollectionStartEvent start -> {
        refuseTricks(start, start.getTag());
        yield start.getEventId() == Event.ID.SequenceStart
            ? sequence(start, depth)
            : mapping(start, depth);
      }
      case AliasEvent alias ->
          throw new Stopped(
              place(alias),
              "no references (*" + alias.getAlias().getValue() + ") here; write it out");
      default -> throw new Stopped(place(event), "no YAML that is understood here");
    };
  }

  private Sequence sequence(Event start, int depth) {
    List<Written> entries = new ArrayList<>();
    for (Event next = events.next();
        next.getEventId() != Event.ID.SequenceEnd;
        next = events.next()) {
      entries.add(node(next, depth + 1));
    }
    return new Sequence(place(start), entries);
  }

  private Mapping mapping(Event start, int depth) {
    List<Entry> entries = new ArrayList<>();
    for (Event next = events.next();
        next.getEventId() != Event.ID.MappingEnd;
        next = events.next()) {
      if (!(node(next, depth + 1) instanceof Text key)) {
        throw new Stopped(place(next), "a key is a word, not a list or a group of keys");
      }
      entries.add(new Entry(key, node(events.next(), depth + 1)));
    }
    return new Mapping(place(start), entries);
  }

  private Text text(ScalarEvent scalar) {
    refuseTricks(scalar, scalar.getTag());
    String value = scalar.getValue();
    int quotes = scalar.isPlain() ? 0 : 1;
    boolean asItStands =
        (scalar.isPlain() || scalar.isSQuoted() || scalar.isDQuoted())
            && scalar.getStartMark().isPresent()
            && scalar.getEndMark().isPresent()
            && scalar.getEndMark().get().getIndex() - scalar.getStartMark().get().getIndex()
                == value.codePointCount(0, value.length()) + 2 * quotes
            && value.indexOf('\n') < 0;
    return new Text(place(scalar), value, asItStands ? quotes : -1);
  }

  private static void refuseTricks(
      org.snakeyaml.engine.v2.events.NodeEvent event, Optional<String> tag) {
    if (event.getAnchor().isPresent()) {
      throw new Stopped(
          place(event), "no anchors (&" + event.getAnchor().get().getValue() + ") here");
    }
    if (tag.isPresent()) {
      throw new Stopped(place(event), "no tags (" + tag.get() + ") here; write the value alone");
    }
  }

  /** Where the first character stands that YAML knows no meaning of. */
  private static Place placeOfControl(String yaml) {
    int line = 1;
    int column = 1;
    int at = 0;
    while (at < yaml.length() && StreamReader.isPrintable(yaml.codePointAt(at))) {
      int point = yaml.codePointAt(at);
      boolean ends = point == '\n' || (point == '\r' && !yaml.startsWith("\n", at + 1));
      line += ends ? 1 : 0;
      column = ends ? 1 : point == '\uFEFF' || point == '\r' ? column : column + 1;
      at += Character.charCount(point);
    }
    return new Place(line, column);
  }

  private static Place place(Event event) {
    return event.getStartMark().map(YamlReader::place).orElse(Place.START);
  }

  private static Place place(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static String inPlainWords(String problem) {
    if (problem.contains("mapping values are not allowed")) {
      return "a “: ” in the middle of a text; put the whole text in quotation marks";
    }
    if (problem.contains("TAB")) {
      return "a tab can’t indent here; use spaces";
    }
    String oneLine = problem.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    return "not YAML: " + oneLine.substring(0, Math.min(200, oneLine.length()));
  }

  /** Ends the reading of a file at something that can't be gone past. */
  private static final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    // An exception must be serializable by contract; this one never leaves its class.
    private final transient Place at;
    private final String reason;

    Stopped(Place at, String reason) {
      super(reason, null, false, false);
      this.at = at;
      this.reason = reason;
    }
  }
}
