package io.souffleur.server.core;

import io.souffleur.server.core.rule.Counted;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.RuleId;
import io.souffleur.server.core.rule.Rules;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often the figures of a checklist have counted so far, in its order. What an edit changes is
 * not looked at. Immutable.
 */
final class Tally {

  /** Of no figures. */
  static final Tally NOTHING = new Tally(new int[0]);

  private final int[] counts;

  private Tally(int[] counts) {
    this.counts = counts;
  }

  /** The counts, as {@link #counts} gave them. */
  static Tally of(int[] counts) {
    return counts.length == 0 ? NOTHING : new Tally(counts.clone());
  }

  /** How often each figure has counted. */
  int[] counts() {
    return counts.clone();
  }

  /** Nothing has been counted yet. */
  static Tally none(Rules rules) {
    int size = rules.figures().size();
    return size == 0 ? NOTHING : new Tally(new int[size]);
  }

  /** After {@code happening}; the same when no figure counts it. */
  Tally after(Happening happening, Course course) {
    if (happening.edited()) {
      return this;
    }
    int[] after = null;
    for (int place = 0; place < counts.length; place++) {
      Rule.Figure figure = course.rules().figures().get(place);
      if (counts(figure.counts(), happening) && course.holds(figure.only())) {
        after = after == null ? counts.clone() : after;
        after[place]++;
      }
    }
    return after == null ? this : new Tally(after);
  }

  private static boolean counts(Counted counted, Happening happening) {
    return switch (counted) {
      case Counted.Times times -> happening.shows(times.what()) != null;
      case Counted.MessagesBy by ->
          happening instanceof Message message && message.author() == by.author();
    };
  }

  /** The same under other rules: figures that bear the same name go on. */
  Tally carried(Rules from, Rules to) {
    Tally carried = none(to);
    for (int place = 0; place < carried.counts.length; place++) {
      RuleId id = to.figures().get(place).id();
      int before = from.placeOfFigure(id);
      carried.counts[place] = before < 0 ? 0 : counts[before];
    }
    return carried;
  }

  /** The figures by their names, in the order of {@code rules}. */
  Map<RuleId, Integer> figures(Rules rules) {
    Map<RuleId, Integer> figures = new LinkedHashMap<>();
    List<Rule.Figure> all = rules.figures();
    for (int place = 0; place < counts.length; place++) {
      figures.put(all.get(place).id(), counts[place]);
    }
    return Collections.unmodifiableMap(figures);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Tally tally && Arrays.equals(counts, tally.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return "Tally" + Arrays.toString(counts);
  }
}
