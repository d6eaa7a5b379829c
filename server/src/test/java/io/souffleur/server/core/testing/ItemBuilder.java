package io.souffleur.server.core.testing;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.rule.Applies;
import io.souffleur.server.core.rule.Condition;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Drafting;
import io.souffleur.server.core.rule.Due;
import io.souffleur.server.core.rule.Limit;
import io.souffleur.server.core.rule.Prompting;
import io.souffleur.server.core.rule.Requirement;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.RuleId;
import io.souffleur.server.core.rule.Sought;
import io.souffleur.server.core.rule.Words;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Items in one line: what must be said, from when, by when, how insistently. */
public final class ItemBuilder {

  private final String id;
  private Applies applies = new Applies.Always();
  private final Sought what;
  private Condition only = Condition.ALWAYS;
  private int times = 1;
  private boolean avoid;
  private Due due = new Due.FromStage(Stage.CLOSING);
  private OptionalInt notInARow = OptionalInt.empty();
  private OptionalInt atMost = OptionalInt.empty();
  private Optional<Sought> after = Optional.empty();
  private Optional<Stage> until = Optional.empty();
  private @Nullable Severity atRisk;
  private @Nullable Severity missed;
  private Duration coolDown = Duration.ofMinutes(2);
  private Duration expires = Duration.ofMinutes(1);
  private double weight = 1;
  private Optional<Drafting> drafting = Optional.empty();

  private ItemBuilder(String id, Sought what) {
    this.id = id;
    this.what = what;
  }

  /** The agent must say one of {@code cues}. */
  public static ItemBuilder say(String id, CueName... cues) {
    return new ItemBuilder(id, CueTest.of(Author.AGENT, cues));
  }

  /** What {@code what} looks for must be said, or happen. */
  public static ItemBuilder say(String id, Sought what) {
    return new ItemBuilder(id, what);
  }

  /** The agent must not say any of {@code cues}. */
  public static ItemBuilder avoid(String id, CueName... cues) {
    ItemBuilder builder = say(id, cues);
    builder.avoid = true;
    return builder;
  }

  /** What {@code what} looks for must not be said, or happen. */
  public static ItemBuilder avoid(String id, Sought what) {
    ItemBuilder builder = say(id, what);
    builder.avoid = true;
    return builder;
  }

  public ItemBuilder times(int least) {
    times = least;
    return this;
  }

  public ItemBuilder notInARow(int tooMany) {
    notInARow = OptionalInt.of(tooMany);
    return this;
  }

  public ItemBuilder atMost(int messages) {
    atMost = OptionalInt.of(messages);
    return this;
  }

  /** Counts only after {@code other}. */
  public ItemBuilder after(Sought other) {
    after = Optional.of(other);
    return this;
  }

  /** Must come before {@code other}; never at risk. */
  public ItemBuilder before(Sought other) {
    due = new Due.Before(other, Optional.empty(), OptionalInt.empty());
    return this;
  }

  /** Must come before {@code other}; at risk from {@code stage} on. */
  public ItemBuilder before(Sought other, Stage stage) {
    due = new Due.Before(other, Optional.of(stage), OptionalInt.empty());
    return this;
  }

  /**
   * Must have been said in one of the agent's latest {@code messages} whenever {@code other} comes.
   */
  public ItemBuilder latelyBefore(Sought other, int messages) {
    due = new Due.Before(other, Optional.empty(), OptionalInt.of(messages));
    return this;
  }

  /** Counts up to {@code stage}. */
  public ItemBuilder until(Stage stage) {
    until = Optional.of(stage);
    return this;
  }

  public ItemBuilder only(Condition condition) {
    only = condition;
    return this;
  }

  public ItemBuilder once(Sought trigger) {
    applies = new Applies.Once(trigger, false);
    return this;
  }

  public ItemBuilder everyTime(Sought trigger) {
    applies = new Applies.Once(trigger, true);
    return this;
  }

  public ItemBuilder whenNamed() {
    return only(new Condition.CustomerNamed());
  }

  public ItemBuilder from(Stage stage) {
    applies = new Applies.FromStage(stage);
    return this;
  }

  public ItemBuilder dueWithin(int atRiskAfter, int messages) {
    due = new Due.WithinMessages(atRiskAfter, messages);
    return this;
  }

  public ItemBuilder dueWithin(Duration atRiskAfter, Duration limit) {
    due = new Due.Within(atRiskAfter, limit);
    return this;
  }

  /** At risk after three quarters of it. */
  public ItemBuilder dueWithin(Limit.ByCalendar limit) {
    due = new Due.ByCalendar(limit, 0.75);
    return this;
  }

  public ItemBuilder dueFrom(Stage stage) {
    due = new Due.FromStage(stage);
    return this;
  }

  public ItemBuilder atRisk(Severity severity) {
    atRisk = severity;
    return this;
  }

  public ItemBuilder missed(Severity severity) {
    missed = severity;
    return this;
  }

  public ItemBuilder coolDown(Duration silence) {
    coolDown = silence;
    return this;
  }

  public ItemBuilder expires(Duration after) {
    expires = after;
    return this;
  }

  public ItemBuilder weight(double heavier) {
    weight = heavier;
    return this;
  }

  /** The house has its own words about a draft. */
  public ItemBuilder inDrafts(@Nullable Severity severity, @Nullable Words text, boolean blocks) {
    drafting =
        Optional.of(new Drafting(Optional.ofNullable(severity), Optional.ofNullable(text), blocks));
    return this;
  }

  /** The rule. */
  public Rule.Item build() {
    Requirement requirement =
        avoid
            ? new Requirement.Avoid(what, atMost.orElse(0), until)
            : new Requirement.Say(what, times, due, notInARow, atMost, after, until);
    return new Rule.Item(
        new RuleId(id),
        List.of(),
        new Words("Titre de " + id, "Title of " + id),
        new Words("Raison de " + id, "Reason of " + id),
        Optional.empty(),
        only,
        applies,
        requirement,
        prompting(id, atRisk, missed, coolDown, expires),
        weight,
        drafting);
  }

  static Optional<Prompting> prompting(
      String id,
      @Nullable Severity atRisk,
      @Nullable Severity missed,
      Duration coolDown,
      Duration expires) {
    return atRisk == null && missed == null
        ? Optional.empty()
        : Optional.of(
            new Prompting(
                new Words("Souffler " + id, "Prompt " + id),
                new Words("Parce que", "Because"),
                Map.of(),
                Optional.ofNullable(atRisk),
                Optional.ofNullable(missed),
                coolDown,
                expires));
  }
}
