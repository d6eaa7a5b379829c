package io.souffleur.server.contract;

import static io.souffleur.server.core.testing.ItemBuilder.avoid;
import static io.souffleur.server.core.testing.ItemBuilder.say;
import static io.souffleur.server.core.testing.TimerBuilder.timer;

import io.souffleur.server.core.Coach;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Moment;
import io.souffleur.server.core.testing.House;
import java.time.Duration;
import java.util.Optional;

/** A house with a rule of each kind, for tests of what lies around the core. */
public final class TestHouse {

  private TestHouse() {}

  /** Its rules, read by {@link NamedCues}. */
  public static Coaching coaching() {
    return new Coaching(new Coach(house()), new NamedCues(), Optional.empty());
  }

  private static House house() {
    return House.of(
        say("greeting", CueName.GREETING).dueWithin(0, 1).atRisk(Severity.PROMPT).build(),
        say("customer-name", CueName.CUSTOMER_NAME)
            .times(2)
            .notInARow(3)
            .dueFrom(Stage.CLOSING)
            .atRisk(Severity.NUDGE)
            .build(),
        say("apology", CueName.APOLOGY)
            .once(CueTest.of(Author.CUSTOMER, CueName.DISSATISFACTION))
            .dueWithin(Duration.ofSeconds(30), Duration.ofSeconds(90))
            .atRisk(Severity.PROMPT)
            .missed(Severity.URGENT)
            .build(),
        avoid("jargon", CueName.JARGON).missed(Severity.NUDGE).build(),
        timer("response")
            .from(new Moment.MessageBy(Author.CUSTOMER))
            .to(new Moment.MessageBy(Author.AGENT))
            .within(Duration.ofSeconds(60))
            .atRisk(Severity.PROMPT)
            .breached(Severity.URGENT)
            .build(),
        timer("silence")
            .from(new Moment.Heard(CueTest.of(Author.AGENT, CueName.WAIT_NOTICE)))
            .to(new Moment.MessageBy(Author.AGENT))
            .asAnnounced(Duration.ofSeconds(30))
            .atRisk(Severity.PROMPT)
            .build());
  }
}
