package io.souffleur.server.nlp.cue;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Collects the cues of one message, only those its author can show. Not for several threads. */
public final class CueSink {

  private final String text;
  private final Author author;
  private final List<Cue> cues = new ArrayList<>(4);

  /** Where the last cue of each name ends: behind it no cue of that name can stand yet. */
  private final Map<CueName, Integer> ends = new EnumMap<>(CueName.class);

  /** Where phrases say that a cue is not shown, though a model might hear it. */
  private final List<Silence> silences = new ArrayList<>(0);

  public CueSink(String text, Author author) {
    this.text = text;
    this.author = author;
  }

  boolean canShow(CueName name) {
    return name.canBeShownBy(author);
  }

  /** Adds a cue, unless its author can't show it or one of that name is already seen there. */
  void add(CueName name, Span span, double confidence, Optional<String> value) {
    if (canShow(name) && !has(name, span)) {
      cues.add(new Cue(name, span, span.of(text), confidence, value));
      ends.merge(name, span.end(), Math::max);
    }
  }

  /** Adds a cue that was found elsewhere, whatever else is seen there. */
  public void add(Cue cue) {
    cues.add(cue);
  }

  /** Keeps a cue from being heard by a model in any stretch that overlaps a span. */
  void silence(CueName name, Span span) {
    silences.add(new Silence(name, span));
  }

  boolean isSilent(CueName name, Span span) {
    for (Silence silence : silences) {
      if (silence.name() == name && silence.span().overlaps(span)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a cue of that name overlaps a span. */
  boolean has(CueName name, Span span) {
    if (span.start() >= ends.getOrDefault(name, 0)) {
      return false;
    }
    for (int i = cues.size() - 1; i >= 0; i--) {
      Cue cue = cues.get(i);
      if (cue.name() == name && cue.span().overlaps(span)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a cue of one of these names overlaps a span. */
  boolean hasAny(Set<CueName> names, Span span) {
    for (Cue cue : cues) {
      if (names.contains(cue.name()) && cue.span().overlaps(span)) {
        return true;
      }
    }
    return false;
  }

  /** Gives the cues of a name that have no value one, by where they stand. */
  void complete(CueName name, Function<Span, Optional<String>> value) {
    cues.replaceAll(
        cue ->
            cue.name() == name && cue.value().isEmpty()
                ? new Cue(name, cue.span(), cue.text(), cue.confidence(), value.apply(cue.span()))
                : cue);
  }

  /** The cues so far, in order of their spans, then of their names. */
  public List<Cue> sorted() {
    if (cues.size() > 1) {
      cues.sort(
          (a, b) -> {
            int bySpan = a.span().compareTo(b.span());
            return bySpan != 0 ? bySpan : a.name().compareTo(b.name());
          });
    }
    return cues;
  }

  private record Silence(CueName name, Span span) {}
}
