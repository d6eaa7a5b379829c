package io.souffleur.server.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Customer;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Acquaintance;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.LanguageEvidence;
import io.souffleur.server.core.text.Reading;
import io.souffleur.server.core.text.ReadingContext;
import io.souffleur.server.core.text.TextPatterns;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conversations whose channel does not know the customer's name. */
class IntroductionsTest {

  private static final CueReader READER = CueReader.shipped();

  private Acquaintance acquaintance = Acquaintance.none();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          my name is angela        | angela
          Hi, I'm Jane             | Jane
          this is Bob Smith calling | Bob Smith
          yeah hi my name is lorraine mitchell and my power is out | lorraine mitchell
          Name: Priya Nair         | Priya Nair
          jessica here, is my parcel lost | jessica
          """)
  void a_customer_may_give_a_name_unasked(String text, String name) {
    customer(text);
    assertThat(acquaintance.name()).contains(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          May I have your name please?              | angela                          | angela
          who am i speaking with today              | uh it's robert fields           | robert fields
          can i get your first and last name        | sure Chidi Okonkwo              | Chidi Okonkwo
          Your full name, please                    | first name is Lan last name Nguyen | Lan Nguyen
          What's the name on the account?           | yes it's Mark Young, account 5512  | Mark Young
          """)
  void an_answer_to_the_question_is_a_name(String question, String answer, String name) {
    agent(question);
    customer(answer);
    assertThat(acquaintance.name()).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "i am frustrated",
        "this is ridiculous",
        "I'm on hold again",
        "the name of the hotel is Belmont",
        "hi tanya um i lost my card",
        "my bill is wrong"
      })
  void not_everything_that_somebody_is_is_a_name(String text) {
    agent("Hello, how can I help?");
    customer(text);
    assertThat(acquaintance.name()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"what for", "why do you need that", "no", "12345", "one moment"})
  void not_every_answer_is_a_name(String answer) {
    agent("May I have your name?");
    customer(answer);
    assertThat(acquaintance.name()).isEmpty();
  }

  @Test
  void the_name_of_somebody_else_is_not_asked_of_the_customer() {
    agent("What is the name of the doctor?");
    customer("Alexis");
    assertThat(acquaintance.name()).isEmpty();
  }

  @Test
  void a_name_once_given_stays_unless_it_is_put_right() {
    customer("I'm Jane");
    agent("And the name on the booking?");
    customer("Alexis");
    assertThat(acquaintance.name()).contains("Jane");
    customer("sorry, my name is Janet");
    assertThat(acquaintance.name()).contains("Janet");
  }

  @Test
  void the_agent_calls_the_customer_by_the_name_that_was_given() {
    assertThat(names("thank you robert and what is your address")).isEmpty();
    agent("may i have your name");
    customer("it's robert fields");
    assertThat(names("thank you robert and what is your address")).containsExactly("robert");
    assertThat(names("alright mister fields you are all set")).containsExactly("mister fields");
    assertThat(names("Thanks, Bob!")).containsExactly("Bob");
    assertThat(names("i will ask robert from billing")).isEmpty();
    assertThat(names("there are two fields on the form")).isEmpty();
  }

  private void agent(String text) {
    acquaintance = read(Author.AGENT, text).acquaintance();
  }

  private void customer(String text) {
    acquaintance = read(Author.CUSTOMER, text).acquaintance();
  }

  private List<String> names(String text) {
    return read(Author.AGENT, text).cues().stream()
        .filter(cue -> cue.name() == CueName.CUSTOMER_NAME)
        .map(Cue::text)
        .toList();
  }

  private Reading read(Author author, String text) {
    return READER.read(
        text,
        new ReadingContext(
            author,
            Customer.unknown(),
            Optional.empty(),
            Medium.VOICE,
            LanguageEvidence.settledOn(Language.ENGLISH),
            acquaintance,
            LocalDateTime.of(2026, 11, 22, 14, 0),
            TextPatterns.NONE));
  }
}
