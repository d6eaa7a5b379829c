package io.souffleur.server.nlp;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.text.LanguageEvidence;

/** Any string is read, with every span inside it. */
class ReadingFuzzTest {

  private static final CueReader READER = CueReader.shipped();

  @FuzzTest
  void any_text_is_read(FuzzedDataProvider data) {
    Author author = data.pickValue(Author.values());
    String customer = data.consumeString(40);
    String text = data.consumeRemainingAsString();
    for (Cue cue :
        READER.read(text, Contexts.of(author, customer, LanguageEvidence.none())).cues()) {
      if (!cue.span().of(text).equals(cue.text()) || cue.text().isEmpty()) {
        throw new AssertionError(cue + " is not at its place in: " + text);
      }
    }
  }
}
