package io.souffleur.server.core;

import static io.souffleur.server.core.testing.ConversationDriver.shows;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.testing.ConversationDriver;
import io.souffleur.server.core.testing.House;
import org.junit.jupiter.api.Test;

class StagesTest {

  private static ConversationDriver conversation() {
    return new ConversationDriver(House.of()).starts();
  }

  @Test
  void a_conversation_goes_through_its_stages() {
    conversation()
        .customer("m1", "Bonjour", shows(CueName.GREETING, "Bonjour"))
        .agent("m2", "Bonjour", shows(CueName.GREETING, "Bonjour"))
        .customer("m3", "Ma commande ?", shows(CueName.QUESTION, "Ma commande ?"))
        .agent("m4", "Je la renvoie", shows(CueName.SOLUTION, "Je la renvoie"))
        .customer("m5", "Merci", shows(CueName.THANKS, "Merci"))
        .then(
            "cues m1 customer opening [greeting]",
            "cues m2 agent opening [greeting]",
            "cues m3 customer understanding [question]",
            "cues m4 agent solving [solution]",
            "cues m5 customer closing [thanks]");
  }

  @Test
  void it_never_goes_back() {
    conversation()
        .customer("m1", "Bonjour")
        .agent("m2", "Je renvoie", shows(CueName.SOLUTION, "Je renvoie"))
        .customer("m3", "Réglé", shows(CueName.RESOLVED, "Réglé"))
        .customer("m4", "Et autre chose ?", shows(CueName.QUESTION, "autre chose ?"))
        .agent("m5", "Laquelle ?", shows(CueName.QUESTION, "Laquelle ?"))
        .skipping()
        .agent("m6", "Oui")
        .then("cues m6 agent closing []");
  }

  @Test
  void an_offer_of_help_is_not_a_question_about_the_matter() {
    conversation()
        .customer("m1", "Bonjour")
        .agent(
            "m2",
            "Comment vous aider ?",
            shows(CueName.HELP_OFFER, "Comment vous aider ?"),
            shows(CueName.QUESTION, "Comment vous aider ?"))
        .agent("m3", "Quelle commande ?", shows(CueName.QUESTION, "Quelle commande ?"))
        .then(
            "cues m1 customer opening []",
            "cues m2 agent opening [help-offer,question]",
            "cues m3 agent understanding [question]");
  }

  @Test
  void thanks_for_waiting_and_thanks_with_a_complaint_do_not_close() {
    conversation()
        .customer("m1", "Bonjour")
        .agent("m2", "Un instant", shows(CueName.WAIT_NOTICE, "Un instant"))
        .customer("m3", "Merci", shows(CueName.THANKS, "Merci"))
        .agent("m4", "Je renvoie", shows(CueName.SOLUTION, "Je renvoie"))
        .customer(
            "m5",
            "Merci mais ça ne marche pas",
            shows(CueName.THANKS, "Merci"),
            shows(CueName.UNRESOLVED, "ne marche pas"))
        .customer("m6", "Ah si, merci", shows(CueName.THANKS, "merci"))
        .then(
            "cues m1 customer opening []",
            "cues m2 agent solving [wait-notice]",
            "cues m3 customer solving [thanks]",
            "cues m4 agent solving [solution]",
            "cues m5 customer solving [thanks,unresolved]",
            "cues m6 customer closing [thanks]");
  }

  @Test
  void four_answers_are_enough_to_be_solving() {
    conversation()
        .customer("m1", "Bonjour")
        .agent("m2", "Oui")
        .customer("m3", "Ma commande")
        .skipping()
        .agent("m4", "a")
        .agent("m5", "b")
        .agent("m6", "c")
        .agent("m7", "d")
        .then(
            "cues m4 agent understanding []",
            "cues m5 agent understanding []",
            "cues m6 agent understanding []",
            "cues m7 agent solving []");
  }

  @Test
  void an_answer_that_takes_leave_at_once_closes() {
    conversation()
        .customer("m1", "Merci pour hier", shows(CueName.THANKS, "Merci"))
        .agent("m2", "Avec plaisir, bonne journée", shows(CueName.FAREWELL, "bonne journée"))
        .then("cues m1 customer opening [thanks]", "cues m2 agent closing [farewell]");
    conversation()
        .customer("m1", "Où est mon colis")
        .agent(
            "m2",
            "Bonjour, votre dossier est en cours. Cordialement",
            shows(CueName.GREETING, "Bonjour"),
            shows(CueName.FAREWELL, "Cordialement"))
        .then("cues m1 customer opening []", "cues m2 agent closing [greeting,farewell]");
  }

  @Test
  void good_wishes_in_a_welcome_do_not_close() {
    conversation()
        .customer("m1", "Bonjour")
        .agent(
            "m2",
            "Bonjour et bonne journée",
            shows(CueName.GREETING, "Bonjour"),
            shows(CueName.FAREWELL, "bonne journée"))
        .agent(
            "m3",
            "Bonne journée, comment vous aider ?",
            shows(CueName.FAREWELL, "Bonne journée"),
            shows(CueName.HELP_OFFER, "comment vous aider"))
        .then(
            "cues m1 customer opening []",
            "cues m2 agent opening [greeting,farewell]",
            "cues m3 agent opening [farewell,help-offer]");
  }

  @Test
  void a_bot_and_an_agent_alone_stay_at_the_opening() {
    conversation()
        .says(Author.BOT, "b1", 0, "Envoyée", shows(CueName.SOLUTION, "Envoyée"))
        .agent("m1", "Au revoir", shows(CueName.FAREWELL, "Au revoir"))
        .then("cues b1 bot opening [solution]", "cues m1 agent opening [farewell]");
  }
}
