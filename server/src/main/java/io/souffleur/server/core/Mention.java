package io.souffleur.server.core;

import io.souffleur.server.core.conversation.Evidence;
import io.souffleur.server.core.conversation.MessageId;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place where something was said, and the places where it was said before: a list in one object a
 * place, because every live conversation holds a dozen of them.
 *
 * @param message the key of the message; empty for something that happened without words
 * @param start first code unit of the words; messages are far shorter than what fits
 * @param end one past the last code unit
 * @param earlier the places before this one; null when it is the first
 */
record Mention(String message, char start, char end, @Nullable Mention earlier) {

  static Mention of(MessageId message, Cue cue, @Nullable Mention earlier) {
    return new Mention(message.key(), unit(cue.span().start()), unit(cue.span().end()), earlier);
  }

  private static char unit(int place) {
    return (char) Math.min(place, Character.MAX_VALUE);
  }

  static Mention of(Happening happening, Span span, @Nullable Mention earlier) {
    return new Mention(happening.key(), unit(span.start()), unit(span.end()), earlier);
  }

  /**
   * The places after {@code happening}: one more when it shows the thing, unless there are {@code
   * most}; one that its message had is moved, or taken away.
   *
   * @param shown where it shows the thing; null when it does not
   */
  static @Nullable Mention after(
      @Nullable Mention latest, Happening happening, @Nullable Span shown, int most) {
    if (in(latest, happening.key())) {
      return shown == null
          ? without(latest, happening.key())
          : moved(latest, happening.key(), shown);
    }
    return shown == null || count(latest) >= most ? latest : of(happening, shown, latest);
  }

  static int count(@Nullable Mention latest) {
    int count = 0;
    for (Mention each = latest; each != null; each = each.earlier) {
      count++;
    }
    return count;
  }

  /** Whether one of the places is in the message of that key; never for one without words. */
  static boolean in(@Nullable Mention latest, String message) {
    for (Mention each = latest; each != null; each = each.earlier) {
      if (each.isIn(message)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is in the message of that key; never for one without words. */
  boolean isIn(String key) {
    return !key.isEmpty() && message.equals(key);
  }

  /** The places without those in {@code message}. */
  static @Nullable Mention without(@Nullable Mention latest, String message) {
    if (latest == null || !in(latest, message)) {
      return latest;
    }
    Mention rest = without(latest.earlier, message);
    return latest.isIn(message)
        ? rest
        : new Mention(latest.message, latest.start, latest.end, rest);
  }

  /** The places, with the one in {@code message} now at {@code span}. */
  private static @Nullable Mention moved(@Nullable Mention latest, String message, Span span) {
    if (latest == null || !in(latest, message)) {
      return latest;
    }
    return latest.isIn(message)
        ? new Mention(message, unit(span.start()), unit(span.end()), latest.earlier)
        : new Mention(
            latest.message, latest.start, latest.end, moved(latest.earlier, message, span));
  }

  /** Whether it is a place in a text, not something that happened without words. */
  boolean hasWords() {
    return !message.isEmpty();
  }

  Evidence evidence() {
    return new Evidence(new MessageId(message), new Span(start, end));
  }

  /** The first {@code most} places in texts as evidence, in the order they were said. */
  static List<Evidence> evidence(@Nullable Mention latest, int most) {
    List<Evidence> places = new ArrayList<>();
    for (Mention each = latest; each != null; each = each.earlier) {
      if (each.hasWords()) {
        places.addFirst(each.evidence());
      }
    }
    return places.size() > most ? places.subList(0, most) : places;
  }
}
