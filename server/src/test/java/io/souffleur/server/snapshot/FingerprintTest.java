package io.souffleur.server.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

  private static Fingerprint of(Path folder) {
    return Fingerprint.builder().folder(Optional.of(folder)).build();
  }

  @Test
  void a_file_that_is_changed_renamed_or_new_changes_it(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "name: a");
    Fingerprint before = of(folder);
    assertThat(of(folder)).isEqualTo(before);
    Files.writeString(folder.resolve("a.yaml"), "name: b");
    Fingerprint changed = of(folder);
    Files.move(folder.resolve("a.yaml"), folder.resolve("b.yaml"));
    Fingerprint renamed = of(folder);
    Files.createDirectory(folder.resolve("more"));
    Files.writeString(folder.resolve("more").resolve("c.yaml"), "");
    assertThat(changed).isNotEqualTo(before);
    assertThat(renamed).isNotEqualTo(changed);
    assertThat(of(folder)).isNotEqualTo(renamed);
  }

  @Test
  void where_one_word_ends_and_the_next_begins_counts() {
    assertThat(Fingerprint.builder().text("fr").text("").build())
        .isNotEqualTo(Fingerprint.builder().text("").text("fr").build());
    assertThat(Fingerprint.builder().folder(Optional.empty()).build())
        .isNotEqualTo(Fingerprint.builder().build());
  }

  @Test
  void a_program_has_one_whether_it_is_an_archive_or_a_folder() {
    Fingerprint folder = Fingerprint.builder().program(Fingerprint.class).build();
    Fingerprint archive = Fingerprint.builder().program(Test.class).build();
    assertThat(folder).isEqualTo(Fingerprint.builder().program(Fingerprint.class).build());
    assertThat(archive).isEqualTo(Fingerprint.builder().program(Test.class).build());
    assertThat(archive).isNotEqualTo(folder);
  }
}
