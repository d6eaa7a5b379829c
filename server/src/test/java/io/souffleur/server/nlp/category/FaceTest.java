package io.souffleur.server.nlp.category;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        ":) | PLEASED",
        ";-) | PLEASED",
        "^^ | PLEASED",
        "<3 | PLEASED",
        "😍 | PLEASED",
        "❤ | PLEASED",
        "😂 | LAUGHING",
        "🙄 | ANGRY",
        ":( | SAD",
        ":'( | SAD",
        "😢 | SAD",
        "://here | NONE",
        ":D8 | NONE",
        ": | NONE",
        "🚂 | NONE",
        "a | NONE"
      })
  void a_face_expresses_something_or_nothing(String text, Face face) {
    assertThat(Face.at(text, 0)).isEqualTo(face);
  }
}
