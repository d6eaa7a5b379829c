package io.souffleur.server.core.testing;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.rule.Applies;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Due;
import io.souffleur.server.core.rule.Prompting;
import io.souffleur.server.core.rule.Requirement;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.RuleId;
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
  private CueTest cue;
  private int times = 1;
  private boolean avoid;
  private Due due = new Due.FromStage(Stage.CLOSING);
  private OptionalInt notInARow = OptionalInt.empty();
  private @Nullable Severity atRisk;
  private @Nullable Severity missed;
  private Duration coolDown = Duration.ofMinutes(2);
  private Duration expires = Duration.ofMinutes(1);
  private double weight = 1;

  private ItemBuilder(String id, CueTest cue) {
    this.id = id;
    this.cue = cue;
  }

  /** The agent must say one of {@code cues}. */
  public static ItemBuilder say(String id, CueName... cues) {
    return new ItemBuilder(id, CueTest.of(Author.AGENT, cues));
  }

  /** The agent must say what {@code cue} looks for. */
  public static ItemBuilder say(String id, CueTest cue) {
    return new ItemBuilder(id, cue);
  }

  /** The agent must not say any of {@code cues}. */
  public static ItemBuilder avoid(String id, CueName... cues) {
    ItemBuilder builder = say(id, cues);
    builder.avoid = true;
    return builder;
  }

  /** The agent must not say what {@code cue} looks for. */
  public static ItemBuilder avoid(String id, CueTest cue) {
    ItemBuilder builder = say(id, cue);
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

  public ItemBuilder once(CueTest trigger) {
    applies = new Applies.Once(trigger, false);
    return this;
  }

  public ItemBuilder everyTime(CueTest trigger) {
    applies = new Applies.Once(trigger, true);
    return this;
  }

  public ItemBuilder whenNamed() {
    applies = new Applies.Named();
    return this;
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

  /** The rule. */
  public Rule.Item build() {
    Requirement requirement =
        avoid ? new Requirement.Avoid(cue) : new Requirement.Say(cue, times, due, notInARow);
    return new Rule.Item(
        new RuleId(id),
        List.of(),
        new Words("Titre de " + id, "Title of " + id),
        new Words("Raison de " + id, "Reason of " + id),
        Optional.empty(),
        applies,
        requirement,
        prompting(id, atRisk, missed, coolDown, expires),
        weight);
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
