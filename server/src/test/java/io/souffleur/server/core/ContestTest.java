package io.souffleur.server.core;

import static io.souffleur.server.core.testing.ConversationDriver.shows;
import static io.souffleur.server.core.testing.ItemBuilder.say;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.testing.ConversationDriver;
import io.souffleur.server.core.testing.House;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What an agent says against how an item was judged. */
class ContestTest {

  private static final Rule APOLOGY =
      say("apology", CueName.APOLOGY)
          .everyTime(CueTest.of(Author.CUSTOMER, CueName.DISSATISFACTION))
          .dueWithin(1, 2)
          .build();

  @Test
  void an_item_can_be_contested_after_the_end_and_again() {
    new ConversationDriver(House.of(APOLOGY))
        .starts()
        .customer("m1", "Nul", shows(CueName.DISSATISFACTION, "Nul"))
        .ends()
        .skipping()
        .after(Duration.ofMinutes(1))
        .contests("apology")
        .then("item apology missed contested@14:01:00")
        .after(Duration.ofMinutes(1))
        .contests("apology")
        .then("item apology missed contested@14:02:00");
  }
}
