package io.souffleur.server.core;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.CustomerCourse;
import io.souffleur.server.core.conversation.Feeling;
import io.souffleur.server.core.conversation.Resolution;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the customer has felt so far, by cues of the customer's own words. A message that shows no
 * feeling changes none; one that shows two counts as the worse. Thanks after trouble are neutral:
 * they are owed to politeness. What an edit changes is not looked at.
 */
record Mood(
    @Nullable String reason,
    @Nullable Feeling first,
    @Nullable Feeling last,
    @Nullable Feeling worst,
    int repetitions,
    @Nullable Boolean resolved) {

  private static final Mood NONE = new Mood(null, null, null, null, 0, null);

  private static final Set<CueName> UNHAPPY =
      Set.of(
          CueName.DISSATISFACTION,
          CueName.COMPLAINT,
          CueName.IMPATIENCE,
          CueName.REPETITION,
          CueName.UNRESOLVED);
  private static final Set<CueName> PLEASED = Set.of(CueName.SATISFACTION, CueName.RESOLVED);
  private static final Set<CueName> NEUTRAL = Set.of(CueName.THANKS);

  static Mood none() {
    return NONE;
  }

  /** The mood after {@code message}. */
  Mood after(Message message) {
    if (message.author() != Author.CUSTOMER || message.edited() || message.cues().isEmpty()) {
      return this;
    }
    Feeling shown = shown(message);
    boolean again = shows(message, Set.of(CueName.REPETITION));
    Boolean solved =
        shows(message, Set.of(CueName.UNRESOLVED))
            ? Boolean.FALSE
            : shows(message, Set.of(CueName.RESOLVED)) ? Boolean.TRUE : resolved;
    return new Mood(
        reason == null ? reason(message) : reason,
        first == null ? shown : first,
        shown == null ? last : shown,
        worse(worst, shown),
        again ? repetitions + 1 : repetitions,
        solved);
  }

  private static @Nullable Feeling shown(Message message) {
    if (shows(message, UNHAPPY)) {
      return Feeling.UNHAPPY;
    }
    if (shows(message, PLEASED)) {
      return Feeling.PLEASED;
    }
    return shows(message, NEUTRAL) ? Feeling.NEUTRAL : null;
  }

  private static boolean shows(Message message, Set<CueName> any) {
    for (Cue cue : message.cues()) {
      if (any.contains(cue.name())) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String reason(Message message) {
    for (Cue cue : message.cues()) {
      if (cue.name() == CueName.CONTACT_REASON && cue.value().isPresent()) {
        return cue.value().get();
      }
    }
    return null;
  }

  private static @Nullable Feeling worse(@Nullable Feeling one, @Nullable Feeling other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** How it all went; what the channel says of the outcome counts before what the customer said. */
  CustomerCourse course(Optional<Resolution> told) {
    return new CustomerCourse(
        Optional.ofNullable(reason),
        Optional.ofNullable(first),
        Optional.ofNullable(last),
        Optional.ofNullable(worst),
        repetitions,
        told.map(resolution -> resolution == Resolution.RESOLVED)
            .or(() -> Optional.ofNullable(resolved)));
  }
}
