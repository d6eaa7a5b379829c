package io.souffleur.server.core.testing;

import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.rule.Condition;
import io.souffleur.server.core.rule.Limit;
import io.souffleur.server.core.rule.Moment;
import io.souffleur.server.core.rule.Pause;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.RuleId;
import io.souffleur.server.core.rule.Words;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Timers in one line: from what to what, how long, how insistently. */
public final class TimerBuilder {

  private final String id;
  private Condition only = Condition.ALWAYS;
  private List<Moment> starts = List.of();
  private List<Moment> stops = List.of();
  private Limit limit = new Limit.Fixed(Duration.ofMinutes(1));
  private double share = 0.5;
  private Set<Pause> standsStill = Set.of();
  private @Nullable Severity atRisk;
  private @Nullable Severity missed;
  private Duration coolDown = Duration.ofMinutes(2);
  private Duration expires = Duration.ofMinutes(1);

  private TimerBuilder(String id) {
    this.id = id;
  }

  public static TimerBuilder timer(String id) {
    return new TimerBuilder(id);
  }

  public TimerBuilder from(Moment... moments) {
    starts = List.of(moments);
    return this;
  }

  public TimerBuilder to(Moment... moments) {
    stops = List.of(moments);
    return this;
  }

  public TimerBuilder only(Condition condition) {
    only = condition;
    return this;
  }

  public TimerBuilder within(Duration fixed) {
    return within(new Limit.Fixed(fixed));
  }

  public TimerBuilder within(Limit limited) {
    limit = limited;
    return this;
  }

  public TimerBuilder pausedBy(Pause... pauses) {
    standsStill = EnumSet.copyOf(List.of(pauses));
    return this;
  }

  /** Gives the hints of promises. */
  public TimerBuilder asPromised() {
    limit = new Limit.Promised();
    return this;
  }

  /** As long as the agent said, and {@code grace} more. */
  public TimerBuilder asAnnounced(Duration grace) {
    limit = new Limit.Announced(grace);
    return this;
  }

  public TimerBuilder atRisk(Severity severity) {
    atRisk = severity;
    return this;
  }

  public TimerBuilder breached(Severity severity) {
    missed = severity;
    return this;
  }

  public TimerBuilder coolDown(Duration silence) {
    coolDown = silence;
    return this;
  }

  public TimerBuilder expires(Duration after) {
    expires = after;
    return this;
  }

  /** The rule; at risk from half of its time on. */
  public Rule.Timer build() {
    return new Rule.Timer(
        new RuleId(id),
        List.of(),
        new Words("Titre de " + id, "Title of " + id),
        new Words("Raison de " + id, "Reason of " + id),
        only,
        starts,
        stops,
        limit,
        share,
        standsStill,
        ItemBuilder.prompting(id, atRisk, missed, coolDown, expires));
  }
}
