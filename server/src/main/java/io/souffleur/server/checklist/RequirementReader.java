package io.souffleur.server.checklist;

import io.souffleur.server.checklist.Written.Text;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.rule.Due;
import io.souffleur.server.core.rule.Requirement;
import io.souffleur.server.core.rule.Sought;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what an item asks for: what must be said, how often, in which order and by when. */
final class RequirementReader {

  /** Keys that say how something must be said, without meaning for what must not. */
  private static final List<String> ONLY_FOR_SAYING =
      List.of("times", "not-in-a-row", "after", "before", "within", "due-from");

  private static final int MOST_TIMES = 100;
  private static final double USUAL_SHARE = 0.75;

  private final Problems problems;
  private final Values values;
  private final RuleReader rules;
  private final SoughtReader sought;
  private final LimitReader limits;

  RequirementReader(Problems problems, RuleReader rules) {
    this.problems = problems;
    this.values = new Values(problems);
    this.rules = rules;
    this.limits = new LimitReader(problems, rules.calendars());
    this.sought = new SoughtReader(problems, rules.patterns());
  }

  Requirement read(Section item) {
    boolean avoids = item.has("avoid");
    Optional<Stage> until = item.find("counts-until").flatMap(rules::stage);
    if (item.has("say") == avoids) {
      item.missing("an item has either “say” or “avoid”");
    }
    if (avoids) {
      for (String key : ONLY_FOR_SAYING) {
        item.find(key)
            .ifPresent(
                written ->
                    problems.add(
                        written.at(), Problems.quoted(key) + " goes with “say”, not with “avoid”"));
      }
      return limit(item, "avoid", until);
    }
    boolean limits = item.has("at-most") && ONLY_FOR_SAYING.stream().noneMatch(item::has);
    return limits ? limit(item, "say", until) : say(item, until);
  }

  private Requirement limit(Section item, String key, Optional<Stage> until) {
    return new Requirement.Avoid(sought(item, key), number(item, "at-most", 1).orElse(0), until);
  }

  private Requirement say(Section item, Optional<Stage> until) {
    int times = number(item, "times", 1).orElse(1);
    OptionalInt most = number(item, "at-most", 1);
    if (most.isPresent() && most.getAsInt() < times) {
      problems.add(
          item.require("at-most").orElseThrow().at(),
          "at least " + times + " times and at most " + most.getAsInt() + " can’t be");
      most = OptionalInt.empty();
    }
    return new Requirement.Say(
        sought(item, "say"),
        times,
        due(item, until),
        number(item, "not-in-a-row", 2),
        most,
        item.find("after").map(sought::read),
        until);
  }

  private Sought sought(Section item, String key) {
    return item.find(key)
        .map(written -> sought.read(written, Optional.of(Author.AGENT)))
        .orElse(CueReader.STAND_IN);
  }

  private OptionalInt number(Section item, String key, int least) {
    Optional<Written> written = item.find(key);
    return written.isPresent()
        ? values.number(written.get(), least, MOST_TIMES)
        : OptionalInt.empty();
  }

  private Due due(Section item, Optional<Stage> until) {
    if (item.has("within") && item.has("due-from")) {
      item.missing("one of “within” and “due-from” at most");
    }
    Optional<Written> within = item.find("within");
    Optional<Stage> from = item.find("due-from").flatMap(rules::stage);
    if (item.has("before")) {
      Sought other = sought.read(item.require("before").orElseThrow());
      return new Due.Before(
          other, from, within.isPresent() ? lately(within.get()) : OptionalInt.empty());
    }
    if (within.isPresent()) {
      return within(within.get());
    }
    if (!item.has("due-from") && !item.has("counts-until") && item.has("say")) {
      item.missing(
          "by when must it be said? Write within: {messages: 2}, within: {time: 2 min},"
              + " due-from: closing, before: {cue: …} or counts-until: opening");
    }
    return new Due.FromStage(from.or(() -> until).orElse(Stage.CLOSING));
  }

  /** In how many of the latest messages it must have been said. */
  private OptionalInt lately(Written written) {
    Section section =
        Section.open(written, "“within” beside “before”", List.of("messages"), problems);
    Optional<Written> messages = section.require("messages");
    return messages.isPresent()
        ? values.number(messages.get(), 1, MOST_TIMES)
        : OptionalInt.empty();
  }

  private Due within(Written written) {
    Section section =
        Section.open(
            written,
            "“within”",
            List.of("messages", "time", LimitReader.CALENDAR, "at-risk-after"),
            problems);
    if (section.has(LimitReader.CALENDAR) && section.has("messages")) {
      section.missing("“calendar” goes with “time”, not with “messages”");
    }
    if (section.has("messages") == section.has("time")) {
      section.missing("“within” has either “messages” or “time”");
    }
    Optional<Written> atRisk = section.find("at-risk-after");
    Optional<Written> time = section.find("time");
    Optional<Text> length = time.filter(Text.class::isInstance).map(Text.class::cast);
    if (length.isPresent() && LimitReader.isMeant(section, length.get())) {
      return byCalendar(section, length.get());
    }
    if (time.isPresent()) {
      Duration limit = values.duration(time.get()).orElse(Duration.ofMinutes(1));
      Duration risk = atRisk.flatMap(values::duration).orElse(limit.multipliedBy(3).dividedBy(4));
      if (risk.compareTo(limit) > 0) {
        tooLate(atRisk);
        risk = limit;
      }
      return new Due.Within(risk, limit);
    }
    int limit = number(section, "messages", 1).orElse(1);
    int risk =
        atRisk.isPresent() ? values.number(atRisk.get(), 0, MOST_TIMES).orElse(limit) : limit - 1;
    if (risk > limit) {
      tooLate(atRisk);
      risk = limit;
    }
    return new Due.WithinMessages(risk, limit);
  }

  private Due byCalendar(Section section, Text length) {
    double share = section.find("at-risk-after").flatMap(values::share).orElse(USUAL_SHARE);
    return limits
        .read(section, length)
        .<Due>map(limit -> new Due.ByCalendar(limit, share))
        .orElse(new Due.FromStage(Stage.CLOSING));
  }

  private void tooLate(Optional<Written> atRisk) {
    atRisk.ifPresent(
        written -> problems.add(written.at(), "it can’t be at risk later than it is missed"));
  }
}
