package io.souffleur.server.core.rule;

import io.souffleur.server.core.calendar.Calendars;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.TextPatterns;
import java.util.List;
import java.util.Set;

/**
 * What a house asks for in one kind of conversation; immutable once published.
 *
 * @param name such as {@code fr-chat}
 * @param version from 1
 * @param language of the conversations it is for
 * @param media of the conversations it is for
 * @param patterns what its rules look for besides the cues that every house has
 * @param calendars what its rules reckon by, every one they name among them
 */
public record Checklist(
    String name,
    int version,
    Language language,
    Set<Medium> media,
    Rules rules,
    TextPatterns patterns,
    Calendars calendars) {

  public Checklist {
    media = Set.copyOf(media);
    rules.calendars().forEach(calendars::named);
  }

  /** The items that are judged, in the order they are shown. */
  public List<Rule.Item> items() {
    return rules.items();
  }

  /** The timers that run, in the order they are shown. */
  public List<Rule.Timer> timers() {
    return rules.timers();
  }

  /** Rules that lie ready to be switched on; no conversation is judged by them. */
  public List<Rule> dormant() {
    return rules.dormant();
  }
}
