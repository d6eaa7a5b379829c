package io.souffleur.server.core.testing;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.conversation.ItemState;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.conversation.TimerState;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.rule.Applies;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Due;
import io.souffleur.server.core.rule.Limit;
import io.souffleur.server.core.rule.Moment;
import io.souffleur.server.core.rule.Requirement;
import io.souffleur.server.core.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges a rule by going through everything that happened, from the start, each time it is asked:
 * slow, plain, and written from the rules' description alone.
 *
 * @param handled every event so far, in order, at the instant it was handled
 * @param stages the stage after each of them
 */
public record NaiveJudge(List<Event> handled, List<Stage> stages) {

  /** How {@code rule} stands at {@code now}. */
  public ItemState item(Rule.Item rule, Instant now) {
    Set<String> seen = new HashSet<>();
    List<String> said = new ArrayList<>();
    @Nullable Instant opened =
        rule.applies() instanceof Applies.Always ? handled.getFirst().at() : null;
    if (rule.applies() instanceof Applies.FromStage(Stage from) && from == Stage.OPENING) {
      opened = handled.getFirst().at();
    }
    if (rule.applies() instanceof Applies.Named
        && handled.getFirst() instanceof Event.Started started
        && started.customer().firstName().filter(name -> !name.isBlank()).isPresent()) {
      opened = started.at();
    }
    int passed = 0;
    int inARow = 0;
    boolean ended = false;
    for (int i = 0; i < handled.size(); i++) {
      if (handled.get(i) instanceof Event.Ended) {
        ended = true;
      }
      if (!(handled.get(i) instanceof Event.Said event) || event.note()) {
        continue;
      }
      boolean edited = !seen.add(event.message().key()) && event.revision() > 0;
      boolean opens =
          opens(rule, event, stages.get(i), opened)
              || (!edited && reopens(rule, event, opened, said, passed));
      if (opens) {
        opened = event.at();
        said.clear();
        passed = 0;
      }
      if (opened == null) {
        continue;
      }
      boolean shown = shows(rule.requirement().cue(), event);
      int most = rule.requirement() instanceof Requirement.Say say ? say.times() + 2 : 4;
      if (!shown) {
        said.remove(event.message().key());
      } else if (!said.contains(event.message().key()) && said.size() < most) {
        said.add(event.message().key());
      }
      if (event.author() == Author.AGENT && !edited) {
        inARow = shown ? inARow + 1 : 0;
        boolean complete =
            rule.requirement() instanceof Requirement.Say say && said.size() >= say.times();
        passed += opens || complete ? 0 : 1;
      }
    }
    return state(
        rule, new Standing(opened, said.size(), passed, inARow, ended), now, stages.getLast());
  }

  private record Standing(
      @Nullable Instant opened, int said, int passed, int inARow, boolean ended) {}

  private static boolean opens(
      Rule.Item rule, Event.Said event, Stage stage, @Nullable Instant opened) {
    if (opened != null) {
      return false;
    }
    if (rule.applies() instanceof Applies.FromStage(Stage from)) {
      return stage.compareTo(from) >= 0;
    }
    return rule.applies() instanceof Applies.Once once && shows(once.trigger(), event);
  }

  private static boolean reopens(
      Rule.Item rule, Event.Said event, @Nullable Instant opened, List<String> said, int passed) {
    if (opened == null
        || !(rule.applies() instanceof Applies.Once(CueTest trigger, boolean everyTime))
        || !everyTime
        || !shows(trigger, event)
        || !(rule.requirement() instanceof Requirement.Say say)) {
      return false;
    }
    boolean missed =
        switch (say.due()) {
          case Due.WithinMessages due -> passed >= due.messages();
          case Due.Within due -> !event.at().isBefore(opened.plus(due.limit()));
          case Due.FromStage due -> false;
        };
    return said.size() >= say.times() || missed;
  }

  private static ItemState state(Rule.Item rule, Standing standing, Instant now, Stage stage) {
    Instant opened = standing.opened();
    if (opened == null && !(rule.applies() instanceof Applies.FromStage)) {
      return ItemState.NOT_APPLICABLE;
    }
    if (rule.requirement() instanceof Requirement.Avoid) {
      return standing.said() > 0
          ? ItemState.MISSED
          : standing.ended() ? ItemState.DONE : ItemState.PENDING;
    }
    Requirement.Say say = (Requirement.Say) rule.requirement();
    if (standing.said() >= say.times()) {
      boolean tooOften = standing.inARow() >= say.notInARow().orElse(Integer.MAX_VALUE);
      return tooOften && !standing.ended() ? ItemState.AT_RISK : ItemState.DONE;
    }
    if (standing.ended()) {
      return ItemState.MISSED;
    }
    if (opened == null) {
      return ItemState.PENDING;
    }
    return switch (say.due()) {
      case Due.WithinMessages due ->
          standing.passed() >= due.messages()
              ? ItemState.MISSED
              : standing.passed() >= due.atRisk() ? ItemState.AT_RISK : ItemState.PENDING;
      case Due.FromStage due ->
          stage.compareTo(due.stage()) >= 0 ? ItemState.AT_RISK : ItemState.PENDING;
      case Due.Within due ->
          !now.isBefore(opened.plus(due.limit()))
              ? ItemState.MISSED
              : !now.isBefore(opened.plus(due.atRisk())) ? ItemState.AT_RISK : ItemState.PENDING;
    };
  }

  /** How {@code rule} stands at {@code now}; null when it never ran. */
  public @Nullable TimerState timer(Rule.Timer rule, Instant now) {
    Set<String> seen = new HashSet<>();
    @Nullable Instant deadline = null;
    @Nullable TimerState over = null;
    for (Event event : handled) {
      boolean counts = true;
      if (event instanceof Event.Said said) {
        counts = !said.note() && (seen.add(said.message().key()) || said.revision() == 0);
      }
      if (event instanceof Event.Ended && deadline != null) {
        over = TimerState.STOPPED;
        deadline = null;
      }
      if (!counts) {
        continue;
      }
      if (deadline != null && rule.stops().stream().anyMatch(moment -> is(moment, event))) {
        over = deadline.isAfter(event.at()) ? TimerState.MET : TimerState.STOPPED;
        deadline = null;
      }
      Duration limit = deadline == null ? limit(rule, event) : null;
      if (limit != null) {
        deadline = event.at().plus(limit);
      }
    }
    if (deadline != null) {
      return deadline.isAfter(now) ? TimerState.RUNNING : TimerState.BREACHED;
    }
    return over;
  }

  private static @Nullable Duration limit(Rule.Timer rule, Event event) {
    for (Moment moment : rule.starts()) {
      if (rule.limit() instanceof Limit.Fixed fixed && is(moment, event)) {
        return fixed.duration();
      }
      if (rule.limit() instanceof Limit.Announced announced
          && moment instanceof Moment.Heard heard
          && event instanceof Event.Said said) {
        for (Cue cue : said.reading().cues()) {
          boolean heardIt = heard.cue().matches(cue, said.author(), LocalTime.NOON);
          Duration value = cue.value().map(Duration::parse).orElse(Duration.ZERO);
          if (heardIt && value.isPositive()) {
            return value.plus(announced.grace());
          }
        }
      }
    }
    return null;
  }

  private static boolean is(Moment moment, Event event) {
    return switch (moment) {
      case Moment.ConversationStarted started -> event instanceof Event.Started;
      case Moment.MessageBy by -> event instanceof Event.Said said && said.author() == by.author();
      case Moment.Heard heard -> event instanceof Event.Said said && shows(heard.cue(), said);
      case Moment.Rang rang -> event instanceof Event.CallRinging;
      case Moment.Answered answered -> event instanceof Event.CallAnswered;
      case Moment.Held held -> event instanceof Event.CallHeld;
      case Moment.Resumed resumed -> event instanceof Event.CallResumed;
    };
  }

  private static boolean shows(CueTest test, Event.Said event) {
    List<CueName> shown =
        event.reading().cues().stream()
            .filter(cue -> test.matches(cue, event.author(), LocalTime.NOON))
            .map(Cue::name)
            .toList();
    return test.together() ? shown.containsAll(test.cues()) : !shown.isEmpty();
  }
}
