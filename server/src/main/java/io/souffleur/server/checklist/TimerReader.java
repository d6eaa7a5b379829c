package io.souffleur.server.checklist;

import io.souffleur.server.checklist.Written.Mapping;
import io.souffleur.server.checklist.Written.Text;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Limit;
import io.souffleur.server.core.rule.Moment;
import io.souffleur.server.core.rule.Pause;
import io.souffleur.server.core.rule.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads a timer: from when to when it runs, and how long it may. */
final class TimerReader {

  private static final List<String> KEYS =
      List.of(
          "id",
          "enabled",
          "norms",
          "title",
          "why",
          "only",
          "starts",
          "stops",
          "limit",
          "calendar",
          "pauses",
          "at-risk-after",
          "hint",
          "examples");

  private static final String ANNOUNCED = "announced";
  private static final String PROMISED = "promised";
  private static final List<Moment> PROMISES =
      List.of(new Moment.Heard(CueTest.of(Author.AGENT, CueName.COMMITMENT).withAnyValue()));
  private static final Limit STAND_IN = new Limit.Fixed(Duration.ofMinutes(1));
  private static final double USUAL_SHARE = 0.75;
  private static final Map<String, Moment> MOMENTS = moments();
  private static final Map<String, String> OTHER_MOMENTS =
      Map.of(
          "start", "conversation-start",
          "customer", "customer-message",
          "agent", "agent-message",
          "rings", "ringing",
          "hold", "held",
          "end", "conversation-end",
          "transferred", "transfer");
  private static final Map<String, Pause> PAUSES = pauses();
  private static final Map<String, String> OTHER_PAUSES =
      Map.of(
          "hold", "held", "on-hold", "held", "wait", "wait-announced", "customer", "customer-owes");

  private final Problems problems;
  private final Values values;
  private final RuleReader rules;
  private final ConditionReader conditions;
  private final CueReader cues;
  private final LimitReader limits;
  private final HintReader hints;
  private final ExampleReader examples;

  TimerReader(Problems problems, RuleReader rules, ExampleReader examples) {
    this.problems = problems;
    this.values = new Values(problems);
    this.rules = rules;
    this.conditions = new ConditionReader(problems, rules);
    this.cues = new CueReader(problems, rules.patterns());
    this.limits = new LimitReader(problems, rules.calendars());
    this.hints = new HintReader(problems);
    this.examples = examples;
  }

  WrittenRule read(Written written) {
    Section timer = Section.open(written, "a timer", KEYS, problems);
    List<Moment> starts = timer.require("starts").map(this::moments).orElse(List.of());
    List<Moment> stops = timer.require("stops").map(this::moments).orElse(List.of());
    Limit limit =
        timer
            .require("limit")
            .flatMap(values::text)
            .map(length -> limit(timer, length, starts))
            .orElse(STAND_IN);
    Rule.Timer rule =
        new Rule.Timer(
            rules.id(timer),
            rules.norms(timer),
            rules.title(timer),
            rules.why(timer),
            conditions.of(timer),
            starts,
            stops,
            limit,
            timer.find("at-risk-after").flatMap(values::share).orElse(USUAL_SHARE),
            timer.find("pauses").map(this::pauses).orElse(Set.of()),
            timer.find("hint").map(hints::ofTimer));
    return new WrittenRule(rule, rules.enabled(timer), examples.read(timer, "runs", Author.AGENT));
  }

  private List<Moment> moments(Written written) {
    List<Moment> moments = new ArrayList<>();
    for (Written each : values.oneOrMore(written)) {
      if (each instanceof Mapping) {
        moments.add(new Moment.Heard(cues.read(each)));
      } else {
        values.choice(each, "moment", MOMENTS, OTHER_MOMENTS).ifPresent(moments::add);
      }
    }
    return moments;
  }

  private Set<Pause> pauses(Written written) {
    Set<Pause> pauses = EnumSet.noneOf(Pause.class);
    for (Written each : values.oneOrMore(written)) {
      values.choice(each, "pause", PAUSES, OTHER_PAUSES).ifPresent(pauses::add);
    }
    return pauses;
  }

  private Limit limit(Section timer, Text text, List<Moment> starts) {
    if (LimitReader.isMeant(timer, text)) {
      return limits.read(timer, text).<Limit>map(limit -> limit).orElse(STAND_IN);
    }
    String value = text.value();
    if (value.equals(PROMISED)) {
      if (!starts.equals(PROMISES)) {
        problems.add(
            text.at(),
            "“promised” goes by what the agent promises; write starts: {cue: commitment, by: agent,"
                + " with-value: true}");
      }
      return new Limit.Promised();
    }
    if (!value.startsWith(ANNOUNCED)) {
      Duration duration = values.duration(text, value).orElse(Duration.ofMinutes(1));
      if (duration.isZero()) {
        problems.add(text.at(), "a limit is longer than nothing");
      }
      return new Limit.Fixed(duration);
    }
    if (starts.stream()
        .noneMatch(start -> start instanceof Moment.Heard(var cue) && cue.valued())) {
      problems.add(
          text.at(),
          "“announced” takes its length from the words that start the timer; write starts: {cue:"
              + " wait-notice, with-value: true}");
    }
    String grace = value.substring(ANNOUNCED.length()).strip();
    if (grace.isEmpty()) {
      return new Limit.Announced(Duration.ZERO);
    }
    if (!grace.startsWith("+")) {
      problems.add(
          text.at(), "write announced, or announced + 30 s, not " + Problems.quoted(value));
      return new Limit.Announced(Duration.ZERO);
    }
    return new Limit.Announced(
        values.duration(text, grace.substring(1).strip()).orElse(Duration.ZERO));
  }

  private static Map<String, Moment> moments() {
    Map<String, Moment> moments = new LinkedHashMap<>();
    moments.put("conversation-start", new Moment.ConversationStarted());
    moments.put("customer-message", new Moment.MessageBy(Author.CUSTOMER));
    moments.put("agent-message", new Moment.MessageBy(Author.AGENT));
    moments.put("conversation-end", new Moment.ConversationEnded());
    moments.put("survey", new Moment.SurveyAnswered());
    SoughtReader.EVENTS.forEach((name, what) -> moments.put(name, new Moment.Happens(what)));
    return Collections.unmodifiableMap(moments);
  }

  private static Map<String, Pause> pauses() {
    Map<String, Pause> pauses = new LinkedHashMap<>();
    for (Pause pause : Pause.values()) {
      pauses.put(pause.name().toLowerCase(Locale.ROOT).replace('_', '-'), pause);
    }
    return Collections.unmodifiableMap(pauses);
  }
}
