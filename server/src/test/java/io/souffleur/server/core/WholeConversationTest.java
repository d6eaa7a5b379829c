package io.souffleur.server.core;

import static io.souffleur.server.core.testing.ConversationDriver.called;
import static io.souffleur.server.core.testing.ConversationDriver.shows;
import static io.souffleur.server.core.testing.ItemBuilder.avoid;
import static io.souffleur.server.core.testing.ItemBuilder.say;
import static io.souffleur.server.core.testing.TimerBuilder.timer;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Moment;
import io.souffleur.server.core.testing.ConversationDriver;
import io.souffleur.server.core.testing.House;
import io.souffleur.server.core.text.Language;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Conversations from the first word to the last, every update asserted. */
class WholeConversationTest {

  private static final CueTest UNHAPPY = CueTest.of(Author.CUSTOMER, CueName.DISSATISFACTION);
  private static final CueTest WAIT = CueTest.of(Author.AGENT, CueName.WAIT_NOTICE);

  private static final House HOUSE =
      House.of(
          say("greeting", CueName.GREETING).dueWithin(1, 1).missed(Severity.NUDGE).build(),
          say("apology", CueName.APOLOGY)
              .once(UNHAPPY)
              .dueWithin(1, 2)
              .atRisk(Severity.PROMPT)
              .build(),
          say("customer-name", CueName.CUSTOMER_NAME).times(2).dueFrom(Stage.CLOSING).build(),
          avoid("jargon", CueName.JARGON).missed(Severity.NUDGE).build(),
          say("next-step", CueName.NEXT_STEP)
              .dueFrom(Stage.CLOSING)
              .atRisk(Severity.PROMPT)
              .weight(2)
              .build(),
          say("thanks", CueName.THANKS)
              .from(Stage.CLOSING)
              .dueFrom(Stage.CLOSING)
              .atRisk(Severity.NUDGE)
              .build(),
          timer("first-response")
              .from(new Moment.ConversationStarted())
              .to(new Moment.MessageBy(Author.AGENT))
              .within(Duration.ofMinutes(1))
              .breached(Severity.URGENT)
              .build(),
          timer("silence")
              .from(new Moment.Heard(WAIT))
              .to(new Moment.MessageBy(Author.AGENT))
              .asAnnounced(Duration.ofSeconds(20))
              .atRisk(Severity.PROMPT)
              .breached(Severity.URGENT)
              .build());

  @Test
  void a_french_conversation() {
    ConversationDriver conversation =
        new ConversationDriver(HOUSE).with(called("Camille")).starts();
    conversation.then(
        "item greeting pending",
        "item apology not_applicable",
        "item customer-name pending 0/2",
        "item jargon pending",
        "item next-step pending",
        "item thanks pending",
        "timer first-response running 14:00:00~14:00:30~14:01:00");
    conversation
        .afterSeconds(5)
        .customer(
            "c1",
            "Bonjour, mon colis n’est pas arrivé, c’est inadmissible",
            shows(CueName.GREETING, "Bonjour"),
            shows(CueName.DISSATISFACTION, "c’est inadmissible"))
        .then("cues c1 customer opening [greeting,dissatisfaction]", "item apology pending");
    conversation
        .afterSeconds(20)
        .agent(
            "a1",
            "Bonjour Camille, quel est le numéro de commande ?",
            shows(CueName.GREETING, "Bonjour"),
            shows(CueName.CUSTOMER_NAME, "Camille"),
            shows(CueName.QUESTION, "quel est le numéro de commande ?", "open"))
        .then(
            "cues a1 agent understanding [greeting,customer-name,question]",
            "item greeting done a1:0-7",
            "item apology at_risk",
            "item customer-name pending 1/2 a1:8-15",
            "timer first-response met 14:00:00~14:00:30~14:01:00",
            "hint h1 apology prompt [c1:37-55] until 14:01:25");
    conversation
        .afterSeconds(15)
        .customer("c2", "FR-4812")
        .then("cues c2 customer understanding []");
    conversation
        .afterSeconds(10)
        .agent(
            "a2",
            "Toutes mes excuses. Je vérifie le SLA, deux minutes",
            shows(CueName.APOLOGY, "Toutes mes excuses"),
            shows(CueName.JARGON, "SLA", "délai garanti"),
            shows(CueName.WAIT_NOTICE, "deux minutes", "PT2M"))
        .then(
            "cues a2 agent solving [apology,jargon,wait-notice]",
            "item apology done a2:0-18",
            "item jargon missed a2:34-37",
            "timer silence running 14:00:50~14:02:00~14:03:10",
            "withdrawn h1 satisfied",
            "hint h2 jargon nudge [a2:34-37] until 14:01:50");
    conversation
        .afterSeconds(125)
        .then("withdrawn h2 expired", "hint h3 silence prompt [silence@14:03:10] until 14:03:00");
    conversation
        .afterSeconds(3)
        .agent(
            "a3",
            "Merci Camille, je renvoie le colis",
            shows(CueName.THANKS, "Merci"),
            shows(CueName.CUSTOMER_NAME, "Camille"),
            shows(CueName.SOLUTION, "je renvoie le colis"))
        .then(
            "cues a3 agent solving [thanks,customer-name,solution]",
            "item customer-name done 2/2 a1:8-15 a3:6-13",
            "timer silence met 14:00:50~14:02:00~14:03:10",
            "withdrawn h3 satisfied");
    conversation
        .afterSeconds(10)
        .customer("c3", "Merci beaucoup", shows(CueName.THANKS, "Merci beaucoup"))
        .then(
            "cues c3 customer closing [thanks]",
            "item next-step at_risk",
            "item thanks at_risk",
            "hint h4 next-step prompt [c3:0-14] until 14:04:08",
            "hint h5 thanks nudge [c3:0-14] until 14:04:08");
    conversation
        .afterSeconds(10)
        .agent(
            "a4",
            "Vous recevrez un e-mail demain. Merci à vous",
            shows(CueName.NEXT_STEP, "Vous recevrez un e-mail demain"),
            shows(CueName.THANKS, "Merci à vous"))
        .then(
            "cues a4 agent closing [next-step,thanks]",
            "item next-step done a4:0-30",
            "item thanks done a4:32-44",
            "withdrawn h4 satisfied",
            "withdrawn h5 satisfied");
    conversation
        .afterSeconds(5)
        .ends()
        .then(
            "summary 0.86 [greeting=done, apology=done, customer-name=done, jargon=missed,"
                + " next-step=done, thanks=done] [first-response=met, silence=met] {total=PT3M23S,"
                + " first-response=PT25S, mean-response=PT13.333333333S, longest-response=PT20S}"
                + " {apology=prompt 1, jargon=nudge 1, silence=prompt 1, next-step=prompt 1,"
                + " thanks=nudge 1}");
  }

  @Test
  void an_english_conversation() {
    ConversationDriver conversation =
        new ConversationDriver(HOUSE).language(Language.ENGLISH).starts().skipping();
    conversation
        .customer("c1", "Hi, where's my order?", shows(CueName.GREETING, "Hi"))
        .then("cues c1 customer opening [greeting]");
    conversation
        .afterSeconds(59)
        .thenNothing()
        .afterSeconds(1)
        .then(
            "timer first-response breached 14:00:00~14:00:30~14:01:00",
            "hint h1 first-response urgent [first-response@14:01:00] until 14:02:00");
    conversation
        .afterSeconds(5)
        .agent("a1", "One moment", shows(CueName.WAIT_NOTICE, "One moment"))
        .then(
            "cues a1 agent solving [wait-notice]",
            "item greeting missed",
            "timer first-response stopped 14:00:00~14:00:30~14:01:00",
            "withdrawn h1 satisfied",
            "hint h2 greeting nudge [] until 14:02:05");
    conversation
        .afterSeconds(30)
        .dismisses("h2")
        .then("withdrawn h2 dismissed")
        .agent("a2", "It left yesterday", shows(CueName.SOLUTION, "It left yesterday"))
        .then("cues a2 agent solving [solution]");
    conversation
        .afterSeconds(5)
        .customer("c2", "It's solved then, bye", shows(CueName.FAREWELL, "bye"))
        .then(
            "cues c2 customer closing [farewell]",
            "item customer-name at_risk 0/2",
            "item next-step at_risk",
            "item thanks at_risk",
            "hint h3 next-step prompt [c2:18-21] until 14:02:40",
            "hint h4 thanks nudge [c2:18-21] until 14:02:40");
    conversation
        .afterSeconds(5)
        .ends()
        .then(
            "item customer-name missed 0/2",
            "item jargon done",
            "item next-step missed",
            "item thanks missed",
            "withdrawn h3 expired",
            "withdrawn h4 expired",
            "summary 0.17 [greeting=missed, apology=not_applicable, customer-name=missed,"
                + " jargon=done, next-step=missed, thanks=missed] [first-response=breached]"
                + " {total=PT1M45S, first-response=PT1M5S, mean-response=PT1M5S,"
                + " longest-response=PT1M5S} {first-response=urgent 1, greeting=nudge 1,"
                + " next-step=prompt 1, thanks=nudge 1}");
  }
}
