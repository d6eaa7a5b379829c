package io.souffleur.server.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.souffleur.wire.InvalidFieldException;

class LabelledReaderFuzzTest {

  /** Whatever the bytes: a conversation that becomes events, or a reason on one line. */
  @FuzzTest(maxDuration = "5m")
  @DictionaryEntries({
    "\"id\":",
    "\"turns\":",
    "\"role\":",
    "\"agent\"",
    "\"customer\":{",
    "\"text\":",
    "\"labels\":[",
    "\"skip\":",
    "\"language\":",
    "\"annotated\":{",
    "\"channel\":\"voice\"",
    "\"start\":",
    "\"at\":"
  })
  void any_line_is_a_conversation_or_refused_with_a_reason(byte @NotNull [] line) {
    try {
      LabelledConversation conversation = LabelledReader.read(line);
      assertThat(LabelledEvents.of(conversation)).hasSize(conversation.turns().size() + 2);
    } catch (LabelException e) {
      assertThat(e.reason()).matches("\\P{Cntrl}+");
    } catch (InvalidFieldException e) {
      assertThat(e.reason()).matches("\\P{Cntrl}+");
    }
  }
}
