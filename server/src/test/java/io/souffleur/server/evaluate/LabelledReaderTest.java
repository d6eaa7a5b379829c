package io.souffleur.server.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souffleur.wire.Author;
import io.souffleur.wire.Medium;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelledReaderTest {

  private static LabelledConversation read(String json) throws LabelException {
    return LabelledReader.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_conversation_has_its_people_its_labels_and_its_turns() throws LabelException {
    LabelledConversation read =
        read(
            """
            {'id': 'c1', 'language': 'fr-CA', 'channel': 'voice', 'corpus': 'ours', \
            'customer': {'name': 'Camille Durand', 'age': 40}, 'agent': {'name': 'Inès'}, \
            'annotated': {'agent': ['greeting'], 'customer': []}, \
            'turns': [{'role': 'agent', 'text': 'bonjour', 'labels': ['greeting'], \
            'skip': ['thanks'], 'language': 'fr', 'start': 10, 'end': 900}]}\
            """);
    assertThat(read.medium()).isEqualTo(Medium.VOICE);
    assertThat(read.language()).isEqualTo("fr-CA");
    assertThat(read.customer().name()).contains("Camille Durand");
    assertThat(read.agent())
        .hasValueSatisfying(agent -> assertThat(agent.name()).isEqualTo("Inès"));
    assertThat(read.annotated()).containsEntry(Author.AGENT, Set.of("greeting"));
    assertThat(read.turns())
        .containsExactly(
            new LabelledConversation.Turn(
                Author.AGENT,
                "bonjour",
                Set.of("greeting"),
                Set.of("thanks"),
                Optional.of("fr"),
                Optional.empty(),
                Optional.of(new LabelledConversation.Speech(10, 900))));
  }

  @Test
  void only_an_id_and_turns_are_needed() throws LabelException {
    LabelledConversation read = read("{'id': 'c1', 'agent': {}, 'language': null, 'turns': []}");
    assertThat(read.medium()).isEqualTo(Medium.CHAT);
    assertThat(read.language()).isEqualTo("und");
    assertThat(read.agent()).isEmpty();
    assertThat(read.annotated()).isEmpty();
  }

  @Test
  void half_an_emoji_keeps_its_place() throws LabelException {
    assertThat(
            read("{'id': 'c', 'turns': [{'role': 'agent', 'text': 'a\\ud83db'}]}")
                .turns()
                .getFirst()
                .text())
        .isEqualTo("a?b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          []                                                    | a conversation is one JSON object
          {'turns': []}                                         | id is missing
          {'id': '', 'turns': []}                               | conversation has 1 to 128
          {'id': 'c'}                                           | turns is missing
          {'id': 'c', 'turns': {}}                              | turns is a list
          {'id': 'c', 'turns': ['hello']}                       | turns[0] is an object
          {'id': 'c', 'turns': [{'role': 'agent'}]}             | turns[0].text is missing
          {'id': 'c', 'turns': [{'role': 'boss', 'text': ''}]}  | turns[0].role names customer, agent
          {'id': 'c', 'turns': [{'text': ''}]}                  | turns[0].role is missing
          {'id': 'c', 'turns': [{'labels': [1]}]}               | turns[0].labels[0] is a string
          {'id': 'c', 'turns': [{'at': 'noon'}]}                | turns[0].at is a time
          {'id': 'c', 'turns': [{'start': 0.5}]}                | turns[0].start is a whole number
          {'id': 'c', 'channel': 'pigeon', 'turns': []}         | channel is chat, voice
          {'id': 'c', 'annotated': {'boss': []}, 'turns': []}   | annotated names customer
          {'id': 'c', 'annotated': ['greeting'], 'turns': []}   | annotated is an object
          {'id': 'c', 'turns': []} more                         | this isn't JSON
          {'id': 'c', 'turns': []} {}                           | something stands after the end
          {'id': 'c', 'turns':                                  | this isn't JSON
          {'id': 'c', 'id': 'd', 'turns': []}                   | this isn't JSON
          """)
  void what_cant_be_used_is_named(String json, String reason) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(LabelException.class)
        .hasMessageStartingWith(reason);
  }

  @Test
  void what_is_too_long_too_deep_or_not_text_is_named() {
    assertThatThrownBy(() -> LabelledReader.read(new byte[LabelledReader.LONGEST + 1]))
        .hasMessageContaining("at most");
    assertThatThrownBy(() -> LabelledReader.read(new byte[] {'{', (byte) 0xFF, '}'}))
        .hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> read("{'x':" + "[".repeat(1000)))
        .isInstanceOf(LabelException.class)
        .hasMessageContaining("too deep");
  }
}
