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
 * @param message the key of the message
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

  static int count(@Nullable Mention latest) {
    int count = 0;
    for (Mention each = latest; each != null; each = each.earlier) {
      count++;
    }
    return count;
  }

  static boolean in(@Nullable Mention latest, MessageId message) {
    for (Mention each = latest; each != null; each = each.earlier) {
      if (each.message.equals(message.key())) {
        return true;
      }
    }
    return false;
  }

  /** The places without those in {@code message}. */
  static @Nullable Mention without(@Nullable Mention latest, MessageId message) {
    if (latest == null || !in(latest, message)) {
      return latest;
    }
    Mention rest = without(latest.earlier, message);
    return latest.message.equals(message.key())
        ? rest
        : new Mention(latest.message, latest.start, latest.end, rest);
  }

  /** The places, with the one in {@code message} now at the words of {@code cue}. */
  static @Nullable Mention moved(@Nullable Mention latest, MessageId message, Cue cue) {
    if (latest == null || !in(latest, message)) {
      return latest;
    }
    return latest.message.equals(message.key())
        ? of(message, cue, latest.earlier)
        : new Mention(
            latest.message, latest.start, latest.end, moved(latest.earlier, message, cue));
  }

  Evidence evidence() {
    return new Evidence(new MessageId(message), new Span(start, end));
  }

  /** The first {@code most} places as evidence, in the order they were said. */
  static List<Evidence> evidence(@Nullable Mention latest, int most) {
    List<Evidence> places = new ArrayList<>();
    for (Mention each = latest; each != null; each = each.earlier) {
      places.addFirst(each.evidence());
    }
    return places.size() > most ? places.subList(0, most) : places;
  }
}
