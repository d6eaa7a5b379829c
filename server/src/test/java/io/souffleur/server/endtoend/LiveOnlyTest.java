package io.souffleur.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.backup.Backup;
import io.souffleur.server.config.Privacy;
import io.souffleur.server.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A house that keeps no text: it is read, it is coached by, and it is nowhere. */
class LiveOnlyTest {
  private static final List<String> SAID = PlantedTalk.SAID;
  private static final List<String> TOLD = PlantedTalk.TOLD;

  @TempDir Path folder;

  @Test
  void nothing_that_was_said_is_in_any_file_not_even_sealed() throws Exception {
    Path copy = Files.createDirectories(folder.resolve("copy"));
    try (PlantedTalk stay = new PlantedTalk(folder.resolve("none"), Privacy.Words.NONE)) {
      stay.begins();
      stay.standing();
      Path live = Files.createDirectories(folder.resolve("live"));
      stay.stop();
      OpenedStore.dump(stay.data(), live);
      assertThat(PlantedWords.in(live)).containsExactlyInAnyOrderElementsOf(TOLD);
      stay.open();
      stay.ends();
      Backup.write(
          Settings.Sqlite.WITHOUT_RESERVE, folder.resolve("none"), copy.resolve("backup.db"));
    }
    assertThat(PlantedWords.in(folder.resolve("none"))).isEmpty();
    assertThat(PlantedWords.in(copy)).isEmpty();
    Path opened = Files.createDirectories(folder.resolve("opened"));
    OpenedStore.dump(folder.resolve("none"), opened);
    assertThat(PlantedWords.in(opened)).containsExactlyInAnyOrderElementsOf(TOLD);
  }

  /** What the scan is worth: where words are kept, what is sealed has them. */
  @Test
  void where_words_are_kept_the_scan_of_what_is_sealed_finds_them() throws Exception {
    Path live = Files.createDirectories(folder.resolve("live"));
    try (PlantedTalk stay = new PlantedTalk(folder.resolve("keep"), Privacy.Words.KEEP)) {
      stay.begins();
      stay.stop();
      OpenedStore.dump(stay.data(), live);
      stay.open();
      stay.ends();
    }
    List<String> undecided = List.of(SAID.get(0));
    assertThat(PlantedWords.in(live)).containsAll(undecided);
    assertThat(PlantedWords.in(live.resolve("snapshots"))).contains(SAID.get(7));
    Path opened = Files.createDirectories(folder.resolve("opened"));
    OpenedStore.dump(folder.resolve("keep"), opened);
    List<String> all = new ArrayList<>(PlantedWords.ALL);
    // Drafts are never kept, and one word is not said.
    all.remove(SAID.get(5));
    all.remove(SAID.get(12));
    assertThat(PlantedWords.in(opened)).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void a_restart_in_the_middle_changes_nothing_and_all_is_as_where_words_are_kept()
      throws Exception {
    String kept;
    try (PlantedTalk stay = new PlantedTalk(folder.resolve("keep"), Privacy.Words.KEEP)) {
      stay.begins();
      stay.ends();
      kept = stay.coaching();
    }
    try (PlantedTalk stay = new PlantedTalk(folder.resolve("none"), Privacy.Words.NONE)) {
      stay.begins();
      String before = stay.standing();
      assertThat(before).contains("\"type\":\"hint\"", "\"commitments\"");
      stay.restart();
      assertThat(stay.standing()).isEqualTo(before);
      Files.delete(stay.data().resolve("snapshots.db"));
      stay.restart();
      assertThat(stay.standing()).as("folded from the journal").isEqualTo(before);
      stay.ends();
      assertThat(stay.coaching()).contains("\"summary\"").isEqualTo(kept);
      assertThat(stay.asked("m1"))
          .contains("\"text\":\"\"", "\"forgotten\":true", "\"author\":\"customer\"");
    }
  }
}
