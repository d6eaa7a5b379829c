package io.souffleur.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextFramesTest {
  private final List<String> told = new ArrayList<>();
  private final TextFrames frames =
      new TextFrames(
          8,
          new Peer() {
            @Override
            public void frame(String text) {
              told.add(text);
            }

            @Override
            public void tooLarge(String beginning) {
              told.add("too large: " + beginning);
            }

            @Override
            public void binary() {}

            @Override
            public void tick(long nanos) {}

            @Override
            public void closed() {}
          },
          () -> {});

  @Test
  void parts_are_put_together() {
    frames.onMessage("ab", false);
    frames.onMessage("", false);
    frames.onMessage("cd", true);
    frames.onMessage("ef", true);
    assertThat(told).containsExactly("abcd", "ef");
  }

  @Test
  void the_limit_counts_bytes_and_includes_itself() {
    frames.onMessage("12345678", true);
    frames.onMessage("123456789", true);
    frames.onMessage("éééé", true);
    frames.onMessage("ééééé", true);
    frames.onMessage("😀😀", true);
    frames.onMessage("😀😀a", true);
    frames.onMessage("€€a", true);
    frames.onMessage("€€€", true);
    assertThat(told)
        .containsExactly(
            "12345678",
            "too large: 12345678",
            "éééé",
            "too large: ééééé",
            "😀😀",
            "too large: 😀😀a",
            "€€a",
            "too large: €€€");
  }

  @Test
  void a_frame_after_one_that_was_too_large_is_read() {
    for (int i = 0; i < 1_000; i++) {
      frames.onMessage("0123456789", false);
    }
    frames.onMessage("", true);
    frames.onMessage("after", true);
    assertThat(told).containsExactly("too large: 01234567", "after");
  }
}
