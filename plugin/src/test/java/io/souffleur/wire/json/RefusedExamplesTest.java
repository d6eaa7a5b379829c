package io.souffleur.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad frame is refused with exactly the answer that lies beside it. */
class RefusedExamplesTest {

  private static final String FRAME = ".txt";
  private static final String ANSWER = ".refused.json";

  static List<String> badFrames() throws IOException {
    try (Stream<Path> files = Files.list(Example.FOLDER.resolve("refused"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(FRAME))
          .map(name -> name.replace(FRAME, ""))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("badFrames")
  void a_bad_frame_is_refused_with_the_answer_beside_it(String name) throws Exception {
    Path folder = Example.FOLDER.resolve("refused");
    String frame = Files.readString(folder.resolve(name + FRAME)).stripTrailing();
    String answer = Files.readString(folder.resolve(name + ANSWER)).stripTrailing();

    RefusalException refusal =
        catchThrowableOfType(RefusalException.class, () -> ChannelCodec.decodeRequest(frame));

    assertThat(ChannelCodec.encode(refusal.refused())).isEqualTo(answer);
    assertThat(ChannelCodec.decodeReply(answer)).isEqualTo(refusal.refused());
  }
}
