package io.souffleur.server.core;

import static io.souffleur.server.core.testing.ConversationDriver.shows;
import static io.souffleur.server.core.testing.ItemBuilder.say;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.testing.ConversationDriver;
import io.souffleur.server.core.testing.House;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever answers a mail takes hours, not minutes. */
class MailHintsTest {

  private static final CueTest UNHAPPY = CueTest.of(Author.CUSTOMER, CueName.DISSATISFACTION);

  @Test
  void in_a_mail_what_its_answer_can_still_say_is_told_until_then() {
    Rule apology =
        say("apology", CueName.APOLOGY)
            .once(UNHAPPY)
            .dueWithin(0, 1)
            .atRisk(Severity.PROMPT)
            .expires(Duration.ofMinutes(5))
            .build();
    new ConversationDriver(House.of(apology))
        .by(Medium.EMAIL)
        .starts()
        .customer("m1", "Nul", shows(CueName.DISSATISFACTION, "Nul"))
        .skipping()
        .after(Duration.ofHours(20))
        .thenNothing()
        .agent("m2", "Pardon", shows(CueName.APOLOGY, "Pardon"))
        .then(
            "cues m2 agent understanding [apology]",
            "item apology done m2:0-6",
            "withdrawn h1 satisfied");
  }
}
