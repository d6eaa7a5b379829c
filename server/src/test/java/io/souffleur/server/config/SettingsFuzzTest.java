package io.souffleur.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class SettingsFuzzTest {

  /** Whatever the bytes: settings, or mistakes with a place within the file. */
  @FuzzTest
  void any_file_is_read_or_refused_with_places(byte @NotNull [] bytes) throws Exception {
    Path file = Files.createTempFile("souffleur", ".yaml");
    try {
      Files.write(file, bytes);
      Settings settings = SettingsFile.read(file, Map.of());
      assertThat(settings.channels()).isNotNull();
    } catch (MistakesException e) {
      assertThat(e.mistakes())
          .isNotEmpty()
          .allSatisfy(mistake -> assertThat(mistake.line()).isPositive());
    } finally {
      Files.delete(file);
    }
  }
}
