package io.souffleur.server.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {

  private static final int LONGEST = 10;

  private static List<String> lines(InputStream in) throws IOException {
    Lines lines = new Lines(in, LONGEST);
    List<String> all = new ArrayList<>();
    byte[] line = lines.next();
    while (line != null) {
      all.add(lines.number() + " " + new String(line, StandardCharsets.UTF_8));
      line = lines.next();
    }
    return all;
  }

  /** Gives its bytes a few at a time, as a pipe does. */
  private static InputStream pipe(String text, int atOnce) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public synchronized int read(byte[] into, int from, int most) {
        return super.read(into, from, Math.min(most, atOnce));
      }
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1000})
  void lines_end_with_a_line_feed_or_the_end_of_the_file(int atOnce) throws Exception {
    assertThat(lines(pipe("one\n\r\n\ntwo\r\nlast", atOnce)))
        .containsExactly("1 one", "2 ", "3 ", "4 two", "5 last");
    assertThat(lines(pipe("", atOnce))).isEmpty();
    assertThat(lines(pipe("one\n", atOnce))).containsExactly("1 one");
  }

  @Test
  void of_a_line_that_is_too_long_the_beginning_is_kept() throws Exception {
    String huge = "x".repeat(1_000_000);
    assertThat(lines(pipe(huge + "\nnext\n0123456789\n0123456789a", 65_536)))
        .containsExactly("1 xxxxxxxxxxx", "2 next", "3 0123456789", "4 0123456789a");
  }
}
