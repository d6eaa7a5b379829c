package io.souffleur.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FileTroubleTest {
  @Test
  void a_name_alone_becomes_a_sentence_whoever_passed_it_on() {
    AccessDeniedException denied = new AccessDeniedException("/var/lib/s");
    String sentence = "/var/lib/s: the user who runs this may not read or write it";
    assertThat(FileTrouble.told(denied)).isEqualTo(sentence);
    assertThat(FileTrouble.told(new IOException(denied.getMessage(), denied))).isEqualTo(sentence);
  }

  @Test
  void what_is_a_sentence_stays_one() {
    NoSuchFileException missing = new NoSuchFileException("master.key");
    assertThat(FileTrouble.told(new IOException("put master.key back", missing)))
        .isEqualTo("put master.key back");
    assertThat(FileTrouble.told(new IOException("the disk is full"))).isEqualTo("the disk is full");
  }
}
