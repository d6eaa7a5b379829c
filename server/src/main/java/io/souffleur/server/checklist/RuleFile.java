package io.souffleur.server.checklist;

import io.souffleur.server.checklist.HousePatterns.HousePattern;
import io.souffleur.server.checklist.Written.Text;
import io.souffleur.server.core.calendar.OpeningHours;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.text.Language;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One file as its author wrote it, before what it extends is brought in. */
sealed interface RuleFile {

  /** As it was named by whoever asked for it. */
  String file();

  /** What it is called, where the file says so. */
  Text name();

  /** The names of the checklists and libraries it takes rules from, in order. */
  List<Text> extended();

  /** The patterns written in it, in order. */
  List<HousePattern> patterns();

  /** The calendars written in it, by their names. */
  Map<String, OpeningHours> calendars();

  /** The rules written in it, in order; ids are unique. */
  List<WrittenRule> rules();

  /**
   * What a house owes its customers in one kind of conversation.
   *
   * @param queues the queues it is for; empty: all
   * @param on the rules it switches on, in the order in which they are shown
   * @param off the rules it switches off
   */
  record ChecklistFile(
      String file,
      Text name,
      List<Text> extended,
      List<HousePattern> patterns,
      Map<String, OpeningHours> calendars,
      List<WrittenRule> rules,
      int version,
      Language language,
      Set<Medium> media,
      Set<String> queues,
      List<Text> on,
      List<Text> off)
      implements RuleFile {
    public ChecklistFile {
      extended = List.copyOf(extended);
      patterns = List.copyOf(patterns);
      calendars = Map.copyOf(calendars);
      rules = List.copyOf(rules);
      media = Set.copyOf(media);
      queues = Set.copyOf(queues);
      on = List.copyOf(on);
      off = List.copyOf(off);
    }
  }

  /** Rules for checklists to take from; none of them is on by itself. */
  record LibraryFile(
      String file,
      Text name,
      List<Text> extended,
      List<HousePattern> patterns,
      Map<String, OpeningHours> calendars,
      List<WrittenRule> rules)
      implements RuleFile {
    public LibraryFile {
      extended = List.copyOf(extended);
      patterns = List.copyOf(patterns);
      calendars = Map.copyOf(calendars);
      rules = List.copyOf(rules);
    }
  }
}
