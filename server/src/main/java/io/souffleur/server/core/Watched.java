package io.souffleur.server.core;

import io.souffleur.server.core.rule.Rules;
import io.souffleur.server.core.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where that was said, or happened, which conditions want to know about; in the order of {@link
 * Rules#watched}. Immutable.
 */
final class Watched {

  /** How many places of each are remembered, should edits take some away. */
  private static final int MOST = 4;

  static final Watched NOTHING = new Watched(new @Nullable Mention[0]);

  private final @Nullable Mention[] places;

  private Watched(@Nullable Mention[] places) {
    this.places = places;
  }

  /** The places of each, as {@link #all} gave them. */
  static Watched of(List<@Nullable Mention> all) {
    return all.isEmpty() ? NOTHING : new Watched(all.toArray(new @Nullable Mention[0]));
  }

  /** The places of each; null where there are none. */
  List<@Nullable Mention> all() {
    List<@Nullable Mention> all = new ArrayList<>(places.length);
    for (Mention place : places) {
      all.add(place);
    }
    return Collections.unmodifiableList(all);
  }

  /** Nothing has happened yet. */
  static Watched none(Rules rules) {
    int size = rules.watched().size();
    return size == 0 ? NOTHING : new Watched(new @Nullable Mention[size]);
  }

  boolean has(int place) {
    return place >= 0 && places[place] != null;
  }

  /** After {@code happening}; the same when it changes nothing. */
  Watched after(Happening happening, Rules rules) {
    BitSet touched = ItemTurn.watchers(rules, happening);
    @Nullable Mention[] after = null;
    for (int place = touched.nextSetBit(0); place >= 0; place = touched.nextSetBit(place + 1)) {
      Span shown = happening.shows(rules.watched().get(place));
      Mention was = places[place];
      Mention is = Mention.after(was, happening, shown, MOST);
      if (!Objects.equals(is, was)) {
        after = after == null ? places.clone() : after;
        after[place] = is;
      }
    }
    return after == null ? this : new Watched(after);
  }

  /** The same under other rules: what both watch for is carried over. */
  Watched carried(Rules from, Rules to) {
    Watched carried = none(to);
    for (int place = 0; place < carried.places.length; place++) {
      int before = from.placeOfWatched(to.watched().get(place));
      carried.places[place] = before < 0 ? null : places[before];
    }
    return carried;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Watched watched && Arrays.equals(places, watched.places);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(places);
  }

  @Override
  public String toString() {
    return "Watched" + Arrays.toString(places);
  }
}
