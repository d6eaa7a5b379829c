package io.souffleur.server.core;

import static io.souffleur.server.core.testing.ConversationDriver.shows;
import static io.souffleur.server.core.testing.ItemBuilder.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.CustomerCourse;
import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.conversation.Feeling;
import io.souffleur.server.core.conversation.Resolution;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.testing.ConversationDriver;
import io.souffleur.server.core.testing.House;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a conversation went for its customer, as its summary tells. */
class CustomerCourseTest {

  private static ConversationDriver conversation() {
    return new ConversationDriver(House.of(say("greeting", CueName.GREETING).build()))
        .starts()
        .skipping();
  }

  private static CustomerCourse course(ConversationDriver conversation) {
    return course(conversation, Optional.empty());
  }

  private static CustomerCourse course(
      ConversationDriver conversation, Optional<Resolution> resolution) {
    List<Update> updates =
        conversation
            .skipping()
            .happens(new Event.Ended(conversation.state().reached(), resolution))
            .unseen();
    return ((Update.Summary) updates.getLast()).customer();
  }

  @Test
  void a_customer_comes_angry_says_it_again_and_leaves_pleased() {
    ConversationDriver told =
        conversation()
            .customer("m1", "Bonjour", shows(CueName.GREETING, "Bonjour"))
            .customer(
                "m2",
                "Ma facture est fausse, c’est honteux",
                shows(CueName.CONTACT_REASON, "facture", "after-sale"),
                shows(CueName.DISSATISFACTION, "honteux"))
            .agent("m3", "Je regarde")
            .customer("m4", "Je l’ai déjà dit", shows(CueName.REPETITION, "déjà dit"))
            .agent("m5", "C’est corrigé")
            .customer(
                "m6",
                "Super, ça marche, je veux acheter",
                shows(CueName.SATISFACTION, "Super"),
                shows(CueName.RESOLVED, "ça marche"),
                shows(CueName.CONTACT_REASON, "acheter", "sale"));

    assertThat(course(told))
        .isEqualTo(
            new CustomerCourse(
                Optional.of("after-sale"),
                Optional.of(Feeling.UNHAPPY),
                Optional.of(Feeling.PLEASED),
                Optional.of(Feeling.UNHAPPY),
                1,
                Optional.of(true)));
  }

  @Test
  void thanks_are_politeness_and_two_feelings_in_one_message_count_as_the_worse() {
    ConversationDriver told =
        conversation()
            .customer(
                "m1",
                "Merci, mais c’est nul",
                shows(CueName.THANKS, "Merci"),
                shows(CueName.DISSATISFACTION, "nul"))
            .customer("m2", "Merci", shows(CueName.THANKS, "Merci"));

    CustomerCourse course = course(told);
    assertThat(course.first()).contains(Feeling.UNHAPPY);
    assertThat(course.last()).contains(Feeling.NEUTRAL);
    assertThat(course.resolved()).isEmpty();
  }

  @Test
  void what_the_channel_says_of_the_outcome_counts_before_what_the_customer_said() {
    ConversationDriver told =
        conversation().customer("m1", "Ça marche", shows(CueName.RESOLVED, "Ça marche"));

    assertThat(course(told, Optional.of(Resolution.ABANDONED)).resolved()).contains(false);
  }

  @Test
  void neither_the_agents_words_nor_an_edit_say_how_the_customer_feels() {
    ConversationDriver told =
        conversation()
            .customer("m1", "Bonjour")
            .agent("m2", "Merci", shows(CueName.THANKS, "Merci"))
            .says(Author.CUSTOMER, "m1", 1, "C’est nul", shows(CueName.DISSATISFACTION, "nul"));

    assertThat(course(told))
        .isEqualTo(
            new CustomerCourse(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty()));
  }
}
