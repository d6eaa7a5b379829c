package io.souffleur.server.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.Coach;
import io.souffleur.server.core.State;
import io.souffleur.server.core.Step;
import io.souffleur.server.core.conversation.Agent;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Customer;
import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.conversation.MessageId;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.MessageReader;
import io.souffleur.server.nlp.CueReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the shipped checklists say in whole conversations, a message every twenty seconds. */
class ShippedAttentionTest {

  private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
  private static final Duration PAUSE = Duration.ofSeconds(20);
  private static final MessageReader READER = CueReader.shipped();

  @Test
  void an_agent_who_forgets_nothing_hears_nothing() {
    assertThat(
            hints(
                Language.FRENCH,
                "customer: Bonjour, où en est ma commande 4812 ?",
                "agent: Bonjour Camille, je suis Inès. Je suis là pour vous aider.",
                "agent: Merci de patienter deux minutes, je vérifie.",
                "agent: Elle est partie ce matin. Vous allez recevoir un e-mail de suivi.",
                "agent: Merci de votre patience, Camille. Avez-vous une autre question ?",
                "customer: Non, c’est tout, merci."))
        .isEmpty();
    assertThat(
            hints(
                Language.ENGLISH,
                "customer: Hi, where is my order 4812?",
                "agent: Hello Camille, this is Inès. I’m happy to help.",
                "agent: Please give me two minutes while I check.",
                "agent: It left this morning. You will receive a tracking email.",
                "agent: Thank you for your patience, Camille. Is there anything else I can do?",
                "customer: No, that’s all, thanks."))
        .isEmpty();
  }

  @Test
  void an_unhappy_customer_prompts_for_an_apology_until_it_is_there() {
    assertThat(
            hints(
                Language.FRENCH,
                "customer: Mon colis est arrivé cassé, c’est inadmissible !",
                "agent: Bonjour Camille, comment puis-je vous aider ?",
                "agent: Toutes mes excuses."))
        .containsExactly("prompt apology");
  }

  @Test
  void a_wait_without_its_length_prompts_for_it() {
    assertThat(
            hints(
                Language.ENGLISH,
                "customer: Hello, where is my order?",
                "agent: Hello Camille, how can I help you?",
                "agent: One moment please."))
        .containsExactly("prompt wait-length");
  }

  @Test
  void a_greeting_is_suggested_only_once_it_was_left_out() {
    assertThat(hints(Language.FRENCH, "customer: Bonjour, où est ma commande ?")).isEmpty();
    assertThat(
            hints(
                Language.FRENCH,
                "customer: Bonjour, où est ma commande ?",
                "agent: Quel est votre numéro de commande ?"))
        .containsExactlyInAnyOrder("nudge greeting", "nudge help-offer");
  }

  @Test
  void whoever_sets_to_work_at_once_is_not_told_to_offer_help() {
    assertThat(
            hints(
                Language.FRENCH,
                "customer: Bonjour, je voudrais retourner un article",
                "agent: Bonjour Camille, je vous envoie l’étiquette de retour par e-mail."))
        .isEmpty();
    assertThat(
            hints(
                Language.ENGLISH,
                "customer: Hello, I’d like to return an item",
                "agent: Hello Camille, I’ll send you the return label by email."))
        .isEmpty();
  }

  @Test
  void a_wait_that_is_over_in_the_same_breath_asks_for_no_length() {
    assertThat(
            hints(
                Language.FRENCH,
                "customer: Bonjour, à quelle heure fermez-vous ?",
                "agent: Bonjour Camille, je suis là pour vous aider.",
                "agent: Un instant. Le magasin de Lyon ferme à 19 h."))
        .isEmpty();
    assertThat(
            hints(
                Language.ENGLISH,
                "customer: Hi, when do you close?",
                "agent: Hello Camille, I’m happy to help.",
                "agent: One moment please. The Leeds store closes at 7 PM."))
        .isEmpty();
  }

  @Test
  void during_a_wait_that_was_announced_nobody_is_told_to_answer() {
    assertThat(
            hints(
                Language.FRENCH,
                "customer: Bonjour, où en est ma commande 4812 ?",
                "agent: Bonjour Camille, je suis Inès. Je suis là pour vous aider.",
                "agent: Merci de patienter cinq minutes, je vérifie.",
                "customer: ok j’attends",
                "after: 250",
                "agent: Elle est partie ce matin. Vous allez recevoir un e-mail de suivi.",
                "customer: D’accord.",
                "after: 100"))
        .containsExactly("prompt announced-wait", "nudge response");
    assertThat(
            hints(
                Language.ENGLISH,
                "customer: Hi, where is my order 4812?",
                "agent: Hello Camille, this is Inès. I’m happy to help.",
                "agent: Please give me five minutes while I check.",
                "customer: ok I’ll wait",
                "after: 250",
                "agent: It left this morning. You will receive a tracking email.",
                "customer: All right.",
                "after: 100"))
        .containsExactly("prompt announced-wait", "nudge response");
  }

  @Test
  void a_chat_that_only_informs_owes_no_next_step() {
    assertThat(
            hints(
                Language.ENGLISH,
                "customer: Hello, what are your opening hours?",
                "agent: Hello Camille, I’m happy to help. We are open from nine to six.",
                "customer: And on Sundays?",
                "agent: We are closed on Sundays.",
                "customer: Thanks, bye."))
        .containsExactlyInAnyOrder("nudge further-help", "nudge thanks");
    assertThat(
            hints(
                Language.FRENCH,
                "customer: Bonjour, combien de temps dure la visite ?",
                "agent: Bonjour Camille, je suis là pour vous aider. Elle dure deux heures.",
                "customer: Et combien coûte-t-elle ?",
                "agent: Douze euros par personne.",
                "customer: Merci, au revoir."))
        .containsExactlyInAnyOrder("nudge further-help", "nudge thanks");
  }

  @Test
  void the_last_chance_of_a_chat_with_something_to_do_prompts_for_the_next_step() {
    assertThat(
            hints(
                Language.ENGLISH,
                "customer: Hello, my coffee machine arrived broken.",
                "agent: Hello Camille, I’m happy to help. My apologies for that. Just to confirm,"
                    + " is the jug broken?",
                "customer: Yes it is.",
                "agent: I see.",
                "customer: Thanks, bye."))
        .containsExactlyInAnyOrder(
            "prompt apology", "prompt next-step", "nudge further-help", "nudge thanks");
    assertThat(
            hints(
                Language.FRENCH,
                "customer: Bonjour, ma cafetière est arrivée cassée.",
                "agent: Bonjour Camille, je suis là pour vous aider. Toutes mes excuses. Si j’ai"
                    + " bien compris, la verseuse est cassée ?",
                "customer: Oui.",
                "agent: Je vois.",
                "customer: Merci, au revoir."))
        .containsExactlyInAnyOrder(
            "prompt apology", "prompt next-step", "nudge further-help", "nudge thanks");
  }

  @Test
  void an_ordinary_call_is_left_alone() {
    assertThat(
            hints(
                Language.FRENCH,
                Medium.VOICE,
                "agent: Service client bonjour, Inès à l’appareil, comment puis-je vous aider ?",
                "customer: Bonjour, où en est ma commande ?",
                "agent: Je vois, merci. Elle est partie ce matin, Monsieur Durand.",
                "agent: Vous allez recevoir un e-mail de suivi.",
                "agent: Merci de votre appel, Monsieur Durand. Avez-vous une autre question ?",
                "customer: Non, merci, au revoir."))
        .isEmpty();
    assertThat(
            hints(
                Language.ENGLISH,
                Medium.VOICE,
                "agent: Good morning, this is Inès speaking, how can I help you?",
                "customer: Hi, where is my order?",
                "agent: I see. It left this morning, Camille.",
                "agent: You will receive a tracking email.",
                "agent: Thank you for calling, Camille. Is there anything else I can do?",
                "customer: No, thanks, bye."))
        .isEmpty();
  }

  @Test
  void a_letter_that_says_what_comes_next_and_when_is_left_alone() {
    assertThat(
            hints(
                Language.FRENCH,
                Medium.EMAIL,
                "customer: Bonjour, pouvez-vous m’envoyer un devis ?",
                "agent: Bonjour Camille, merci de votre message. Vous allez recevoir le devis"
                    + " sous deux jours ouvrables. N’hésitez pas si vous avez d’autres questions."))
        .isEmpty();
    assertThat(
            hints(
                Language.ENGLISH,
                Medium.EMAIL,
                "customer: Hello, could you send me a quote?",
                "agent: Hello Camille, thank you for your message. You will receive the quote"
                    + " within two business days. Please let me know if you have other questions."))
        .isEmpty();
  }

  @Test
  void a_letter_without_an_answer_is_nudged_for_what_comes_next_and_when() {
    assertThat(
            hints(
                Language.FRENCH,
                Medium.EMAIL,
                "customer: Bonjour, pouvez-vous m’envoyer un devis ?",
                "agent: Bonjour Camille, nous avons bien reçu votre message."))
        .containsExactly("nudge holding-reply");
  }

  /** Every hint that is shown, as its severity and rule, in order; lines come 20 s apart. */
  private static List<String> hints(Language language, String... lines) {
    return hints(language, Medium.CHAT, lines);
  }

  private static List<String> hints(Language language, Medium medium, String... lines) {
    Coach coach = new Coach(ChecklistLibrary.shipped(Language.FRENCH));
    List<String> hints = new ArrayList<>();
    Instant now = START;
    State state = take(coach.start(started(language, medium)), hints);
    for (String line : lines) {
      boolean waits = line.startsWith("after: ");
      now = now.plus(waits ? Duration.ofSeconds(Long.parseLong(line.substring(7))) : PAUSE);
      state = take(coach.advance(state, now), hints);
      if (waits) {
        continue;
      }
      Author author = line.startsWith("agent: ") ? Author.AGENT : Author.CUSTOMER;
      String text = line.substring(line.indexOf(": ") + 2);
      state =
          take(
              coach.step(
                  state,
                  new Event.Said(
                      now,
                      new MessageId("m" + now.getEpochSecond()),
                      author,
                      READER.read(text, state.contextFor(author, now)),
                      0,
                      false)),
              hints);
    }
    return hints;
  }

  private static State take(Step step, List<String> hints) {
    for (Update update : step.updates()) {
      if (update instanceof Update.Hint hint) {
        hints.add(hint.severity().name().toLowerCase(Locale.ROOT) + " " + hint.item().key());
      }
    }
    return step.state();
  }

  private static Event.Started started(Language language, Medium medium) {
    Customer camille =
        new Customer(
            Optional.empty(),
            Optional.of("Camille Durand"),
            Optional.of("Camille"),
            Optional.of("Durand"),
            Optional.empty(),
            Map.of());
    return new Event.Started(
        START,
        medium,
        Optional.empty(),
        Optional.of(language),
        Optional.empty(),
        camille,
        Optional.of(new Agent("ines", "Inès")),
        ZoneId.of("Europe/Paris"));
  }
}
